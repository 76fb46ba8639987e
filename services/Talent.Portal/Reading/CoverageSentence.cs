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
        return coverage.SharedReliances.Count == 0 ? figures : $"{figures}: {SayAll(coverage.SharedReliances)}";
    }

    /// <summary>For example "these five rely on two people".</summary>
    public static string Say(SharedReliance reliance)
    {
        ArgumentNullException.ThrowIfNull(reliance);
        var posts = reliance.PostIds.Count == 1 ? "this one" : $"these {Number(reliance.PostIds.Count)}";
        return reliance.PersonIds.Count switch
        {
            0 => $"for {posts} no one is ready and free",
            1 when reliance.PostIds.Count == 1 => $"{posts} relies on one person",
            1 => $"{posts} rely on one person",
            var people => $"{posts} rely on {Number(people)} people",
        };
    }

    private static string SayAll(IReadOnlyList<SharedReliance> reliances)
    {
        var parts = reliances.Select(Say).ToArray();
        return parts.Length == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])}, and {parts[^1]}";
    }

    private static string Number(int number) => number < Small.Length ? Small[number] : number.ToString(provider: null);
}
