using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>
/// Who could really take over if it happened: a greatest matching of people to posts, each person once, heavier posts first. A nomination
/// counts only when the latest day of its readiness lies within the horizon and the person is known to meet every hard requirement of the
/// post; unknown readiness, unknown requirements and people outside the group never do.
/// </summary>
public sealed class TrueBench
{
    private readonly GroupSnapshot snapshot;
    private readonly IReadOnlyCollection<PersonId> without;
    private readonly DateOnly horizon;
    private readonly Assignment now;
    private readonly Assignment later;
    private readonly Lazy<IReadOnlyList<CompetingPosts>> competing;

    private TrueBench(
        GroupSnapshot snapshot, RuleThresholds thresholds, IReadOnlyCollection<PersonId> without, IReadOnlySet<PostId> last)
    {
        (this.snapshot, this.without) = (snapshot, without);
        horizon = snapshot.AsOf.AddDays((int)thresholds.CoverHorizonDays.Value);
        var laterHorizon = snapshot.AsOf.AddDays((int)thresholds.LaterHorizonDays.Value);
        now = Assignment.Of(snapshot.Posts, post => Eligible(post).Where(name => name.IsCertainBy(horizon)), last);
        later = Assignment.Of(
            snapshot.Posts.Where(post => now.PersonFor(post.Id) is null),
            post => Eligible(post).Where(name => name.IsCertainBy(laterHorizon) && now.PostFor(name.Nominee) is null),
            last);
        competing = new(now.Competing);
    }

    /// <summary>Posts that stay bare, in the order of their identifiers. Which ones may be a choice; how many is not.</summary>
    public IReadOnlyList<PostId> Bare => [.. snapshot.Posts.Select(post => post.Id).Where(post => now.PersonFor(post) is null)];

    /// <summary>How many posts somebody could take over, each person counted once.</summary>
    public int Covered => snapshot.Posts.Count - Bare.Count;

    /// <summary>The posts that cannot all be covered and the people they compete for, as connected sets.</summary>
    public IReadOnlyList<CompetingPosts> Competing => competing.Value;

    /// <summary>Matches the people of a group to its posts.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="thresholds">The horizons.</param>
    /// <param name="without">People who no longer count for any post.</param>
    public static TrueBench Of(GroupSnapshot snapshot, RuleThresholds thresholds, params IReadOnlyCollection<PersonId> without)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(thresholds);
        return new TrueBench(snapshot, thresholds, without, new HashSet<PostId>());
    }

    /// <summary>
    /// Matches with some posts served last: they get only people whom no other post needs. Cover found so is sure to be of these posts'
    /// own: somebody already needed elsewhere changes nothing. How many posts of the group are covered is the same.
    /// </summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="thresholds">The horizons.</param>
    /// <param name="posts">The posts served last.</param>
    /// <param name="without">People who no longer count for any post.</param>
    public static TrueBench Sparing(
        GroupSnapshot snapshot, RuleThresholds thresholds, IEnumerable<PostId> posts, params IReadOnlyCollection<PersonId> without)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(thresholds);
        return new TrueBench(snapshot, thresholds, without, posts.ToHashSet());
    }

    /// <summary>The person counted for a post within the cover horizon, or null when it is bare.</summary>
    public PersonId? SuccessorFor(PostId post) => now.PersonFor(post);

    /// <summary>For a bare post, somebody counted nowhere else who becomes ready within the later horizon, or null.</summary>
    public PersonId? LaterSuccessorFor(PostId post) => later.PersonFor(post);

    /// <summary>The post a person is counted for, or null.</summary>
    public PostId? CountedFor(PersonId person) => now.PostFor(person);

    /// <summary>The nomination behind the successor counted now, else later; null when there is neither.</summary>
    public Nomination? NominationBehind(PostId post)
    {
        var person = SuccessorFor(post) ?? LaterSuccessorFor(post);
        return person is null ? null : snapshot.NamedFor(post).First(name => name.Nominee == person && !name.IsExternal);
    }

    /// <summary>What each nomination for a post is worth, first choice first.</summary>
    public IReadOnlyList<NomineeStanding> StandingsFor(PostId post) => [.. snapshot.NamedFor(post).Select(Judge)];

    private NomineeStanding Judge(Nomination name)
    {
        var counted = CountedFor(name.Nominee);
        var standing = name switch
        {
            { IsExcluded: true } => Standing.RequirementNotMet,
            { IsExternal: true } => Standing.AvailabilityUnknown,
            _ when without.Contains(name.Nominee) => Standing.Leaving,
            _ when Holds(name.Nominee, name.Post) => Standing.HoldsThePost,
            { Readiness.IsUnknown: true } => Standing.ReadinessUnknown,
            _ when !name.Readiness.IsReadyBy(horizon) => Standing.ReadyLater,
            { MeetsRequirements: Answer.Unknown } => Standing.RequirementUnknown,
            _ when counted is null => Standing.Free,
            _ => counted == name.Post ? Standing.Confirmed : Standing.NeededElsewhere,
        };
        var opens = name.IsExternal
            ? []
            : snapshot.PostsHeldBy(name.Nominee).Select(held => held.Post).Where(held => held != name.Post).ToArray();
        return new NomineeStanding(name, standing, standing == Standing.NeededElsewhere ? counted : null, opens);
    }

    private IEnumerable<Nomination> Eligible(Post post) => snapshot.NamedFor(post.Id)
        .Where(name => !without.Contains(name.Nominee) && !Holds(name.Nominee, post.Id));

    private bool Holds(PersonId person, PostId post) => snapshot.HoldersOf(post).Any(held => held.Person == person);
}
