using System.Text;
using Talent.Roles.Imports;
using Talent.Testing;

namespace Talent.Roles.Tests.Imports;

/// <summary>The reference data that the product ships, and registers made from it.</summary>
internal static class ReferenceFiles
{
    /// <summary>The day on which the files were taken.</summary>
    public static DateOnly AsOf { get; } = new(2026, 7, 31);

    /// <summary>All kinds of file in the order in which they build on each other.</summary>
    public static IReadOnlyList<ImportKind> InOrder { get; } =
    [
        ImportKind.Regions, ImportKind.IntegratedCareBoards, ImportKind.IntegratedCareBoardSuccessions,
        ImportKind.TrustRegister, ImportKind.TrustSuccessions, ImportKind.HospitalSites,
    ];

    public static byte[] Bytes(ImportKind kind) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "services", "Talent.Roles", "ReferenceData", Name(kind)));

    public static string Text(ImportKind kind) => Encoding.UTF8.GetString(Bytes(kind));

    public static string Name(ImportKind kind) => kind switch
    {
        ImportKind.TrustRegister => "etr.csv",
        ImportKind.TrustSuccessions => "trust-successions.csv",
        ImportKind.IntegratedCareBoards => "icbs.csv",
        ImportKind.Regions => "regions.csv",
        ImportKind.HospitalSites => "hospital-sites.csv",
        ImportKind.IntegratedCareBoardSuccessions => "icb-successions-2026-04-01.csv",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The register after all files up to and including <paramref name="last"/>.</summary>
    public static Register Until(ImportKind last)
    {
        var register = Register.Empty;
        foreach (var kind in InOrder.TakeWhile(kind => kind != last).Append(last))
            register = register.After(kind, AsOf, ImportPlan.Make(kind, Bytes(kind), AsOf, register));
        return register;
    }

    public static Register Before(ImportKind kind)
    {
        var place = InOrder.ToList().IndexOf(kind);
        return place == 0 ? Register.Empty : Until(InOrder[place - 1]);
    }

    public static ImportOutcome Import(ImportKind kind, string text, Register register, DateOnly? asOf = null) =>
        ImportPlan.Make(kind, Encoding.UTF8.GetBytes(text), asOf ?? AsOf, register);
}
