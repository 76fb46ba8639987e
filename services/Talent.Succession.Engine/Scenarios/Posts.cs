using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>
/// A post serves further organisations from the first day on. Its shares of time make place for the new ones in proportion; where a new
/// one is not stated nobody knows what is left, so all become unknown. Posts it replaces end: whoever is named for them is then named for
/// it, after those named already; their holders keep their other posts.
/// </summary>
public sealed record PostShared : ScenarioChange
{
    /// <summary>States the sharing.</summary>
    /// <param name="post">The post.</param>
    /// <param name="with">The further organisations, each once, at least one; they may be new to the group.</param>
    /// <param name="replaces">Posts that end because this one serves their organisations now; null or empty for none.</param>
    /// <exception cref="ArgumentException">No organisation, one twice, or the post itself among those that end.</exception>
    public PostShared(PostId post, IEnumerable<OrganisationServed> with, IEnumerable<PostId>? replaces = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        Post = post;
        With = Require.Distinct(with, served => served.Organisation, $"the organisations that post {post} is shared with");
        if (With.Count == 0) throw new ArgumentException($"Name an organisation that post {post} is shared with.", nameof(with));
        if (With.Sum(served => served.Share ?? 0) > 1)
            throw new ArgumentException($"The shares of time of post {post} add up to more than 1; correct them.", nameof(with));
        Replaces = PostsThatEnd.Checked(post, replaces);
    }

    /// <summary>The post.</summary>
    public PostId Post { get; }

    /// <summary>The further organisations.</summary>
    public IReadOnlyList<OrganisationServed> With { get; }

    /// <summary>Posts that end.</summary>
    public IReadOnlyList<PostId> Replaces { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        var post = snapshot.Get(Post);
        if (With.FirstOrDefault(served => post.IsServing(served.Organisation)) is { } already)
            throw new ArgumentException($"Post {Post} serves {already.Organisation} already; leave it out.", nameof(group));
        var left = With.All(served => served.Share is not null) ? 1 - With.Sum(served => served.Share) : null;
        var shared = post.With(serves:
        [
            .. post.Serves.Select(served => new OrganisationServed(served.Organisation, left > 0 ? served.Share * left : null)), .. With,
        ]);
        var orphan = Replaces.Select(snapshot.Get).SelectMany(ending => ending.Serves)
            .FirstOrDefault(served => !shared.IsServing(served.Organisation));
        if (orphan is not null)
        {
            throw new ArgumentException(
                $"Share post {Post} with {orphan.Organisation} too, or keep the post there: it would end.", nameof(group));
        }

        var changed = snapshot.With(posts: snapshot.Posts.Select(each => each == post ? shared : each));
        return group with { Snapshot = PostsThatEnd.In(changed, Post, Replaces) };
    }
}

/// <summary>One part of a post that is split.</summary>
public sealed record PostPart
{
    /// <summary>States a part.</summary>
    /// <param name="post">Its identifier: a new one, or for one part that of the post that is split.</param>
    /// <param name="organisations">The organisations it serves, each once, at least one.</param>
    /// <param name="holder">Who holds it; null when it begins vacant.</param>
    /// <param name="criticality">How much its emptiness hurts; null for as much as that of the post that is split.</param>
    /// <exception cref="ArgumentException">No organisation, or one twice.</exception>
    public PostPart(PostId post, IEnumerable<OrganisationId> organisations, PersonId? holder, Criticality? criticality = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        Organisations = Require.Distinct(organisations, each => each, $"the organisations of part {post}");
        if (Organisations.Count == 0)
            throw new ArgumentException($"Name an organisation that part {post} serves.", nameof(organisations));
        (Post, Holder, Criticality) = (post, holder, criticality);
    }

    /// <summary>Its identifier.</summary>
    public PostId Post { get; }

    /// <summary>The organisations it serves.</summary>
    public IReadOnlyList<OrganisationId> Organisations { get; }

    /// <summary>Who holds it; null when it begins vacant.</summary>
    public PersonId? Holder { get; }

    /// <summary>How much its emptiness hurts; null for as much as that of the post that is split.</summary>
    public Criticality? Criticality { get; }
}

