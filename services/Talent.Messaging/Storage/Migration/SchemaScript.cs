using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Talent.Messaging.Storage;

/// <summary>One numbered step of a schema, embedded as <c>Storage/Schema/&lt;dialect&gt;/NNNN-name.sql</c>.</summary>
/// <param name="Owner">Whose series the number counts in: <c>messaging</c> or the service.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">The rest of the file name.</param>
/// <param name="Text">The statements.</param>
internal sealed record SchemaScript(string Owner, int Number, string Name, string Text)
{
    /// <summary>SHA-256 of the text, in hexadecimal; line ends do not matter.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    /// <summary>The scripts of an assembly for a dialect, in order.</summary>
    /// <exception cref="InvalidOperationException">A name is not <c>NNNN-name.sql</c>, or the numbers have a gap.</exception>
    public static IReadOnlyList<SchemaScript> Read(Assembly assembly, string owner, string dialect)
    {
        var folder = $".Storage.Schema.{dialect}.";
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => Read(assembly, owner, name, name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..^4]))
            .OrderBy(script => script.Number)
            .ToList();
        for (var index = 0; index < scripts.Count; index++)
        {
            if (scripts[index].Number != index + 1)
                throw new InvalidOperationException(
                    $"The scripts of {owner} for {dialect} must count from 0001 without gaps: {scripts[index].Name}.");
        }
        return scripts;
    }

    private static SchemaScript Read(Assembly assembly, string owner, string resource, string file)
    {
        var parts = file.Split('-', 2);
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new InvalidOperationException($"A schema script is named NNNN-name.sql, not {file}.sql.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new SchemaScript(owner, number, parts[1], reader.ReadToEnd());
    }
}
