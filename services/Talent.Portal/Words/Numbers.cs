using System.Globalization;
using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>Numbers with their units as people read them; what is not known is said to be not known, never shown as nought.</summary>
public static class Numbers
{
    private const double DaysOfAMonth = 365.25 / 12;
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The value alone with its unit, for example "41 days" or "not known".</summary>
    public static string Say(ExplainedNumber? number) =>
        number is null || !number.HasValue ? "not known" : Say(number.Value, number.Unit);

    /// <summary>The interval, for example "between 12 and 60 days"; null when the value is exact or nothing is known.</summary>
    public static string? SayInterval(ExplainedNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!number.HasLower || !number.HasUpper || number.HasValue && number.Lower >= number.Upper)
            return null;
        return $"between {Bare(number.Lower, number.Unit)} and {Say(number.Upper, number.Unit)}";
    }

    /// <summary>The value with its interval, for example "41 days (between 12 and 60 days)".</summary>
    public static string SayWithInterval(ExplainedNumber? number) =>
        number is not null && SayInterval(number) is { } interval ? $"{Say(number)} ({interval})" : Say(number);

    /// <summary>
    /// A simulated value with its whole interval where there is one, else with that of its trials, for example "41 days (30 to 52)"; "not
    /// known" when it is unset.
    /// </summary>
    public static string Say(SimulatedNumber? number, string unit) => number switch
    {
        null => "not known",
        { Range: { } range } => $"{Say(number.Value, unit)}{SaySpread(range.Lower, range.Upper, unit)}",
        _ => $"{Say(number.Value, unit)}{SaySpread(number.Lower, number.Upper, unit)}",
    };

    /// <summary>An interval behind a value, for example " (30 to 52)"; empty where its ends are shown alike.</summary>
    public static string SaySpread(double lower, double upper, string unit)
    {
        var (from, to) = (Bare(lower, unit), Bare(upper, unit));
        return from == to ? "" : IsShare(unit) ? $" ({from}% to {to}%)" : $" ({from} to {to})";
    }

    /// <summary>A value with its unit; shares and probabilities as percentages.</summary>
    public static string Say(double value, string unit) => IsShare(unit)
        ? Bare(value, unit) + "%"
        : unit.Length == 0 ? Bare(value, unit) : $"{Bare(value, unit)} {Unit(value, unit)}";

    /// <summary>A count with its noun, for example "1 post" or "no posts".</summary>
    public static string Count(int count, string one, string many) => count switch
    {
        0 => $"no {many}",
        1 => $"1 {one}",
        _ => $"{count.ToString("N0", English)} {many}",
    };

    /// <summary>A count in words up to twelve, for a sentence.</summary>
    public static string Word(int count) => count >= 0 && count < Small.Length ? Small[count] : count.ToString("N0", English);

    /// <summary>A span of days, in months where it is that of whole months: "three months" for 91 days.</summary>
    public static string Span(int days)
    {
        var months = (int)Math.Round(days / DaysOfAMonth);
        return months > 0 && Math.Abs(days - (months * DaysOfAMonth)) < 1
            ? $"{Word(months)} {(months == 1 ? "month" : "months")}"
            : Count(days, "day", "days");
    }

    /// <summary>A share from 0 to 1 as a percentage; "not known" when it is nought, which in the contracts means not recorded.</summary>
    public static string Share(double share) => share <= 0 ? "not known" : Say(share, "share");

    private static bool IsShare(string unit) => unit is "share" or "probability";

    private static string Bare(double value, string unit)
    {
        var shown = IsShare(unit) ? value * 100 : value;
        var format = Math.Abs(shown) switch { >= 100 => "N0", >= 10 => "#,0.#", _ => "0.##" };
        var text = shown.ToString(format, English);
        return text is "-0" ? "0" : text;
    }

    private static string Unit(double value, string unit) =>
        Bare(value, unit) == "1" && unit.EndsWith('s') && !unit.Contains(' ', StringComparison.Ordinal) ? unit[..^1] : unit;
}
