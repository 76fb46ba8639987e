using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>"12 of 12 posts covered on paper, 7 if it happened: these five rely on two people", as data.</summary>
/// <param name="Posts">Posts counted.</param>
/// <param name="CoveredOnPaper">Posts with at least one named successor.</param>
/// <param name="CoveredIfItHappened">Posts with a ready successor of their own, each person counted once.</param>
/// <param name="Competing">The posts that cannot all be covered, and whom they compete for; largest set first.</param>
/// <param name="LeftOut">Posts not counted because the reader may not see them; the reader is told how many.</param>
public sealed record PaperVersusReal(
    int Posts, int CoveredOnPaper, int CoveredIfItHappened, IReadOnlyList<CompetingPosts> Competing, int LeftOut)
{
    /// <summary>Counts a group.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="bench">Its true bench.</param>
    /// <param name="leaveOut">Posts the reader may not see: own posts. A set that touches one of them is not shown at all.</param>
    public static PaperVersusReal Of(GroupSnapshot snapshot, TrueBench bench, IReadOnlySet<PostId>? leaveOut = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(bench);
        Post[] counted = [.. snapshot.Posts.Where(post => leaveOut?.Contains(post.Id) != true)];
        return new PaperVersusReal(
            counted.Length,
            counted.Count(post => snapshot.NamedFor(post.Id).Any()),
            counted.Count(post => bench.SuccessorFor(post.Id) is not null),
            [
                .. bench.Competing.Where(set => leaveOut is null || !set.Posts.Any(leaveOut.Contains))
                    .OrderByDescending(set => set.Posts.Count).ThenBy(set => set.Posts[0].Value, StringComparer.Ordinal),
            ],
            snapshot.Posts.Count - counted.Length);
    }
}
