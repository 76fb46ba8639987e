using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>A person leaves the group for good, without notice, which vacates all their posts.</summary>
public sealed record PersonLeaves : ScenarioChange
{
    /// <summary>States a departure.</summary>
    /// <param name="person">Who leaves.</param>
    /// <param name="on">When; a day before the first is the first.</param>
    public PersonLeaves(PersonId person, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(person);
        (Person, On) = (person, on);
    }

    /// <summary>Who leaves.</summary>
    public PersonId Person { get; }

    /// <summary>When.</summary>
    public DateOnly On { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        group.Snapshot.RequirePerson(Person);
        var day = group.Changes.Departures.TryGetValue(Person, out var earlier) && earlier < On ? earlier : On;
        return group with
        {
            Changes = group.Changes with
            {
                Departures = new Dictionary<PersonId, DateOnly>(group.Changes.Departures) { [Person] = day },
            },
        };
    }
}

/// <summary>Somebody is named for a post.</summary>
public sealed record NominationAdded : ScenarioChange
{
    /// <summary>States the nomination that is added.</summary>
    /// <param name="nomination">It; the nominee may be new to the group.</param>
    public NominationAdded(Nomination nomination)
    {
        ArgumentNullException.ThrowIfNull(nomination);
        Nomination = nomination;
    }

    /// <summary>The nomination.</summary>
    public Nomination Nomination { get; }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var (snapshot, post) = (group.Snapshot, group.Snapshot.Get(Nomination.Post).Id);
        if (snapshot.NamedFor(post).Any(name => name.Nominee == Nomination.Nominee))
        {
            throw new ArgumentException(
                $"Make {Nomination.Nominee} ready by a date instead; the person is named for post {post} already.", nameof(group));
        }

        if (snapshot.Holds(Nomination.Nominee, post))
            throw new ArgumentException($"Name somebody else for post {post}; {Nomination.Nominee} holds it.", nameof(group));
        return group with { Snapshot = snapshot.With(nominations: snapshot.Nominations.Append(Nomination)) };
    }
}

/// <summary>
/// A person is made ready by a date, for one post or for every post of a family. Where the person is not named for it yet, that is added
/// without a rank; whoever is ready earlier stays so.
/// </summary>
public sealed record MadeReady : ScenarioChange
{
    private MadeReady(PersonId person, DateOnly by, PostId? post, FamilyKey? family)
    {
        ArgumentNullException.ThrowIfNull(person);
        (Person, By, Post, Family) = (person, by, post, family);
    }

    /// <summary>Who is made ready.</summary>
    public PersonId Person { get; }

    /// <summary>The day from which the person is ready.</summary>
    public DateOnly By { get; }

    /// <summary>The post, or null when it is a family.</summary>
    public PostId? Post { get; }

    /// <summary>The family, or null when it is one post.</summary>
    public FamilyKey? Family { get; }

    /// <summary>Ready for one post.</summary>
    public static MadeReady For(PostId post, PersonId person, DateOnly by)
    {
        ArgumentNullException.ThrowIfNull(post);
        return new MadeReady(person, by, post, null);
    }

    /// <summary>Ready for every post of a family that the person does not hold.</summary>
    public static MadeReady For(FamilyKey family, PersonId person, DateOnly by)
    {
        ArgumentNullException.ThrowIfNull(family);
        return new MadeReady(person, by, null, family);
    }

    internal override AppliedScenario Apply(AppliedScenario group)
    {
        var snapshot = group.Snapshot;
        snapshot.RequirePerson(Person);
        if (Post is not null && snapshot.Holds(Person, snapshot.Get(Post).Id))
            throw new ArgumentException($"Make somebody else ready for post {Post}; {Person} holds it.", nameof(group));
        var posts = Post is not null ? [Post] : ProgrammeCohort.PostsOf(snapshot, Family!, Person);
        return group with
        {
            Snapshot = snapshot.With(nominations: ProgrammeCohort.Named(
                snapshot, posts, Person, Earlier, new Nomination(posts[0], Person, Readiness.By(By)))),
        };
    }

