using System.Runtime.InteropServices;

namespace Talent.Roles.Domain;

/// <summary>
/// A period of days, half open: the first day is inside, the end is the first day outside. Half open, so that the end of one row is
/// the start of the next and nothing falls between; registers that name the last day are converted by <see cref="Inclusive"/>.
/// It always holds at least one day.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Period
{
    /// <summary>Makes a period; an end that is not known is null.</summary>
    /// <exception cref="RuleException">The end is not after the start.</exception>
    public Period(DateOnly? start, DateOnly? end)
    {
        if (start is { } first && end is { } outside && outside <= first)
        {
            throw RuleException.Invalid(
                "period",
                $"Check the dates: what starts on {Text.Day(first)} must end after it, not before {Text.Day(outside)}.");
        }
        (Start, End) = (start, end);
    }

    /// <summary>The first day inside. Null: it began before anything recorded, on a day that is not known.</summary>
    public DateOnly? Start { get; }

    /// <summary>The first day outside. Null: it has no known end.</summary>
    public DateOnly? End { get; }

    /// <summary>From a start to a <paramref name="last"/> day that is still inside, as registers give close dates.</summary>
    /// <exception cref="RuleException">The last day is before the start.</exception>
    public static Period Inclusive(DateOnly? start, DateOnly? last) => new(start, last?.AddDays(1));

    /// <summary>Whether the day is inside.</summary>
    public bool Contains(DateOnly day) => (Start is null || day >= Start) && (End is null || day < End);

    /// <summary>Whether both hold a day in common.</summary>
    public bool Overlaps(Period other) => Intersect(other) is not null;

    /// <summary>Whether it is over by the day.</summary>
    public bool EndedBy(DateOnly day) => End is { } end && end <= day;

    /// <summary>The days that both hold; null where there is none.</summary>
    public Period? Intersect(Period other)
    {
        var start = Later(Start, other.Start);
        var end = Earlier(End, other.End);
        return start is { } first && end is { } outside && outside <= first ? null : new Period(start, end);
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is null || other is null ? one ?? other : one > other ? one : other;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) =>
        one is null || other is null ? one ?? other : one < other ? one : other;
}
