using CsvHelper;

namespace Talent.Roles.Domain;

/// <summary>Reads the keys of a list of the reference data that ship with the product.</summary>
internal static class ReferenceKeys
{
    /// <summary>The column <c>key</c> of a file.</summary>
    public static IReadOnlySet<string> Read(string file)
    {
        using var stream = typeof(ReferenceKeys).Assembly.GetManifestResourceStream($"Talent.Roles.ReferenceData.{file}")!;
        using var reader = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            keys.Add(reader.GetString("key"));
        return keys;
    }
}
