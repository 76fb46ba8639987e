using System.Globalization;

namespace Talent.Succession.Engine;

/// <summary>Refuses input that cannot be right, each time with a sentence that says what to give instead.</summary>
internal static class Require
{
    public static string Text(string? value, string what) => !string.IsNullOrWhiteSpace(value)
        ? value
        : throw new ArgumentException($"Give {what}: it is blank.", nameof(value));

    public static double Finite(double value, string what) => double.IsFinite(value)
        ? value
        : throw new ArgumentException($"Give {what} as a finite number; it is {Show(value)}.", nameof(value));

    public static double AtLeastZero(double value, string what) => Finite(value, what) >= 0
        ? value
        : throw new ArgumentException($"Give {what} as zero or more; it is {Show(value)}.", nameof(value));

    public static double Between(double value, double low, double high, string what) =>
        Finite(value, what) >= low && value <= high
            ? value
            : throw new ArgumentException($"Give {what} between {Show(low)} and {Show(high)}; it is {Show(value)}.", nameof(value));

    public static IReadOnlyList<T> Distinct<T, TKey>(IEnumerable<T>? values, Func<T, TKey> key, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        var list = values.ToArray();
        var seen = new HashSet<TKey>();
        foreach (var value in list)
        {
            if (value is null) throw new ArgumentException($"Leave out empty entries in {what}.", nameof(values));
            if (!seen.Add(key(value)))
                throw new ArgumentException($"Give each of {what} once; {key(value)} is there twice.", nameof(values));
        }

        return Array.AsReadOnly(list);
    }

    public static TEnum Defined<TEnum>(TEnum value, string what)
        where TEnum : struct, Enum => Enum.IsDefined(value)
            ? value
            : throw new ArgumentException($"Choose a defined value for {what}; {value} is none.", nameof(value));

    private static string Show(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
