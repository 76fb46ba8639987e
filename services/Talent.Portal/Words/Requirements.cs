using System.Text.Json;

namespace Talent.Portal.Words;

/// <summary>A hard requirement of posts, as the screen says it.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">What a post needs, for example "registration as a nurse or midwife".</param>
/// <param name="Source">The publication and its section.</param>
/// <param name="ValidFrom">The day from which it applies.</param>
/// <param name="Recorded">Whether it is recorded of people; if not, it follows from their appointments.</param>
/// <param name="Families">Keys of the role families it applies to.</param>
public sealed record Requirement(
    string Code, string Name, string Source, DateOnly ValidFrom, bool Recorded, IReadOnlyList<string> Families);

/// <summary>The hard requirements of posts: the reference data of the Succession service.</summary>
public static class Requirements
{
    private static readonly Lazy<IReadOnlyList<Requirement>> Delivered = new(Read);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Requirement> All => Delivered.Value;

    /// <summary>Those of posts of a family.</summary>
    public static IEnumerable<Requirement> Of(string family) => All.Where(each => each.Families.Contains(family));

    /// <summary>The requirement of a code; null when it is not known here.</summary>
    public static Requirement? Find(string code) => All.FirstOrDefault(each => each.Code == code);

    /// <summary>What a requirement is called. One that is not listed is shown as it is written, with spaces.</summary>
    public static string Say(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Find(code)?.Name ?? code.Replace('-', ' ');
    }

    private static IReadOnlyList<Requirement> Read()
    {
        using var stream = typeof(Requirements).Assembly.GetManifestResourceStream("requirements.json")!;
        using var document = JsonDocument.Parse(stream);
        return
        [
            .. document.RootElement.GetProperty("requirements").EnumerateObject().Select(each => new Requirement(
                each.Name, each.Value.GetProperty("name").GetString()!, each.Value.GetProperty("source").GetString()!,
                DateOnly.ParseExact(each.Value.GetProperty("validFrom").GetString()!, "yyyy-MM-dd", provider: null),
                !each.Value.TryGetProperty("yearsSinceExecutive", out _),
                [.. each.Value.GetProperty("families").EnumerateArray().Select(family => family.GetString()!)])),
        ];
    }
}
