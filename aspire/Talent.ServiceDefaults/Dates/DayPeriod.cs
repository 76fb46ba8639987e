using System.Runtime.InteropServices;

namespace Talent.ServiceDefaults;

/// <summary>A half-open period of days.</summary>
/// <param name="Start">First day inside. Null: it began on a day that is not known.</param>
/// <param name="End">First day outside. Null: it has no known end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayPeriod(DateOnly? Start, DateOnly? End)
{
    /// <summary>Whether a day is inside.</summary>
    public bool Contains(DateOnly day) => !(day < Start) && !(day >= End);

    /// <summary>Whether a day is inside both.</summary>
    public bool Overlaps(DayPeriod other) => !IsEmpty && !other.IsEmpty && !(Start >= other.End) && !(other.Start >= End);

    /// <summary>Whether no day is inside.</summary>
    public bool IsEmpty => Start >= End;
}
