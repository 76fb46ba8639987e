namespace Talent.Succession.Engine.Inputs;

/// <summary>
/// When a person intends to leave the group, as that person alone stated and allowed to be used (domain.md section 8). It takes the place
/// of what posts like theirs make expect. Every day from the first to the last is as likely as the next.
/// </summary>
public sealed record LeavingIntention
{
    /// <summary>States an intention.</summary>
    /// <param name="person">Who stated it.</param>
    /// <param name="earliest">The first day on which the person may have left: from then on the posts have no holder.</param>
    /// <param name="latest">The last such day.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public LeavingIntention(PersonId person, DateOnly earliest, DateOnly latest)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (latest < earliest)
            throw new ArgumentException($"Give a last day for {person} that is not before the first.", nameof(latest));
        (Person, Earliest, Latest) = (person, earliest, latest);
    }

    /// <summary>Who stated it.</summary>
    public PersonId Person { get; }

    /// <summary>The first day on which the person may have left.</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last such day.</summary>
    public DateOnly Latest { get; }

    /// <summary>Whole days from a day to the first and the last on which somebody who is still there may have left.</summary>
    /// <param name="asOf">The day they are counted from.</param>
    internal (int First, int Last) DaysFrom(DateOnly asOf) =>
        (Math.Max(0, Earliest.DayNumber - asOf.DayNumber), Math.Max(0, Latest.DayNumber - asOf.DayNumber));

    /// <summary>The probability that somebody who is there on a day has left before another: the part of the days that are left.</summary>
    /// <param name="asOf">The day on which the person is there.</param>
    /// <param name="before">The other day.</param>
    public double LeavesBefore(DateOnly asOf, DateOnly before)
    {
        var (first, last) = DaysFrom(asOf);
        var days = before.DayNumber - asOf.DayNumber;
        return Math.Clamp((double)(days - first) / (last - first + 1), 0, 1);
    }
}
