namespace Talent.Succession.Engine.Inputs;

/// <summary>Everything the engine may know of a group on one day. Order of the parts never matters: they are sorted here.</summary>
public sealed class GroupSnapshot
{
    private readonly Dictionary<PostId, Post> byId;
    private readonly ILookup<PostId, Appointment> byPost;
    private readonly ILookup<PersonId, Appointment> byPerson;
    private readonly ILookup<PostId, Nomination> named;
    private readonly Dictionary<PersonId, LeavingIntention> byLeaver;

    /// <summary>Takes the posts, appointments and nominations of a group, and what its people stated about leaving.</summary>
    /// <param name="asOf">The day all of it describes.</param>
    /// <param name="posts">Posts, each once.</param>
    /// <param name="appointments">Appointments in force on that day, to posts given here; each person once per post.</param>
    /// <param name="nominations">Nominations for posts given here; each nominee once per post.</param>
    /// <param name="intentions">Intentions to leave that may be used, each person once; null: none is known. Those of people who are
    /// neither appointed nor named here are left out.</param>
    /// <exception cref="ArgumentException">A post is missing or something is there twice; the sentence says which.</exception>
    public GroupSnapshot(
        DateOnly asOf, IEnumerable<Post> posts, IEnumerable<Appointment> appointments, IEnumerable<Nomination> nominations,
        IEnumerable<LeavingIntention>? intentions = null)
    {
        AsOf = asOf;
        Posts =
        [
            .. Require.Distinct(posts, post => post.Id, "the posts of a group").OrderBy(post => post.Id.Value, StringComparer.Ordinal),
        ];
        byId = Posts.ToDictionary(post => post.Id);
        Appointments =
        [
            .. Require.Distinct(appointments, held => (held.Post, held.Person), "the appointments of a group")
                .OrderBy(held => held.Post.Value, StringComparer.Ordinal).ThenBy(held => held.Person.Value, StringComparer.Ordinal),
        ];
        Nominations =
        [
            .. Require.Distinct(nominations, name => (name.Post, name.Nominee), "the nominations of a group")
                .OrderBy(name => name.Post.Value, StringComparer.Ordinal).ThenBy(name => name.Rank ?? int.MaxValue)
                .ThenBy(name => name.Nominee.Value, StringComparer.Ordinal),
        ];
        var people = Appointments.Select(held => held.Person).Concat(Nominations.Select(name => name.Nominee)).ToHashSet();
        Intentions =
        [
            .. Require.Distinct(intentions ?? [], leaver => leaver.Person, "the intentions to leave a group")
                .Where(leaver => people.Contains(leaver.Person)).OrderBy(leaver => leaver.Person.Value, StringComparer.Ordinal),
        ];
        RequireKnown(Appointments.Select(held => held.Post), "an appointment", nameof(appointments));
        RequireKnown(Nominations.Select(name => name.Post), "a nomination", nameof(nominations));
        if (Posts.Any(post => post.Requirements.Count > 0))
            Nominations = [.. RequirementAnswers.Complete(Nominations, post => byId[post].Requirements)];
        if (Appointments.FirstOrDefault(held => held.Start > asOf) is { } early)
        {
            throw new ArgumentException(
                $"The appointment to post {early.Post} begins after the day of the snapshot; leave it out.", nameof(appointments));
        }

        byPost = Appointments.ToLookup(held => held.Post);
        byPerson = Appointments.ToLookup(held => held.Person);
        named = Nominations.ToLookup(name => name.Post);
        byLeaver = Intentions.ToDictionary(leaver => leaver.Person);
    }

    /// <summary>The day all of it describes.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Posts in the order of their identifiers.</summary>
    public IReadOnlyList<Post> Posts { get; }

    /// <summary>Appointments by post, then person.</summary>
    public IReadOnlyList<Appointment> Appointments { get; }

