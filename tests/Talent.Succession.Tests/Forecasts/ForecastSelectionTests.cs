using Talent.Succession.Forecasts;
using Talent.Succession.V1;

namespace Talent.Succession.Tests.Forecasts;

public sealed class ForecastSelectionTests
{
    private static readonly HashSet<string> Gone = ["gone"];

    [Fact]
    public void LeaveOut_SomebodyWhomAnActionNames_MovesThePlacesOfPairs()
    {
        var forecast = new Forecast
        {
            RankedActions = new()
            {
                Actions = { Ready("gone", "a"), Ready("x", "b"), Ready("y", "c") },
                Pairs = { new ActionPair { First = 1, Second = 2 }, new ActionPair { First = 2, Second = 3 } },
            },
        };
        ForecastSelection.LeaveOut(forecast, Gone);
        Assert.Equal(["b", "c"], forecast.RankedActions.Actions.Select(action => action.PostId));
        Assert.Equal((1, 2), (Assert.Single(forecast.RankedActions.Pairs).First, forecast.RankedActions.Pairs[0].Second));
    }

    [Fact]
    public void LeaveOut_SomebodyWhomAnActionNames_ClosesTheGapInThePlacesWithEqualWeights()
    {
        var forecast = new Forecast
        {
            RankedActions = new()
            {
                Actions = { Ready("x", "a", place: 3), Ready("gone", "b", place: 1), Ready("y", "c", place: 2) },
                OrderChangesWithEqualWeights = false,
            },
        };
        ForecastSelection.LeaveOut(forecast, Gone);
        Assert.Equal([2, 1], forecast.RankedActions.Actions.Select(action => action.PlaceWithEqualWeights));
        Assert.True(forecast.RankedActions.OrderChangesWithEqualWeights);
    }

    [Fact]
    public void LeaveOut_SomebodyInACriticalSet_CountsTheSetAsLeftOut()
    {
        var forecast = new Forecast
        {
            CriticalSets = new()
            {
                SetsLeftOut = 2,
                Sets = { new CriticalSet { PersonIds = { "x", "gone" } }, new CriticalSet { PersonIds = { "y" } } },
            },
        };
        ForecastSelection.LeaveOut(forecast, Gone);
        Assert.Equal(["y"], Assert.Single(forecast.CriticalSets.Sets).PersonIds);
        Assert.Equal(3, forecast.CriticalSets.SetsLeftOut);
    }

    [Fact]
    public void KeepPost_OfAForecast_KeepsOnlyTheOrganisationsThatThePostLeads()
    {
        var forecast = new Forecast
        {
            Posts = { new PostForecast { PostId = "chair" } },
            ChairAndChiefExecutiveMissing =
            {
                new ChairAndChiefExecutiveMissing { OrganisationCode = "T1", PostIds = { "ceo", "chair" } },
                new ChairAndChiefExecutiveMissing { OrganisationCode = "T2", PostIds = { "ceo" } },
            },
        };
        ForecastSelection.KeepPost(forecast, "chair");
        Assert.Equal("T1", Assert.Single(forecast.ChairAndChiefExecutiveMissing).OrganisationCode);
    }

    [Fact]
    public void LeavePeopleOut_CriticalSetsWithEqualWeights_AreGone()
    {
        var forecast = new Forecast { CriticalSetsWithEqualWeights = new() };
        ForecastSelection.LeavePeopleOut(forecast);
        Assert.Null(forecast.CriticalSetsWithEqualWeights);
    }

    [Fact]
    public void LeaveOut_SomebodyInACriticalSetWithEqualWeights_CountsTheSetAsLeftOut()
    {
        var forecast = new Forecast { CriticalSetsWithEqualWeights = new() { Sets = { new CriticalSet { PersonIds = { "gone" } } } } };
        ForecastSelection.LeaveOut(forecast, Gone);
        Assert.Empty(forecast.CriticalSetsWithEqualWeights.Sets);
        Assert.Equal(1, forecast.CriticalSetsWithEqualWeights.SetsLeftOut);
    }

    [Fact]
    public void People_OfAForecast_AreThoseOfEveryPart()
    {
        var forecast = new Forecast
        {
            Posts = { new PostForecast { TakeOvers = { new TakeOver { PersonId = "a" } } } },
            Dependencies = { new DependencyForecast { PersonId = "b" } },
            CriticalSets = new() { Sets = { new CriticalSet { PersonIds = { "c" } } } },
            CriticalSetsWithEqualWeights = new() { Sets = { new CriticalSet { PersonIds = { "d" } } } },
            RankedActions = new() { Actions = { Ready("e", "post") } },
        };
        Assert.Equal(["a", "b", "c", "d", "e"], ForecastSelection.People(forecast));
    }

    private static RankedAction Ready(string person, string post, int place = 0) => new()
    {
        PostId = post,
        PlaceWithEqualWeights = place,
        Change = new ScenarioChange { MadeReady = new() { PersonId = person, PostId = post } },
    };
}
