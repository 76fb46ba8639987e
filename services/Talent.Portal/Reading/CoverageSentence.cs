using Talent.Portal.Words;
using Talent.Succession.V1;

namespace Talent.Portal.Reading;

/// <summary>What is covered on paper and what if it happened, in one sentence.</summary>
public static class CoverageSentence
{
    /// <summary>
    /// For example "12 of 12 posts covered on paper, 7 if it happened: these five rely on two people, and for two more no one is ready".
    /// </summary>
    public static string Say(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        if (coverage.Posts == 0)
            return "Nothing is recorded yet: this group has no posts that you may see";
        var figures = $"{coverage.CoveredOnPaper} of {Numbers.Count(coverage.Posts, "post", "posts")} covered on paper, "
            + $"{coverage.CoveredIfItHappened} if it happened";
        return coverage.SharedReliances.Count == 0 ? figures : $"{figures}: {Say(coverage.SharedReliances)}";
    }

    /// <summary>The same as parts of all posts, for example "By the usual count 100% of the posts are covered" and what really would be.
    /// </summary>
    public static string SayShares(Coverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        if (coverage.Posts == 0)
            return "Nothing is recorded yet: this group has no posts that you may see.";
        string Share(int posts) => Numbers.Say((double)posts / coverage.Posts, "share");
        return $"By the usual count {Share(coverage.CoveredOnPaper)} of the posts are covered. If it happened, "
            + $"{Share(coverage.CoveredIfItHappened)} would be: each person can take over one post alone.";
    }

    /// <summary>
    /// For example "these five rely on two people, these three on one person, and for two more no one is ready": a clause for each set of
    /// posts with people, largest first, and one for all posts for which there is nobody.
    /// </summary>
    public static string Say(IReadOnlyCollection<SharedReliance> reliances)
    {
        ArgumentNullException.ThrowIfNull(reliances);
        var clauses = reliances.Where(reliance => reliance.PersonIds.Count > 0).OrderByDescending(reliance => reliance.PostIds.Count)
            .Select((reliance, at) => Clause(reliance, first: at == 0)).ToList();
        var nobody = reliances.Where(reliance => reliance.PersonIds.Count == 0).Sum(reliance => reliance.PostIds.Count);
        if (nobody > 0)
            clauses.Add($"for {Numbers.Word(nobody)}{(clauses.Count > 0 ? " more" : nobody == 1 ? " post" : " posts")} no one is ready");
        return clauses.Count < 2 ? string.Concat(clauses) : $"{string.Join(", ", clauses.SkipLast(1))}, and {clauses[^1]}";
    }

    private static string Clause(SharedReliance reliance, bool first)
    {
        var (posts, people) = (reliance.PostIds.Count, reliance.PersonIds.Count);
        var these = $"{(posts == 1 ? "this" : "these")} {Numbers.Word(posts)}";
        var rely = !first ? "" : posts == 1 ? " relies" : " rely";
        return $"{these}{rely} on {Numbers.Word(people)} {(people == 1 ? "person" : "people")}";
    }
}
