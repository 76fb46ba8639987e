using Talent.Testing;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>Codes and names of the real organisations in the repository's reference data.</summary>
internal static class RealRegister
{
    private static readonly string[] Files =
        ["etr.csv", "trust-successions.csv", "icbs.csv", "icb-successions-2026-04-01.csv", "hospital-sites.csv", "regions.csv"];

    private static readonly List<string> Fields =
    [
        .. Files.SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, "services/Talent.Roles/ReferenceData", file)))
            .SelectMany(line => line.Split(',')).Select(field => field.Trim('"')).Where(field => field.Length > 0),
    ];

    public static readonly HashSet<string> Codes =
        [.. Fields.Where(field => field.Length <= 6 && field.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)))];

    public static readonly List<string> Names = [.. Fields.Where(field => field.Length > 6)];
}
