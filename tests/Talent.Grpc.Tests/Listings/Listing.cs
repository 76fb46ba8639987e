using System.Reflection;

namespace Talent.Grpc.Tests.Listings;

/// <summary>The listing in Data of what the official packages offer.</summary>
static class Listing
{
    const string Heading = "# What the Grpc.* packages 2.80.0 offer, one entry a line, by reflection (Official/ListingTests).";

    static string Path => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => string.Equals(each.Key, "Listing", StringComparison.Ordinal)).Value!;

    public static IReadOnlyList<string> Read() =>
        [.. File.ReadLines(Path).Where(line => !line.StartsWith('#'))];

    public static void Write(IEnumerable<string> lines) => File.WriteAllLines(Path, lines.Prepend(Heading));
}
