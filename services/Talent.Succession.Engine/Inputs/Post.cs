namespace Talent.Succession.Engine.Inputs;

/// <summary>Where in a group a post sits.</summary>
public enum PostLevel
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>Leads several trusts together.</summary>
    Group,

    /// <summary>Sits on one trust.</summary>
    Trust,

    /// <summary>Leads a hospital or another site.</summary>
    Site,

    /// <summary>Leads a division of a trust or site.</summary>
    Division,
}

/// <summary>An answer that may be missing. Missing never counts as the safe answer.</summary>
public enum Answer
{
    /// <summary>Not recorded.</summary>
    Unknown,

    /// <summary>Recorded as yes.</summary>
    Yes,

    /// <summary>Recorded as no.</summary>
    No,
}

/// <summary>How much it hurts a group that a post is empty: 1 (least) to 5 (most), or not given.</summary>
public sealed record Criticality
{
    private const int Most = 5;

    private Criticality(int? weight, DateOnly? agreedOn) => (Weight, AgreedOn) = (weight, agreedOn);

    /// <summary>Nobody has proposed a weight.</summary>
    public static Criticality NotGiven { get; } = new(null, null);

    /// <summary>1 to 5, or null when nobody has given one.</summary>
    public int? Weight { get; }

    /// <summary>The weight, or the greatest where nobody has given one: unknown is never taken for unimportant.</summary>
    public int PrudentWeight => Weight ?? Most;

    /// <summary>The day the group agreed it, or null while it is only proposed or not given.</summary>
    public DateOnly? AgreedOn { get; }

    /// <summary>The group has agreed and signed this weight.</summary>
    /// <exception cref="ArgumentException">The weight lies outside 1 to 5.</exception>
    public static Criticality Agreed(int weight, DateOnly on) => new(Checked(weight), on);

    /// <summary>Somebody proposed this weight; figures that use it also show equal weights.</summary>
    /// <exception cref="ArgumentException">The weight lies outside 1 to 5.</exception>
    public static Criticality Proposed(int weight) => new(Checked(weight), null);

    private static int Checked(int weight) => (int)Require.Between(weight, 1, Most, "the criticality weight of a post");
}

/// <summary>One organisation that a post serves, and the part of the post's time it gets.</summary>
public sealed record OrganisationServed
{
    /// <summary>States whom a post serves.</summary>
    /// <param name="organisation">The organisation served.</param>
    /// <param name="share">Part of the time, above 0 and at most 1; null when it is not recorded.</param>
    /// <exception cref="ArgumentException">The share lies outside its range.</exception>
    public OrganisationServed(OrganisationId organisation, double? share = null)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        if (share is { } part && !(part > 0 && part <= 1))
        {
            throw new ArgumentException(
                $"Give the share of time for {organisation} above 0 and at most 1, or leave it out.", nameof(share));
        }

        (Organisation, Share) = (organisation, share);
    }

    /// <summary>The organisation served.</summary>
    public OrganisationId Organisation { get; }

    /// <summary>Part of the post's time, above 0 and at most 1; null when not recorded.</summary>
    public double? Share { get; }
}

/// <summary>A post whose holder stands in while the seat is empty. That is interim cover, never succession.</summary>
public sealed record DeputyArrangement
{
    /// <summary>Names a deputy post.</summary>
    /// <param name="post">The deputy post; it may lie outside the group, then nobody is known to hold it.</param>
    /// <param name="accepted">Whether deputising has been accepted; only <see cref="Answer.Yes"/> counts.</param>
    public DeputyArrangement(PostId post, Answer accepted)
    {
        ArgumentNullException.ThrowIfNull(post);
        (Post, Accepted) = (post, Require.Defined(accepted, "whether deputising is accepted"));
    }

    /// <summary>The deputy post.</summary>
    public PostId Post { get; }

    /// <summary>Whether deputising has been accepted.</summary>
    public Answer Accepted { get; }
}

