namespace Talent.Development.Domain;

/// <summary>When a person is expected to be ready. Both ends null: asked, and not known, which never counts as ready.</summary>
public sealed record Readiness
{
    /// <summary>Asked, and not known.</summary>
    public static Readiness Unknown { get; } = new(null, null);

    /// <summary>States a readiness.</summary>
    /// <param name="earliest">First day on which the person may be ready; null: not known.</param>
    /// <param name="latest">Last day by which the person is expected to be ready; null: no upper end is known.</param>
    /// <exception cref="RuleException">The latest day is before the earliest.</exception>
    public Readiness(DateOnly? earliest, DateOnly? latest)
    {
        if (latest < earliest)
            throw new RuleException("readiness.latest", "Give a latest day that is not before the earliest.");
        (Earliest, Latest) = (earliest, latest);
    }

    /// <summary>First day on which the person may be ready; null: not known.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>Last day by which the person is expected to be ready; null: no upper end is known.</summary>
    public DateOnly? Latest { get; }
}
