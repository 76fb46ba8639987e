namespace Talent.Messaging;

/// <summary>Dates as people in England see them: the day in Europe/London.</summary>
public static class LondonTime
{
    /// <summary>The time zone of every date on the screen.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in London at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>Today in London, by the given clock.</summary>
    public static DateOnly Today(TimeProvider time) => DayOf(time.GetUtcNow());
}