/// <summary>A seat that outlives its holder, over one or several organisations.</summary>
public sealed class Post
{
    /// <summary>States a post as the register holds it.</summary>
    /// <param name="id">Identifier.</param>
    /// <param name="family">Role family.</param>
    /// <param name="level">Where it sits.</param>
    /// <param name="serves">At least one organisation, each once; recorded shares together at most 1.</param>
    /// <param name="criticality">How much its emptiness hurts.</param>
    /// <param name="daysPerWeek">Above 0 and at most 7; null when not recorded.</param>
    /// <param name="designedAroundPerson">Whether the post was made around one person.</param>
    /// <param name="deputies">Deputy posts, each once, never the post itself.</param>
    /// <param name="established">The day the post was made, or null when not recorded.</param>
    /// <param name="requirements">What whoever takes it over must meet, each once.</param>
    /// <exception cref="ArgumentException">One of the conditions above does not hold; the sentence says which.</exception>
    public Post(
        PostId id, FamilyKey family, PostLevel level, IEnumerable<OrganisationServed> serves, Criticality? criticality = null,
        double? daysPerWeek = null, Answer designedAroundPerson = Answer.Unknown, IEnumerable<DeputyArrangement>? deputies = null,
        DateOnly? established = null, IEnumerable<RequirementKey>? requirements = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(family);
        Id = id;
        Family = family;
        Level = Require.Defined(level, "the level of a post");
        Serves = Require.Distinct(serves, served => served.Organisation, $"the organisations that post {id} serves");
        if (Serves.Count == 0) throw new ArgumentException($"Name at least one organisation that post {id} serves.", nameof(serves));
        if (Serves.Sum(served => served.Share ?? 0) > 1 + 1e-9)
            throw new ArgumentException($"The shares of time of post {id} add up to more than 1; correct them.", nameof(serves));
        if (daysPerWeek is { } days && !(days > 0 && days <= 7))
        {
            throw new ArgumentException(
                $"Give the days per week of post {id} above 0 and at most 7, or leave them out.", nameof(daysPerWeek));
        }

        Criticality = criticality ?? Criticality.NotGiven;
        DaysPerWeek = daysPerWeek;
        DesignedAroundPerson = Require.Defined(designedAroundPerson, "whether a post is designed around a person");
        Deputies = Require.Distinct(deputies ?? [], deputy => deputy.Post, $"the deputies of post {id}");
        if (Deputies.Any(deputy => deputy.Post == id))
            throw new ArgumentException($"Post {id} cannot be its own deputy; name another post.", nameof(deputies));
        Established = established;
        Requirements = Require.Distinct(requirements ?? [], key => key, $"the requirements of post {id}");
    }

    /// <summary>Identifier.</summary>
    public PostId Id { get; }

    /// <summary>Role family.</summary>
    public FamilyKey Family { get; }

    /// <summary>Where it sits.</summary>
    public PostLevel Level { get; }

    /// <summary>The organisations served, at least one.</summary>
    public IReadOnlyList<OrganisationServed> Serves { get; }

    /// <summary>How much its emptiness hurts.</summary>
    public Criticality Criticality { get; }

    /// <summary>Days a week, above 0 and at most 7; null when not recorded.</summary>
    public double? DaysPerWeek { get; }

    /// <summary>Whether the post was made around one person.</summary>
    public Answer DesignedAroundPerson { get; }

    /// <summary>Deputy posts.</summary>
    public IReadOnlyList<DeputyArrangement> Deputies { get; }

    /// <summary>The day the post was made, or null when not recorded.</summary>
    public DateOnly? Established { get; }

    /// <summary>Hard requirements: whoever certainly does not meet one cannot take the post over.</summary>
    public IReadOnlyList<RequirementKey> Requirements { get; }

    /// <summary>All organisations that these posts serve, each once, in the order of their identifiers.</summary>
    public static IReadOnlyList<OrganisationId> OrganisationsServedBy(IEnumerable<Post> posts) =>
    [
        .. posts.SelectMany(post => post.Serves).Select(served => served.Organisation).Distinct()
            .OrderBy(one => one.Value, StringComparer.Ordinal),
    ];

    /// <summary>True when the post serves this organisation.</summary>
    public bool IsServing(OrganisationId organisation) => Serves.Any(served => served.Organisation == organisation);
}