/// <summary>
/// A shared post becomes two or more on the first day. A holder who keeps a part keeps its dates; others begin that day and keep their
/// other posts; interim and acting appointments end. Whoever is named for the post is named for each part, and its deputies stand in for
/// each.
/// </summary>
public sealed record PostSplit : ScenarioChange
{
    /// <summary>States the parts.</summary>
    /// <param name="post">The post that is split.</param>
    /// <param name="parts">Two or more, which together serve each organisation of the post once.</param>
    /// <exception cref="ArgumentException">Fewer than two parts, an identifier twice or an organisation twice.</exception>
    public PostSplit(PostId post, IEnumerable<PostPart> parts)
    {
        ArgumentNullException.ThrowIfNull(post);
        Post = post;
        Parts = Require.Distinct(parts, part => part.Post, $"the parts of post {post}");
        if (Parts.Count < 2) throw new ArgumentException($"Split post {post} into at least two parts.", nameof(parts));
        Require.Distinct(Parts.SelectMany(part => part.Organisations), each => each, $"the organisations of the parts of post {post}");
    }

    /// <summary>The post that is split.</summary>
    public PostId Post { get; }

    /// <summary>The parts.</summary>
    public IReadOnlyList<PostPart> Parts { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        var post = snapshot.Get(Post);
        var organisations = post.Serves.Select(served => served.Organisation).ToHashSet();
        if (!organisations.SetEquals(Parts.SelectMany(part => part.Organisations)))
        {
            throw new ArgumentException(
                $"Give each organisation that post {Post} serves to one part: {string.Join(", ", organisations)}.", nameof(group));
        }

        if (Parts.FirstOrDefault(part => part.Post != Post && snapshot.Find(part.Post) is not null) is { } taken)
            throw new ArgumentException($"Give a part an identifier of its own; the group has a post {taken.Post}.", nameof(group));
        foreach (var part in Parts)
        {
            if (part.Holder is not null) snapshot.RequirePerson(part.Holder);
        }

        return group with
        {
            Snapshot = new GroupSnapshot(
                snapshot.AsOf,
                [
                    .. snapshot.Posts.Where(each => each != post).Select(each => each.With(deputies: each.Deputies.SelectMany(
                        deputy => deputy.Post == Post ? StandingIn(each, deputy) : [deputy]))),
                    .. Parts.Select(part => Part(post, part, snapshot.AsOf)),
                ],
                [
                    .. snapshot.Appointments.Where(held => held.Post != Post),
                    .. Parts.Where(part => part.Holder is not null).Select(part => Held(snapshot, part, part.Holder!)),
                ],
                [
                    .. snapshot.Nominations.Where(name => name.Post != Post),
                    .. Parts.SelectMany(part => snapshot.NamedFor(Post).Where(name => name.Nominee != part.Holder)
                        .Select(name => name.For(part.Post, name.Rank))),
                ], snapshot.Intentions),
        };
    }

    private static Post Part(Post post, PostPart part, DateOnly asOf)
    {
        OrganisationServed[] served = [.. post.Serves.Where(each => part.Organisations.Contains(each.Organisation))];
        double? whole = served.All(each => each.Share is not null) ? served.Sum(each => each.Share!.Value) : null;
        var level = post.Level == PostLevel.Group && served.Length == 1 ? PostLevel.Trust : post.Level;
        return new Post(
            part.Post, post.Family, level,
            served.Select(each => new OrganisationServed(
                each.Organisation, whole is { } all ? Math.Min(1, each.Share!.Value / all) : null)),
            part.Criticality ?? post.Criticality, post.DaysPerWeek * whole, Answer.Unknown,
            post.Deputies.Where(deputy => deputy.Post != part.Post), asOf, post.Requirements);
    }

    private Appointment Held(GroupSnapshot snapshot, PostPart part, PersonId holder)
    {
        var held = snapshot.HoldersOf(Post).FirstOrDefault(each => each.Person == holder);
        return held is null
            ? new Appointment(part.Post, holder, AppointmentKind.Substantive, snapshot.AsOf)
            : held.On(
                part.Post, held.Boards.Where(clock => part.Organisations.Contains(clock.Board)),
                held.LeftBoards.Where(part.Organisations.Contains), held.PlannedEnd);
    }

    // Where the post stood in, the parts that share an organisation with the other post stand in.
    private IEnumerable<DeputyArrangement> StandingIn(Post other, DeputyArrangement deputy) => Parts
        .Where(part => part.Organisations.Any(other.IsServing)).Select(part => new DeputyArrangement(part.Post, deputy.Accepted));
}
