using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Flags;

/// <summary>Posts in one hand, with what would cover them if that person were gone.</summary>
internal sealed class Arrangement
{
    private Arrangement(GroupSnapshot snapshot, PersonId holder, RuleThresholds thresholds)
    {
        (Snapshot, Thresholds) = (snapshot, thresholds);
        Held = [.. snapshot.PostsHeldBy(holder)];
        Posts = [.. Held.Select(seat => snapshot.Get(seat.Post))];
        Organisations = snapshot.OrganisationsRelyingOn(holder);
        Bench = TrueBench.Sparing(snapshot, thresholds, Posts.Select(post => post.Id), holder);
        WithDeputy = [.. Posts.Where(post => Deputies.InPlace(snapshot, post, [holder]).Any())];
        WithSuccessor = [.. Posts.Where(post => Bench.SuccessorFor(post.Id) is not null)];
        Covered = [.. WithDeputy.Intersect(WithSuccessor)];
        ShareCovered = Explained.From(
            "Share of the posts with confirmed cover", "share", Operation.Ratio,
            Explained.Counted("Posts with an accepted deputy and a successor of their own", Covered.Count, "posts", snapshot.AsOf),
            Explained.Counted("Posts in one hand", Posts.Count, "posts", snapshot.AsOf));
    }

    public GroupSnapshot Snapshot { get; }

    public RuleThresholds Thresholds { get; }

    public IReadOnlyList<Appointment> Held { get; }

    public IReadOnlyList<Post> Posts { get; }

    public IReadOnlyList<OrganisationId> Organisations { get; }

    public TrueBench Bench { get; }

    public IReadOnlyList<Post> WithDeputy { get; }

    public IReadOnlyList<Post> WithSuccessor { get; }

    public IReadOnlyList<Post> Covered { get; }

    public Explained ShareCovered { get; }

    /// <summary>The post that stands for the arrangement.</summary>
    public PostId Key => Posts
        .OrderByDescending(post => post.Serves.Count).ThenBy(post => post.Id.Value, StringComparer.Ordinal).First().Id;

    public IReadOnlyList<OrganisationId> OrganisationsCovered =>
        [.. Organisations.Where(one => Posts.Where(post => post.IsServing(one)).All(Covered.Contains))];

    public static Arrangement Of(GroupSnapshot snapshot, PersonId holder, RuleThresholds thresholds) => new(snapshot, holder, thresholds);
}