    /// <summary>Nominations by post, then rank, then nominee.</summary>
    public IReadOnlyList<Nomination> Nominations { get; }

    /// <summary>Intentions to leave, by person.</summary>
    public IReadOnlyList<LeavingIntention> Intentions { get; }

    /// <summary>The post of that identifier, or null when the group has none.</summary>
    public Post? Find(PostId post) => byId.GetValueOrDefault(post);

    /// <summary>The post of that identifier.</summary>
    /// <exception cref="ArgumentException">The group has no such post.</exception>
    public Post Get(PostId post) =>
        Find(post) ?? throw new ArgumentException($"Choose a post of this group; it has no post {post}.", nameof(post));

    /// <summary>All appointments to a post.</summary>
    public IEnumerable<Appointment> AppointmentsTo(PostId post) => byPost[post];

    /// <summary>Substantive appointments to a post. More than one is a job share; none is a vacancy.</summary>
    public IEnumerable<Appointment> HoldersOf(PostId post) =>
        byPost[post].Where(held => held.Kind == AppointmentKind.Substantive);

    /// <summary>All appointments of a person in the group.</summary>
    public IEnumerable<Appointment> AppointmentsOf(PersonId person) => byPerson[person];

    /// <summary>Substantive appointments of a person in the group.</summary>
    public IEnumerable<Appointment> PostsHeldBy(PersonId person) =>
        byPerson[person].Where(held => held.Kind == AppointmentKind.Substantive);

    /// <summary>Organisations that a person serves by posts held substantively, in the order of their identifiers.</summary>
    public IReadOnlyList<OrganisationId> OrganisationsRelyingOn(PersonId person) =>
    [
        .. PostsHeldBy(person)
            .SelectMany(held => Get(held.Post).Serves.Select(served => served.Organisation).Except(held.LeftBoards)).Distinct()
            .OrderBy(one => one.Value, StringComparer.Ordinal),
    ];

    /// <summary>Organisations that a post serves in which nobody holds it substantively: all of them when it is vacant.</summary>
    public IReadOnlyList<OrganisationId> OrganisationsWithoutHolder(PostId post) =>
    [
        .. Get(post).Serves.Select(served => served.Organisation)
            .Where(one => HoldersOf(post).All(held => held.LeftBoards.Contains(one))).OrderBy(one => one.Value, StringComparer.Ordinal),
    ];

    /// <summary>Everybody who holds a post substantively, in the order of identifiers.</summary>
    public IEnumerable<PersonId> Holders() => Appointments
        .Where(held => held.Kind == AppointmentKind.Substantive).Select(held => held.Person).Distinct()
        .OrderBy(person => person.Value, StringComparer.Ordinal);

    /// <summary>Nominations for a post, first choice first.</summary>
    public IEnumerable<Nomination> NamedFor(PostId post) => named[post];

    /// <summary>Those of the nominations for a post that could be followed: of people who may meet its hard requirements.</summary>
    public IEnumerable<Nomination> PossibleFor(PostId post) => named[post].Where(name => !name.IsExcluded);

    /// <summary>What a person stated about leaving and allowed to be used; null: nothing.</summary>
    public LeavingIntention? IntentionOf(PersonId person) => byLeaver.GetValueOrDefault(person);

    /// <summary>The same group with some posts, their appointments and their nominations left out.</summary>
    public GroupSnapshot Without(IReadOnlySet<PostId> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        return new GroupSnapshot(
            AsOf, Posts.Where(post => !posts.Contains(post.Id)), Appointments.Where(held => !posts.Contains(held.Post)),
            Nominations.Where(name => !posts.Contains(name.Post)), Intentions);
    }

    private void RequireKnown(IEnumerable<PostId> referred, string what, string parameter)
    {
        if (referred.FirstOrDefault(post => !byId.ContainsKey(post)) is { } missing)
            throw new ArgumentException($"Give post {missing} too: {what} refers to it.", parameter);
    }
}
