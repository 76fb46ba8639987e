using System.Reflection;

namespace Aspire.Hosting.Tests;

/// <summary>
/// What the official packages offer is what the listings say, which the stand-in is held to. With <c>TALENT_WRITE_LISTINGS=1</c> the
/// listings are written anew.
/// </summary>
public sealed class ListingTests
{
    private static readonly Assembly[] Official =
    [
        typeof(DistributedApplication).Assembly,
        typeof(RabbitMQBuilderExtensions).Assembly,
        typeof(RedisBuilderExtensions).Assembly,
        typeof(PostgresBuilderExtensions).Assembly,
    ];

    [Fact]
    public void Extensions_OfTheOfficialPackages_AreTheKeptOnes() => Compare(Listing.Extensions, PublicSurface.Extensions(Official));

    [Fact]
    public void Types_OfTheOfficialPackages_AreTheKeptOnes() => Compare(Listing.Types, PublicSurface.Types(Official));

    private static void Compare(Listing kept, IReadOnlyList<string> official)
    {
        if (Environment.GetEnvironmentVariable("TALENT_WRITE_LISTINGS") == "1")
            kept.Write(official);
        Assert.Equal(kept.Read(), official);
    }
}
