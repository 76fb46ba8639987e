using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>
/// The term of a holder is extended on one board. An appointment has one agreed end, so where the holder serves several boards by the same
/// post all of them are named; split the post first to extend one of them alone. An extension beyond the years of the term clock is taken
/// to be agreed, as NHS Code of governance 4.3 asks: until it ends the limit ends none of the appointments.
/// </summary>
public sealed record TermExtended : ScenarioChange
{
    /// <summary>States an extension.</summary>
    /// <param name="post">The post.</param>
    /// <param name="person">Its holder.</param>
    /// <param name="boards">The boards the holder serves by it, each once, at least one.</param>
    /// <param name="until">The first day after the longer term.</param>
    /// <exception cref="ArgumentException">A board is there twice or none is named.</exception>
    public TermExtended(PostId post, PersonId person, IEnumerable<OrganisationId> boards, DateOnly until)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(person);
        Boards = Require.Distinct(boards, board => board, "the boards of an extension");
        if (Boards.Count == 0) throw new ArgumentException("Name the board on which the term is extended.", nameof(boards));
        (Post, Person, Until) = (post, person, until);
    }

    /// <summary>The post.</summary>
    public PostId Post { get; }

    /// <summary>Its holder.</summary>
    public PersonId Person { get; }

    /// <summary>The boards.</summary>
    public IReadOnlyList<OrganisationId> Boards { get; }

    /// <summary>The first day after the longer term.</summary>
    public DateOnly Until { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        foreach (var board in Boards) snapshot.RequireOrganisation(board);
        var post = snapshot.Get(Post);
        var held = snapshot.HoldersOf(Post).FirstOrDefault(each => each.Person == Person)
            ?? throw new ArgumentException($"Extend the term of a holder of post {Post}; {Person} does not hold it.", nameof(group));
        if (!post.Serves.Select(served => served.Organisation).Except(held.LeftBoards).ToHashSet().SetEquals(Boards))
        {
            throw new ArgumentException(
                $"Name exactly the boards that {Person} serves by post {Post}, or split the post first to extend one of them.",
                nameof(group));
        }

        if (held.PlannedEnd is not { } end)
            throw new ArgumentException($"Record the agreed end of {Person} in post {Post} before the term is extended.", nameof(group));
        if (Until <= end)
            throw new ArgumentException($"Extend the term in post {Post} beyond its agreed end.", nameof(group));
        return new AppliedScenario(
            snapshot.With(appointments: snapshot.Appointments.Select(each =>
                each == held ? held.On(Post, held.Boards, held.LeftBoards, Until) : each)),
            group.Changes with
            {
                ExtendedTerms = new Dictionary<(PostId Post, PersonId Person), DateOnly>(group.Changes.ExtendedTerms)
                {
                    [(Post, Person)] = Until,
                },
            });
    }
}

/// <summary>The search begins early for a post whose holder has an agreed end.</summary>
public sealed record EarlySearch : ScenarioChange
{
    /// <summary>States when the search begins.</summary>
    /// <param name="post">The post.</param>
    /// <param name="days">So many days before the agreed end, 1 or more.</param>
    /// <exception cref="ArgumentException">The days are fewer than 1.</exception>
    public EarlySearch(PostId post, int days)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (days < 1) throw new ArgumentException("Begin an early search at least one day before the agreed end.", nameof(days));
        (Post, Days) = (post, days);
    }

    /// <summary>The post.</summary>
    public PostId Post { get; }

    /// <summary>Days before the agreed end.</summary>
    public int Days { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        if (!snapshot.HoldersOf(snapshot.Get(Post).Id).Any(held => held.PlannedEnd > snapshot.AsOf))
            throw new ArgumentException($"Record an agreed end ahead for post {Post}; a search is early before one.", nameof(group));
        return group with
        {
            Changes = group.Changes with
            {
                EarlySearches = new Dictionary<PostId, int>(group.Changes.EarlySearches) { [Post] = Days },
            },
        };
    }
}

/// <summary>No recruitment from outside begins between two dates; what has begun goes on, and successors take up posts as before.</summary>
public sealed record RecruitmentFreeze : ScenarioChange
{
    /// <summary>States a freeze.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="until">The first day after it.</param>
    /// <exception cref="ArgumentException">It ends before it has begun.</exception>
    public RecruitmentFreeze(DateOnly from, DateOnly until) => Pause = new RecruitmentPause(from, until);

    /// <summary>From when until when.</summary>
    public RecruitmentPause Pause { get; }

    internal override AppliedScenario Apply(AppliedScenario group) =>
        group with { Changes = group.Changes with { Pauses = [.. group.Changes.Pauses, Pause] } };
}

/// <summary>The holder of a post accepts to stand in while another post is empty.</summary>
public sealed record DeputyAccepted : ScenarioChange
{
    /// <summary>States the arrangement.</summary>
    /// <param name="post">The post.</param>
    /// <param name="deputy">The post whose holder stands in.</param>
    /// <exception cref="ArgumentException">They are the same.</exception>
    public DeputyAccepted(PostId post, PostId deputy)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(deputy);
        if (post == deputy) throw new ArgumentException($"Post {post} cannot be its own deputy; name another post.", nameof(deputy));
        (Post, Deputy) = (post, deputy);
    }

    /// <summary>The post.</summary>
    public PostId Post { get; }

    /// <summary>The post whose holder stands in.</summary>
    public PostId Deputy { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        var (post, deputy) = (snapshot.Get(Post), snapshot.Get(Deputy));
        var changed = post.With(deputies: post.Deputies.Where(each => each.Post != deputy.Id)
            .Append(new DeputyArrangement(deputy.Id, Answer.Yes)));
        return group with { Snapshot = snapshot.With(posts: snapshot.Posts.Select(each => each == post ? changed : each)) };
    }
}
