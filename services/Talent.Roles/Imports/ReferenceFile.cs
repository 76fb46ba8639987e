namespace Talent.Roles.Imports;

/// <summary>
/// A file of real public register data that ships with the product. Contains public sector information licensed under the Open
/// Government Licence v3.0.
/// </summary>
/// <param name="Kind">Which file it is.</param>
/// <param name="Name">Its name.</param>
public sealed record ReferenceFile(ImportKind Kind, string Name)
{
    /// <summary>The day on which the shipped files were taken.</summary>
    public static DateOnly AsOf { get; } = new(2026, 7, 31);

    /// <summary>All files, in the order in which they are to be imported.</summary>
    public static IReadOnlyList<ReferenceFile> All { get; } =
    [
        new(ImportKind.Regions, "regions.csv"),
        new(ImportKind.IntegratedCareBoards, "icbs.csv"),
        new(ImportKind.IntegratedCareBoardSuccessions, "icb-successions-2026-04-01.csv"),
        new(ImportKind.TrustRegister, "etr.csv"),
        new(ImportKind.TrustSuccessions, "trust-successions.csv"),
        new(ImportKind.HospitalSites, "hospital-sites.csv"),
    ];

    /// <summary>Its bytes.</summary>
    public byte[] Read()
    {
        using var stream = typeof(ReferenceFile).Assembly.GetManifestResourceStream($"Talent.Roles.ReferenceData.{Name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
