namespace Talent.Development.Domain;

/// <summary>Keys of the reference data that ship with the product. What is published names them, so that it holds no other words.</summary>
public static class ReferenceKeys
{
    private static readonly Lazy<IReadOnlySet<string>> Families = new(() => Read("role-families.csv"));
    private static readonly Lazy<IReadOnlySet<string>> Reasons = new(() => Read("erasure-reasons.csv"));

    /// <summary>Role families, for example <c>chief-executive</c>; the list of the Roles service.</summary>
    public static IReadOnlySet<string> RoleFamilies => Families.Value;

    /// <summary>Reasons for erasing a record, for example <c>request-of-the-person</c>.</summary>
    public static IReadOnlySet<string> ErasureReasons => Reasons.Value;

    // The first column, under a heading; keys hold no commas and no quotes.
    private static HashSet<string> Read(string file)
    {
        using var reader = new StreamReader(typeof(ReferenceKeys).Assembly.GetManifestResourceStream(file)!);
        var rows = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return rows.Skip(1).Select(row => row.Split(',', 2)[0]).ToHashSet(StringComparer.Ordinal);
    }
}
