using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Forecasts;

public sealed class BothMissingMappingTests
{
    [Fact]
    public void ToContract_KnownOutcome_CarriesBothNumbersWithTheirIntervals()
    {
        var missing = ForecastMapping.ToContract(Outcome(Estimate.Of(0.04, 0.03, 0.05), Estimate.Of(3, 2, 4)));
        Assert.Equal(("T1", "ceo, chair"), (missing.OrganisationCode, string.Join(", ", missing.PostIds)));
        Assert.Equal(new SimulatedNumber { Value = 0.04, Lower = 0.03, Upper = 0.05 }, missing.WithinFiveYears);
        Assert.Equal(new SimulatedNumber { Value = 3, Lower = 2, Upper = 4 }, missing.Days);
    }

    [Fact]
    public void ToContract_UnknownOutcome_IsLeftUnset()
    {
        var missing = ForecastMapping.ToContract(Outcome(Estimate.Unknown(0, 1), Estimate.Unknown(0, 1826)));
        Assert.Null(missing.WithinFiveYears);
        Assert.Null(missing.Days);
    }

    private static BothMissingOutcome Outcome(Estimate happens, Estimate days) =>
        new(new OrganisationId("T1"), [new PostId("ceo"), new PostId("chair")], happens, days);
}
