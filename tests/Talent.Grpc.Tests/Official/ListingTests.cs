using System.Reflection;
using Talent.Grpc.Tests.Listings;

namespace Talent.Grpc.Tests.Official;

/// <summary>
/// What the official packages offer is what the listing says, which the stand-in is held to. With <c>TALENT_WRITE_LISTINGS=1</c> the
/// listing is written anew.
/// </summary>
public sealed class ListingTests
{
    [Fact]
    public void Listing_OfTheOfficialPackages_IsTheKeptOne()
    {
        var official = Directory.EnumerateFiles(AppContext.BaseDirectory, "Grpc.*.dll").Order(StringComparer.Ordinal)
            .SelectMany(file => PublicSurface.Of(Assembly.LoadFrom(file)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (Environment.GetEnvironmentVariable("TALENT_WRITE_LISTINGS") == "1")
            Listing.Write(official);
        Assert.Equal(Listing.Read(), official);
    }
}
