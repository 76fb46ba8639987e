namespace Talent.Succession.Engine.Inputs;

/// <summary>When a person is expected to be ready for one post: an interval of days, or not recorded.</summary>
public sealed record Readiness
{
    private Readiness(DateOnly? earliest, DateOnly? latest) => (Earliest, Latest) = (earliest, latest);

    /// <summary>Nobody has recorded a readiness. It never counts as ready.</summary>
    public static Readiness Unknown { get; } = new(null, null);

    /// <summary>First day the person may be ready; null when not recorded.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>Day by which the person is ready even if all goes slowly; null when there is none.</summary>
    public DateOnly? Latest { get; }

    /// <summary>True when no latest date is known, so that the person can never be counted.</summary>
    public bool IsUnknown => Latest is null;

    /// <summary>Ready at some day from the earliest to the latest, both included.</summary>
    /// <exception cref="ArgumentException">The latest day is before the earliest.</exception>
    public static Readiness Between(DateOnly earliest, DateOnly? latest) => latest is { } last && last < earliest
        ? throw new ArgumentException("The latest day of a readiness must not be before its earliest day.", nameof(latest))
        : new Readiness(earliest, latest);

    /// <summary>Ready by this day.</summary>
    public static Readiness By(DateOnly day) => new(day, day);

    /// <summary>True when the person is certainly ready on the day: unknown is never.</summary>
    public bool IsReadyBy(DateOnly day) => Latest <= day;
}

/// <summary>Whether the person knows of the nomination.</summary>
public enum Disclosure
{
    /// <summary>The person has not been told.</summary>
    NotYetTold,

    /// <summary>The person has been told.</summary>
    Told,

    /// <summary>Kept confidential for a recorded and approved reason.</summary>
    Confidential,
}

/// <summary>Somebody named as a possible successor for one post.</summary>
public sealed class Nomination
{
    /// <summary>States a nomination.</summary>
    /// <param name="post">The post named for.</param>
    /// <param name="nominee">The person, or the opaque reference of somebody outside the group.</param>
    /// <param name="isExternal">True for somebody outside the group: availability is unknown, whatever readiness says.</param>
    /// <param name="rank">1 for the first choice, or null when not ranked.</param>
    /// <param name="readiness">When the person is ready for this post.</param>
    /// <param name="disclosure">Whether the person knows.</param>
    /// <param name="isEndorsed">Whether the committee has endorsed it; impossible while not yet told.</param>
    /// <param name="recordedOn">The day the readiness was recorded, or null when not known.</param>
    /// <param name="requirements">Whether the person meets the hard requirements of the post, each once; one left out is open.</param>
    /// <exception cref="ArgumentException">A condition above does not hold; the sentence says which.</exception>
    public Nomination(
        PostId post, PersonId nominee, Readiness? readiness = null, int? rank = null, Disclosure disclosure = Disclosure.Told,
        bool isEndorsed = false, bool isExternal = false, DateOnly? recordedOn = null,
        IEnumerable<RequirementAnswer>? requirements = null)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(nominee);
        if (rank < 1) throw new ArgumentException($"Rank the nominations for post {post} from 1, or leave the rank out.", nameof(rank));
        if (isEndorsed && disclosure == Disclosure.NotYetTold)
            throw new ArgumentException($"Tell the person named for post {post} before the nomination is endorsed.", nameof(isEndorsed));
        (Post, Nominee, Rank, IsEndorsed, IsExternal, RecordedOn) = (post, nominee, rank, isEndorsed, isExternal, recordedOn);
        Readiness = readiness ?? Readiness.Unknown;
        Disclosure = Require.Defined(disclosure, "whether a nominee knows");
        Requirements = Require.Distinct(
            requirements ?? [], answer => answer.Requirement, $"the requirements answered by a nomination for post {post}");
        MeetsRequirements = Requirements.Together();
    }

    /// <summary>The post named for.</summary>
    public PostId Post { get; }

    /// <summary>The person, or the opaque reference of somebody outside the group.</summary>
    public PersonId Nominee { get; }

    /// <summary>True for somebody outside the group: availability is unknown.</summary>
    public bool IsExternal { get; }

    /// <summary>1 for the first choice; null when not ranked.</summary>
    public int? Rank { get; }

    /// <summary>When the person is ready for this post.</summary>
    public Readiness Readiness { get; }

    /// <summary>Whether the person knows.</summary>
    public Disclosure Disclosure { get; }

    /// <summary>Whether the committee has endorsed it.</summary>
    public bool IsEndorsed { get; }

    /// <summary>The day the readiness was recorded; null when not known.</summary>
    public DateOnly? RecordedOn { get; }

    /// <summary>Whether the person meets each hard requirement of the post. In a group every requirement has its answer.</summary>
    public IReadOnlyList<RequirementAnswer> Requirements { get; }

    /// <summary>Whether the person meets all of them: <see cref="Answer.No"/> when one is certainly not met.</summary>
    public Answer MeetsRequirements { get; }

    /// <summary>True when the person certainly does not meet a requirement: named on paper, and nowhere else.</summary>
    public bool IsExcluded => MeetsRequirements == Answer.No;

    /// <summary>
    /// True when the person is certain cover by a day: of the group, ready by then, and known to meet every requirement.
    /// </summary>
    public bool IsCertainBy(DateOnly day) => !IsExternal && MeetsRequirements == Answer.Yes && Readiness.IsReadyBy(day);

    internal Nomination With(IReadOnlyList<RequirementAnswer> requirements) =>
        new(Post, Nominee, Readiness, Rank, Disclosure, IsEndorsed, IsExternal, RecordedOn, requirements);
}
