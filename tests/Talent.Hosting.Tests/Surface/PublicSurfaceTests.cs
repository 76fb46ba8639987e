using System.Reflection;

namespace Aspire.Hosting.Tests;

/// <summary>The stand-in may hold less than the official packages, never anything more or other.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly Assembly StandIn = typeof(DistributedApplication).Assembly;

    [Fact]
    public void ExtensionMethods_EveryOne_IsInTheOfficialListing()
    {
        var ours = PublicSurface.Extensions(StandIn);
        Assert.NotEmpty(ours);
        Assert.Empty(ours.Except(Listing.Extensions.Read(), StringComparer.Ordinal));
    }

    [Fact]
    public void Types_EveryOneWithItsMembers_IsInTheOfficialListing()
    {
        var ours = PublicSurface.Types(StandIn);
        Assert.NotEmpty(ours);
        Assert.Empty(ours.Except(Listing.Types.Read(), StringComparer.Ordinal));
    }

    [Fact]
    public void StaticClasses_EveryOne_HoldsExtensionMethodsOnly()
    {
        var extensions = SignatureText.ExtensionMethods(StandIn).ToHashSet<MemberInfo>();
        var others = from type in StandIn.GetExportedTypes()
                     where type.IsAbstract && type.IsSealed
                     from member in type.GetMembers(
                         BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     where !extensions.Contains(member)
                     select $"{type.Name}.{member.Name}";
        Assert.Empty(others);
    }
}
