using Grpc.Core;
using Talent.Grpc.Tests.Listings;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>The stand-in offers nothing the official packages do not have.</summary>
public sealed class PublicSurfaceTests
{
    static readonly HashSet<string> Official = [.. Listing.Read()];

    static readonly string[] Ours = [.. PublicSurface.Of(typeof(Metadata).Assembly).Order(StringComparer.Ordinal)];

    [Fact]
    public void Surface_OfTheStandIn_LiesInsideTheOfficialOne() => Assert.Empty(Ours.Except(Official, StringComparer.Ordinal));

    [Fact]
    public void Surface_OfTheStandIn_HasWhatIsWorthChecking() => Assert.InRange(Ours.Length, 300, Official.Count);
}
