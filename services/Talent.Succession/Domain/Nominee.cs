namespace Talent.Succession.Domain;

/// <summary>Somebody named for a post, with all that is known of the nomination. It cannot be built wrong.</summary>
public sealed record Nominee
{
    private readonly int? _rank;

    /// <summary>Identity of the nomination.</summary>
    public required string Id { get; init; }

    /// <summary>The person's record; null for an external successor.</summary>
    public string? PersonId { get; init; }

    /// <summary>The text that holds an external successor's name and organisation; null for a person with a record here.</summary>
    public string? ExternalTextId { get; init; }

    /// <summary>Place in the order of the post's successors, from 1; null when not ranked.</summary>
    /// <exception cref="RuleException">It is below 1.</exception>
    public int? Rank
    {
        get => _rank;
        init => _rank = value is < 1 ? throw new RuleException("nomination.rank", "Give a place from 1, or leave it out.") : value;
    }

    /// <summary>When the person is expected to be ready for this post; null: not stated with the nomination.</summary>
    public ReadyBetween? Readiness { get; init; }

    /// <summary>Whether the person knows.</summary>
    public Telling Telling { get; init; }

    /// <summary>The conditions of confidentiality; null: not confidential.</summary>
    public Confidentiality? Confidentiality { get; init; }

    /// <summary>Whether the nominations committee endorsed it.</summary>
    public bool IsEndorsed { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly NominatedOn { get; init; }

    /// <summary>The day the readiness was recorded; null while there is none.</summary>
    public DateOnly? ReadinessRecordedOn { get; init; }

    /// <summary>The version of the slate that last changed this nomination: its etag.</summary>
    public long Version { get; init; }

    /// <summary>True for somebody without a record here.</summary>
    public bool IsExternal => PersonId is null;

    /// <summary>Refuses a nomination whose parts do not belong together.</summary>
    /// <exception cref="RuleException">Which part, and what to do.</exception>
    public Nominee Checked()
    {
        if (PersonId is null == ExternalTextId is null)
            throw new RuleException("nomination.person_id", "Name either a person with a record here or an external successor.");
        if (IsEndorsed && Telling == Telling.NotYetTold)
            throw new RuleException("nomination.endorsed", "Tell the person before the nomination is endorsed.");
        if (Telling == Telling.Confidential != Confidentiality is not null)
        {
            throw new RuleException(
                "nomination.confidentiality",
                "Give reason, approver and end of confidentiality with a confidential nomination, and with no other.");
        }

        return this;
    }
}

/// <summary>When a person is expected to be ready.</summary>
public sealed record ReadyBetween
{
    /// <summary>An interval of days, both included.</summary>
    /// <param name="earliest">First day on which the person may be ready; null: not known.</param>
    /// <param name="latest">Day by which the person is expected to be ready; null: no upper end is known.</param>
    /// <exception cref="RuleException">The latest day is before the earliest.</exception>
    public ReadyBetween(DateOnly? earliest, DateOnly? latest)
    {
        if (latest < earliest)
            throw new RuleException("nomination.readiness.latest", "Give a latest day that is not before the earliest.");
        (Earliest, Latest) = (earliest, latest);
    }

    /// <summary>First day on which the person may be ready; null: not known.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>Day by which the person is expected to be ready; null: no upper end is known.</summary>
    public DateOnly? Latest { get; }
}
