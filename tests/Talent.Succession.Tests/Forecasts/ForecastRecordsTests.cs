using Google.Protobuf;
using Talent.Succession.Boards;
using Talent.Succession.Forecasts;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Forecasts;

public sealed class ForecastRecordsTests
{
    [Fact]
    public void MovedOn_LaterPositions_AreAllThatChanges()
    {
        var stored = new Forecast
        {
            GroupId = "group-1",
            Provenance = new ForecastProvenance { RolesPosition = 1, DevelopmentPosition = 2, SuccessionPosition = 3, Trials = 1000 },
            UncoveredDays = new SimulatedNumber { Value = 41 },
        };
        var record = new ForecastRecord { GroupId = "group-1", Tier = (int)ForecastTier.AtOnce, Content = stored.ToByteArray() };
        var expected = stored.Clone();
        (expected.Provenance.RolesPosition, expected.Provenance.DevelopmentPosition, expected.Provenance.SuccessionPosition) = (10, 20, 30);
        Assert.Equal(expected, record.MovedOn(new LogPositions(10, 20, 30)));
    }
}
