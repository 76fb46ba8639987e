using Grpc.Core;
using Talent.Types.V1;

namespace Talent.ServiceDefaults;

/// <summary>Days between the contracts and .NET. An unset message is a day that is not known.</summary>
public static class DateConversions
{
    /// <summary>The day as a message.</summary>
    public static Date ToDate(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>The day as a message; null stays unset.</summary>
    public static Date? ToDate(this DateOnly? day) => day?.ToDate();

    /// <summary>The message as a day; unset stays null.</summary>
    /// <param name="date">The message.</param>
    /// <param name="field">Path of the field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there is no such day.</exception>
    public static DateOnly? ToDay(this Date? date, string field)
    {
        if (date is null)
            return null;
        var (year, month, day) = (date.Year, date.Month, date.Day);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            throw Errors.Invalid(field, "Give a date that exists, with year, month and day.");
        return new DateOnly(year, month, day);
    }

    /// <summary>The message as a day that must be there.</summary>
    /// <param name="date">The message.</param>
    /// <param name="field">Path of the field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is unset, or there is no such day.</exception>
    public static DateOnly ToRequiredDay(this Date? date, string field) =>
        date.ToDay(field) ?? throw Errors.Invalid(field, "Give the date.");

    /// <summary>The period as a message.</summary>
    public static Period ToPeriod(this DayPeriod period) => new() { Start = period.Start.ToDate(), End = period.End.ToDate() };

    /// <summary>The message as a period; unset is a period without known start and end.</summary>
    /// <param name="period">The message.</param>
    /// <param name="field">Path of the field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: a day that does not exist, or an end that is not after the start.</exception>
    public static DayPeriod ToDayPeriod(this Period? period, string field)
    {
        var days = new DayPeriod(period?.Start.ToDay($"{field}.start"), period?.End.ToDay($"{field}.end"));
        return !days.IsEmpty
            ? days
            : throw Errors.Invalid($"{field}.end", "Give an end that is after the start; the end is the first day outside.");
    }
}
