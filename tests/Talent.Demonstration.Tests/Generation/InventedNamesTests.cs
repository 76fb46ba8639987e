using Talent.Demonstration.Generation;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>Invented organisations are held against the real register.</summary>
public sealed class InventedNamesTests
{
    [Fact]
    public void Generate_Codes_AreNotThoseOfRealOrganisations()
    {
        var codes = DemonstrationDatasets.National.Organisations.Select(organisation => organisation.Code);

        Assert.Empty(codes.Intersect(RealRegister.Codes, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Generate_Codes_BeginAsNoRealCodeDoes()
    {
        Assert.All(DemonstrationDatasets.National.Organisations, organisation => Assert.StartsWith("X9", organisation.Code, StringComparison.Ordinal));
        Assert.DoesNotContain(RealRegister.Codes, code => code.StartsWith("X9", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Generate_PlaceNames_AreInNoNameOfARealOrganisation()
    {
        var places = PlaceNames.Shuffled(new RandomSource(1));

        Assert.DoesNotContain(places, place => RealRegister.Names.Any(name => name.Contains(place, StringComparison.OrdinalIgnoreCase)));
    }
}
