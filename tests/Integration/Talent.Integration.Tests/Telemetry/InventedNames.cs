using System.Buffers;
using System.Text;

namespace Talent.Integration.Tests.Telemetry;

/// <summary>The names of the demonstration's people, looked for where no name may be.</summary>
internal static class InventedNames
{
    // Shorter family names are found in bytes that are no text.
    private const int ShortestFamilyName = 6;
    private const int Around = 60;

    private static readonly string[] Names =
    [
        .. InventedData.Everybody.Select(person => person.DisplayName)
            .SelectMany(name => (string[])[name, .. name.Split(' ', 2)[1].Split('-').Where(family => family.Length >= ShortestFamilyName)])
            .Distinct(StringComparer.Ordinal),
    ];

    private static readonly SearchValues<string> Searched = SearchValues.Create(Names, StringComparison.Ordinal);

    /// <summary>Every occurrence, with what stands around it.</summary>
    public static IEnumerable<string> In(byte[] message) => In(Encoding.UTF8.GetString(message));

    /// <summary>Every occurrence, with what stands around it.</summary>
    public static IEnumerable<string> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOfAny(Searched);
            if (found < 0)
                yield break;
            var start = Math.Max(0, at + found - Around);
            yield return text[start..Math.Min(text.Length, at + found + Around)];
            at += found + 1;
        }
    }
}
