using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Flags;

/// <summary>Posts in one hand, with what would cover them if that person were gone.</summary>
internal sealed class Arrangement
{
    private readonly SeatToCover[] seats;
    private readonly DeputyCover deputies;

    private Arrangement(GroupSnapshot snapshot, PersonId holder, RuleThresholds thresholds)
    {
        (Snapshot, Thresholds) = (snapshot, thresholds);
        Held = [.. snapshot.PostsHeldBy(holder)];
        Posts = [.. Held.Select(seat => snapshot.Get(seat.Post))];
        Organisations = snapshot.OrganisationsRelyingOn(holder);
        Bench = TrueBench.Sparing(snapshot, thresholds, Posts.Select(post => post.Id), holder);
        seats =
        [
            .. Held.Zip(Posts).Select(pair => new SeatToCover(
                pair.Second, [.. pair.Second.Serves.Select(served => served.Organisation).Except(pair.First.LeftBoards)])),
        ];
        deputies = DeputyCover.Of(snapshot, seats, holder);
        WithDeputy = [.. Posts.Where(post => deputies.CoversEveryBoard(post.Id))];
        WithSuccessor = [.. Posts.Where(post => Bench.SuccessorFor(post.Id) is not null)];
        Covered = [.. WithDeputy.Intersect(WithSuccessor)];
        ShareCovered = Explained.From(
            "Share of the posts with confirmed cover", "share", Operation.Ratio,
            Explained.Counted(
                "Posts with accepted deputies of their own on every board and a successor of their own", Covered.Count, "posts",
                snapshot.AsOf),
            Explained.Counted("Posts in one hand", Posts.Count, "posts", snapshot.AsOf));
    }

    public GroupSnapshot Snapshot { get; }

    public RuleThresholds Thresholds { get; }

    public IReadOnlyList<Appointment> Held { get; }

    public IReadOnlyList<Post> Posts { get; }

    public IReadOnlyList<OrganisationId> Organisations { get; }

    public TrueBench Bench { get; }

    /// <summary>Posts with accepted deputies in place of their own on every board that the holder serves in them.</summary>
    public IReadOnlyList<Post> WithDeputy { get; }

    public IReadOnlyList<Post> WithSuccessor { get; }

    public IReadOnlyList<Post> Covered { get; }

    public Explained ShareCovered { get; }

    /// <summary>The post that stands for the arrangement.</summary>
    // Stryker disable once Linq : it takes the property Count for the method, and nothing around that compiles.
    public PostId Key => Posts
        .OrderByDescending(post => post.Serves.Count).ThenBy(post => post.Id.Value, StringComparer.Ordinal).First().Id;

    /// <summary>Organisations in which each post of the arrangement has a successor, and a deputy who serves it, of its own.</summary>
    public IReadOnlyList<OrganisationId> OrganisationsCovered =>
        [.. Organisations.Where(one => seats.Where(seat => seat.Boards.Contains(one)).All(seat => IsCovered(seat, one)))];

    public static Arrangement Of(GroupSnapshot snapshot, PersonId holder, RuleThresholds thresholds) => new(snapshot, holder, thresholds);

    private bool IsCovered(SeatToCover seat, OrganisationId board) =>
        WithSuccessor.Contains(seat.Post) && deputies.Covers(seat.Post.Id, board);
}
