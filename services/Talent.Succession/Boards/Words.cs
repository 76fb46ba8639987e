using System.Globalization;

namespace Talent.Succession.Boards;

/// <summary>Numbers and nouns as sentences for the screen use them.</summary>
internal static class Words
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Number(double value) =>
        value >= 0 && value < Numbers.Length && value == Math.Floor(value)
            ? Numbers[(int)value]
            : value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Count(double value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    public static string Capital(string sentence) => $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";

    public static string Family(string key) => key.Replace('-', ' ');
}
