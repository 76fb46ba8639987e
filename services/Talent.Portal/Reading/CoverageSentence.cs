using Talent.Portal.Words;
using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>What is covered on paper and what if it happened, in one sentence.</summary>
public static class CoverageSentence
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>For example "12 of 12 posts covered on paper, 7 if it happened: these five rely on two people".</summary>
    public static string Say(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        if (coverage.Posts == 0)
            return "Nothing is recorded yet: this group has no posts that you may see";
        var figures = $"{coverage.CoveredOnPaper} of {Numbers.Count(coverage.Posts, "post", "posts")} covered on paper, "
            + $"{coverage.CoveredIfItHappened} if it happened";
        return coverage.SharedReliances.Count == 0 ? figures : $"{figures}: {Say(coverage.SharedReliances)}";
    }

    /// <summary>
    /// For example "these five rely on two people". Several groups of posts are counted together: what each lacks, all of them lack.
    /// </summary>
    public static string Say(IReadOnlyCollection<SharedReliance> reliances)
    {
        ArgumentNullException.ThrowIfNull(reliances);
        var posts = reliances.Sum(reliance => reliance.PostIds.Count);
        var these = posts == 1 ? "this one" : $"these {Number(posts)}";
        var rely = posts == 1 ? "relies" : "rely";
        return reliances.SelectMany(reliance => reliance.PersonIds).Distinct().Count() switch
        {
            0 => $"for {these} no one is ready and free",
            1 => $"{these} {rely} on one person",
            var people => $"{these} {rely} on {Number(people)} people",
        };
    }

    private static string Number(int number) => number < Small.Length ? Small[number] : number.ToString(provider: null);
}
