using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>The published counts of a bench. They count a person once for every plan; the true bench stands beside them.</summary>
public static class Coverage
{
    private const string Nakisa = "Nakisa, bench strength";

    /// <summary>Successor coverage of ISO/TS 30433:2021 in per cent: potential successors / leadership positions x 100.</summary>
    /// <exception cref="ArgumentException">The group has no posts.</exception>
    public static Explained SuccessorCoverage(GroupSnapshot snapshot) => Explained.From(
        "Successor coverage", "per cent", Operation.Product,
        [
            Ratio(snapshot, "Potential successors for each post", "Potential successors", snapshot.Nominations.Count, "plan entries"),
            Explained.Given("Per cent", Estimate.Exact(100), "per cent", "ISO/TS 30433:2021"),
        ],
        "ISO/TS 30433:2021");

    /// <summary>Share of posts with at least one named successor.</summary>
    /// <exception cref="ArgumentException">The group has no posts.</exception>
    public static Explained CoverageRatio(GroupSnapshot snapshot) =>
        Ratio(snapshot, "Coverage ratio", "Posts with a named successor", CoveredOnPaper(snapshot), "posts");

    /// <summary>Share of posts with at least one successor in the group who is certainly ready on the day of the snapshot.</summary>
    /// <exception cref="ArgumentException">The group has no posts.</exception>
    public static Explained ReadyNowRatio(GroupSnapshot snapshot)
    {
        var ready = snapshot.Posts.Count(post =>
            snapshot.NamedFor(post.Id).Any(name => name.IsCertainBy(snapshot.AsOf)));
        return Ratio(snapshot, "Ready-now ratio", "Posts with a successor who is ready now", ready, "posts");
    }

    /// <summary>
    /// Bench strength shared out (Nakisa): the sum over a post's successors of 1 / plans the successor is on. Successors on 2, 4, 3 and
    /// 2 plans give 1.58.
    /// </summary>
    /// <exception cref="ArgumentException">The group has no such post.</exception>
    public static Explained SharedOutBenchStrength(GroupSnapshot snapshot, PostId post)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        snapshot.Get(post);
        return SharedOut(snapshot, post, Plans(snapshot));
    }

    /// <summary>
    /// The same over all posts, one part for each: as many as there are people named, because whoever is on n plans counts 1 / n on each.
    /// </summary>
    public static Explained SharedOutBenchStrength(GroupSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var plans = Plans(snapshot);
        return Explained.From(
            "People ready or preparing, shared out over all posts", "people", Operation.Sum,
            snapshot.Posts.Select(post => SharedOut(snapshot, post.Id, plans).For(post.Id)), Nakisa);
    }

    /// <summary>How many posts have at least one named successor.</summary>
    public static int CoveredOnPaper(GroupSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Posts.Count(post => snapshot.NamedFor(post.Id).Any());
    }

    private static Dictionary<PersonId, int> Plans(GroupSnapshot snapshot) =>
        snapshot.Nominations.GroupBy(name => name.Nominee).ToDictionary(plans => plans.Key, plans => plans.Count());

    private static Explained SharedOut(GroupSnapshot snapshot, PostId post, Dictionary<PersonId, int> plans) => Explained.From(
        "People ready or preparing, shared out", "people", Operation.SumOfReciprocals,
        snapshot.NamedFor(post).Select((name, index) =>
            Explained.Counted($"Plans of successor {index + 1}", plans[name.Nominee], "plans", snapshot.AsOf)),
        Nakisa);

    private static Explained Ratio(GroupSnapshot snapshot, string name, string countName, int count, string unit)
    {
        if (snapshot.Posts.Count == 0)
            throw new ArgumentException("Coverage is a share of posts; give a group with at least one post.", nameof(snapshot));
        return Explained.From(
            name, "share", Operation.Ratio, Explained.Counted(countName, count, unit, snapshot.AsOf),
            Explained.Counted("Posts", snapshot.Posts.Count, "posts", snapshot.AsOf));
    }
}
