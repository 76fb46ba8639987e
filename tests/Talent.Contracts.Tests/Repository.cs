using System.Runtime.CompilerServices;

namespace Talent.Contracts.Tests;

/// <summary>Where the files under test lie, seen from the source of this project.</summary>
internal static class Repository
{
    /// <summary>The folder of the contracts.</summary>
    public static string Contracts => Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "proto"));

    /// <summary>The folder of the kept samples.</summary>
    public static string Samples => Path.Combine(ThisFolder(), "Samples");

    /// <summary>Every contract file.</summary>
    public static IEnumerable<string> ContractFiles() =>
        Directory.EnumerateFiles(Path.Combine(Contracts, "talent"), "*.proto", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
