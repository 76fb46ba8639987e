using System.Reflection;
using Grpc.Core;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>
/// The stand-in offers nothing the official packages do not have. The listings in Data hold one public or protected member a line; what
/// Grpc.Tools generates (Grpc.Health.V1) is left out.
/// </summary>
public sealed class PublicSurfaceTests
{
    static readonly HashSet<string> Official = ReadListings();

    static readonly string[] Ours = [.. Surface.Of(typeof(Metadata).Assembly).Order(StringComparer.Ordinal)];

    [Fact]
    public void Surface_OfTheStandIn_LiesInsideTheOfficialOne() => Assert.Empty(Ours.Except(Official, StringComparer.Ordinal));

    [Fact]
    public void Surface_OfTheStandIn_HasWhatIsWorthChecking() => Assert.InRange(Ours.Length, 300, Official.Count);

    static HashSet<string> ReadListings()
    {
        var here = Assembly.GetExecutingAssembly();
        var lines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in here.GetManifestResourceNames().Where(name => name.EndsWith(".txt", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(here.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
                lines.Add(line);
        }

        return lines;
    }
}
