using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>"12 of 12 posts covered on paper, 7 if it happened: these five rely on two people", as data.</summary>
/// <param name="Posts">Posts counted.</param>
/// <param name="CoveredOnPaper">Posts with at least one named successor.</param>
/// <param name="CoveredIfItHappened">Posts with a ready successor of their own, each person counted once.</param>
/// <param name="Competing">The posts that cannot all be covered, and whom they compete for; largest set first.</param>
public sealed record PaperVersusReal(
    int Posts, int CoveredOnPaper, int CoveredIfItHappened, IReadOnlyList<CompetingPosts> Competing)
{
    /// <summary>Counts a group.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="bench">Its true bench.</param>
    public static PaperVersusReal Of(GroupSnapshot snapshot, TrueBench bench)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(bench);
        // Stryker disable once Linq : it takes the property Count for the method, and nothing around that compiles.
        return new PaperVersusReal(
            snapshot.Posts.Count, Coverage.CoveredOnPaper(snapshot), bench.Covered,
            [
                .. bench.Competing.OrderByDescending(set => set.Posts.Count)
                    .ThenBy(set => set.Posts[0].Value, StringComparer.Ordinal),
            ]);
    }
}