    private Nomination Earlier(Nomination name)
    {
        var latest = name.Readiness.Latest is { } day && day < By ? day : By;
        var earliest = name.Readiness.Earliest is { } first && first < latest ? first : latest;
        return name.ReadyAs(Readiness.Between(earliest, latest));
    }
}

/// <summary>
/// People take part in a programme that makes those who complete it ready for the posts of a family. Each completes it or not in each
/// trial; who does not is as ready as before. The true bench counts only what is certain, so it changes only when all complete it.
/// </summary>
public sealed record ProgrammeCohort : ScenarioChange
{
    /// <summary>States a cohort.</summary>
    /// <param name="people">Who takes part, each once, at least one.</param>
    /// <param name="family">The posts it prepares for.</param>
    /// <param name="readyBy">The day from which those who complete it are ready.</param>
    /// <param name="completes">The share that completes it, 0 to 1.</param>
    /// <exception cref="ArgumentException">Nobody takes part, somebody twice, or the share lies outside 0 to 1.</exception>
    public ProgrammeCohort(IEnumerable<PersonId> people, FamilyKey family, DateOnly readyBy, double completes)
    {
        ArgumentNullException.ThrowIfNull(family);
        People = Require.Distinct(people, person => person, "the people of a cohort");
        if (People.Count == 0) throw new ArgumentException("Name at least one person of a cohort.", nameof(people));
        (Family, ReadyBy) = (family, readyBy);
        Completes = Require.Between(completes, 0, 1, "the share that completes a programme");
    }

    /// <summary>Who takes part.</summary>
    public IReadOnlyList<PersonId> People { get; }

    /// <summary>The posts it prepares for.</summary>
    public FamilyKey Family { get; }

    /// <summary>The day from which those who complete it are ready.</summary>
    public DateOnly ReadyBy { get; }

    /// <summary>The share that completes it, 0 to 1.</summary>
    public double Completes { get; }

    internal override AppliedScenario Apply(AppliedScenario group) => People.Aggregate(group, Prepare);

    internal static IReadOnlyList<PostId> PostsOf(GroupSnapshot snapshot, FamilyKey family, PersonId person)
    {
        PostId[] posts =
            [.. snapshot.Posts.Where(post => post.Family == family && !snapshot.Holds(person, post.Id)).Select(post => post.Id)];
        return posts.Length > 0
            ? posts
            : throw new ArgumentException(
                $"Choose a family with a post that {person} does not hold; the group has none of {family}.", nameof(family));
    }

    /// <summary>Nominations in which a person is named for each of some posts.</summary>
    internal static IEnumerable<Nomination> Named(
        GroupSnapshot snapshot, IReadOnlyList<PostId> posts, PersonId person, Func<Nomination, Nomination> changed, Nomination added) =>
        snapshot.Nominations.Select(name => name.Nominee == person && posts.Contains(name.Post) ? changed(name) : name)
            .Concat(posts.Where(post => snapshot.NamedFor(post).All(name => name.Nominee != person))
                .Select(post => added.For(post, null)));

    private AppliedScenario Prepare(AppliedScenario group, PersonId person)
    {
        if (Completes >= 1) return MadeReady.For(Family, person, ReadyBy).Apply(group);
        var snapshot = group.Snapshot;
        snapshot.RequirePerson(person);
        if (group.Changes.Programmes.Any(place => place.Person == person && place.Family == Family))
        {
            throw new ArgumentException(
                $"Let {person} take part in one programme for {Family} only; take the person out of the other cohort.", nameof(group));
        }

        var posts = PostsOf(snapshot, Family, person);
        // Named only because of the programme: who does not complete it is never ready, whatever the prior for the unknown says.
        var added = new Nomination(posts[0], person, Readiness.Between(DateOnly.MaxValue, null));
        return new AppliedScenario(
            snapshot.With(nominations: Named(snapshot, posts, person, name => name, added)),
            group.Changes with
            {
                Programmes = [.. group.Changes.Programmes, new ProgrammePlace(person, Family, ReadyBy, Completes)],
            });
    }
}
