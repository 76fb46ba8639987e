using System.Text.Json;

namespace Talent.Development.Domain;

/// <summary>Keys of the reference data that ship with the product. What is published names them, so that it holds no other words.</summary>
public static class ReferenceKeys
{
    private static readonly Lazy<IReadOnlySet<string>> Families = new(() => Read("role-families.csv"));
    private static readonly Lazy<IReadOnlySet<string>> Reasons = new(() => Read("erasure-reasons.csv"));

    private static readonly Lazy<IReadOnlySet<string>> Recorded = new(ReadCredentials);

    /// <summary>
    /// Registrations and qualifications that are recorded of people, for example <c>registered-medical-practitioner</c>: the requirements
    /// of the Succession service less those that follow from appointments.
    /// </summary>
    public static IReadOnlySet<string> Credentials => Recorded.Value;

    /// <summary>Role families, for example <c>chief-executive</c>; the list of the Roles service.</summary>
    public static IReadOnlySet<string> RoleFamilies => Families.Value;

    /// <summary>Reasons for erasing a record, for example <c>request-of-the-person</c>.</summary>
    public static IReadOnlySet<string> ErasureReasons => Reasons.Value;

    private static HashSet<string> ReadCredentials()
    {
        using var stream = typeof(ReferenceKeys).Assembly.GetManifestResourceStream("requirements.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("requirements").EnumerateObject()
            .Where(requirement => !requirement.Value.TryGetProperty("yearsSinceExecutive", out _))
            .Select(requirement => requirement.Name).ToHashSet(StringComparer.Ordinal);
    }

    // The first column, under a heading; keys hold no commas and no quotes.
    private static HashSet<string> Read(string file)
    {
        using var reader = new StreamReader(typeof(ReferenceKeys).Assembly.GetManifestResourceStream(file)!);
        var rows = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return rows.Skip(1).Select(row => row.Split(',', 2)[0]).ToHashSet(StringComparer.Ordinal);
    }
}
