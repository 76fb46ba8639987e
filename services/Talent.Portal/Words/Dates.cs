using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Portal.Words;

/// <summary>Days and instants as people in England write them; times of day are those of Europe/London.</summary>
public static class Dates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The day of a message; null when the message is unset, which means not known.</summary>
    public static DateOnly? Day(this Date? date) => date.ToDay("date");

    /// <summary>For example "22 November 2026".</summary>
    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>For example "22 November 2026"; <paramref name="unknown"/> when the day is not known.</summary>
    public static string Say(Date? date, string unknown = "not known") => date.Day() is { } day ? Say(day) : unknown;

    /// <summary>The last day of a half-open period that ends with <paramref name="end"/>, which is the first day outside.</summary>
    public static string SayLastDay(Date? end, string unknown = "not known") => end.Day() is { } day ? Say(day.AddDays(-1)) : unknown;

    /// <summary>For example "22 November 2026 at 3:04pm".</summary>
    public static string Say(Timestamp? instant, string unknown = "not known") =>
        instant is null ? unknown : Say(instant.ToDateTimeOffset());

    /// <summary>For example "22 November 2026 at 3:04pm".</summary>
    public static string Say(DateTimeOffset instant)
    {
        var local = LondonCalendar.LocalTime(instant);
        var hour = local.ToString("h:mmtt", English).ToLower(English);
        return string.Create(English, $"{local:d MMMM yyyy} at {hour}");
    }
}
