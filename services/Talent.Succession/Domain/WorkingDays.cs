namespace Talent.Succession.Domain;

/// <summary>Counts working days: Monday to Friday without the bank holidays of England and Wales.</summary>
/// <param name="bankHolidays">The bank holidays of each year that is recorded.</param>
public sealed class WorkingDays(IReadOnlyDictionary<int, IReadOnlySet<DateOnly>> bankHolidays)
{
    /// <summary>The last of a number of working days, the first of which is the one after a day.</summary>
    /// <returns>The day; null when it is not known, because the bank holidays of a year in between are not recorded.</returns>
    public DateOnly? After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (!bankHolidays.TryGetValue(day.Year, out var holidays))
                return null;
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day))
                left--;
        }

        return day;
    }
}
