using Talent.Succession.Domain;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Forecasts;
using Talent.Succession.ReferenceData;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Forecasts;

public sealed class RangeMappingTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly ForecastModel Model = SuccessionReferenceData.ReadForecastModel(SuccessionReferenceData.Read());

    [Fact]
    public void Add_BoardThatIsLeftAlone_HasItsWholeIntervals()
    {
        var (forecast, ranges) = Made();
        var (board, expected) = (Assert.Single(forecast.Posts[1].Boards), Assert.Single(ranges.Posts[1].Boards));
        Assert.Equal(expected.LeftAlone[4].Widened.Low, board.LeftAloneWithinFiveYears.Range.Lower);
        Assert.Equal(expected.UncoveredDays.Widened.High, board.UncoveredDays.Range.Upper);
        Assert.True(board.UncoveredDays.Range.Upper > board.UncoveredDays.Upper);
    }

    [Fact]
    public void Add_ChairAndChiefExecutiveMissing_HasItsWholeIntervalsWhereBothAreKnown()
    {
        var (forecast, ranges) = Made();
        var (known, expected) = (forecast.ChairAndChiefExecutiveMissing[0], Assert.Single(ranges.BothMissing));
        Assert.Equal(("T1", expected.Happens.Widened.High), (known.OrganisationCode, known.WithinFiveYears.Range.Upper));
        Assert.Equal(expected.Days.Widened.Low, known.Days.Range.Lower);
        Assert.Null(forecast.ChairAndChiefExecutiveMissing[1].Days);
    }

    // A chief executive of one organisation, and a chair in common of two who reaches the limit of the term on one board.
    private static (Forecast Forecast, GroupRanges Ranges) Made()
    {
        var snapshot = new GroupSnapshot(
            Today, [Post("a", "chief-executive", "T1"), Post("b", "chair", "T1", "T2")],
            [
                new Engine.Inputs.Appointment(new("a"), new("x"), AppointmentKind.Substantive, Today.AddYears(-2)),
                new Engine.Inputs.Appointment(
                    new("b"), new("y"), AppointmentKind.Substantive, Today.AddYears(-2), boards:
                    [
                        new BoardClock(new("T1"), Today.AddDays(200).AddYears(-9)), new BoardClock(new("T2"), Today.AddYears(-2)),
                    ]),
            ],
            []);
        var result = Simulator.RunToCompare(new SimulationModel(snapshot, Model.Data, Model.Moves), 1, 500);
        var ranges = GroupRanges.Of(result, Model.Data, new RangeDepth(200, 1, 0.5));
        var forecast = new Forecast { UncoveredDays = new SimulatedNumber() };
        forecast.Posts.AddRange(result.Posts.Select(post => ForecastMapping.ToContract(
            post, snapshot, new Dictionary<(string, string), Nominee>(), Model.Data)));
        forecast.ChairAndChiefExecutiveMissing.AddRange(result.BothMissing.Select(ForecastMapping.ToContract));
        RangeMapping.Add(forecast, ranges);
        return (forecast, ranges);
    }

    private static Post Post(string id, string family, params string[] serves) => new(
        new PostId(id), new FamilyKey(family), PostLevel.Trust, serves.Select(code => new OrganisationServed(new(code))));
}
