using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Days as the contracts write them.</summary>
internal static class Days
{
    public static DateOnly ToDay(this Date date) => new(date.Year, date.Month, date.Day);

    public static Period From(DateOnly start) => new() { Start = start.ToDate() };

    /// <summary>The first of the month that lies so many years before the day: posts and terms rarely begin on other days.</summary>
    public static DateOnly MonthBefore(this DateOnly day, double years)
    {
        var then = day.AddDays(-(int)Math.Round(years * 365.25));
        return new DateOnly(then.Year, then.Month, 1);
    }
}
