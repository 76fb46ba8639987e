namespace Talent.Development.Domain;

/// <summary>When a person intends to leave the group or the NHS: some day from the earliest to the latest.</summary>
public sealed record LeavingIntention
{
    /// <summary>States an intention.</summary>
    /// <param name="earliest">The first day on which the person may have left.</param>
    /// <param name="latest">The last such day.</param>
    /// <param name="today">Today: nothing is intended for a day that is over.</param>
    /// <exception cref="RuleException">A day is missing or over, or the latest is before the earliest.</exception>
    public LeavingIntention(DateOnly? earliest, DateOnly? latest, DateOnly today)
    {
        Earliest = earliest
            ?? throw new RuleException("earliest", "Give the first day as well; to withdraw the intention, leave out both.");
        Latest = latest ?? throw new RuleException("latest", "Give the last day as well; to withdraw the intention, leave out both.");
        if (Earliest < today)
            throw new RuleException("earliest", "Give a first day that is not over: today or later.");
        if (Latest < Earliest)
            throw new RuleException("latest", "Give a last day that is not before the first.");
    }

    /// <summary>The first day on which the person may have left.</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last such day.</summary>
    public DateOnly Latest { get; }
}
