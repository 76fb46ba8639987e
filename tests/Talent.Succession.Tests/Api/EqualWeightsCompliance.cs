using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;
using Scenario = Talent.Succession.Engine.Scenarios.Scenario;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteEqualWeightsTests() : EqualWeightsCompliance("sqlite");

public sealed class PostgresEqualWeightsTests() : EqualWeightsCompliance("postgresql");

/// <summary>What forecasts and scenarios show until the group agrees its criticalities, the same on both databases.</summary>
public abstract class EqualWeightsCompliance(string database) : ForecastFixture(database)
{
    [Fact]
    public async Task GetForecast_CriticalitiesAllThreeAndNotAgreed_GivesActionsAThirdOfTheDays()
    {
        var ranked = (await FullAsync()).RankedActions;
        Assert.All(ranked.Actions, action => Assert.Equal(action.Reduction.Value, 3 * action.ReductionWithEqualWeights.Value, 1e-6));
        Assert.Equal(Enumerable.Range(1, ranked.Actions.Count), ranked.Actions.Select(action => action.PlaceWithEqualWeights));
        Assert.False(ranked.OrderChangesWithEqualWeights);
    }

    [Fact]
    public async Task GetForecast_OnePostThatCountsForMore_PutsActionsInAnotherOrderWithEqualWeights()
    {
        // A successor makes less of post b uncovered, so that with equal weights other posts come first.
        await Host.TellAsync(Weighing("b", 5));
        var ranked = (await FullAsync(forecast => forecast.RankedActions.OrderChangesWithEqualWeights)).RankedActions;
        Assert.Equal("b", ranked.Actions[0].PostId);
        Assert.True(ranked.Actions[0].PlaceWithEqualWeights > 1);
        var equal = ranked.Actions.OrderBy(action => action.PlaceWithEqualWeights).Select(action => action.ReductionWithEqualWeights.Value);
        Assert.Equal(equal.OrderDescending(), equal);
    }

    [Fact]
    public async Task GetForecast_CriticalityNotAgreed_GivesCriticalSetsByTheNumberOfPosts()
    {
        // One of five posts is not more than a fifth of them, but more than a fifth of the weight where it weighs most.
        await Host.TellAsync(Weighing("c", 5), Weighing("d", 1));
        var forecast = await FullAsync();
        bool IsAlone(CriticalSets sets, string person) => sets.Sets.Any(set => set.PersonIds.SequenceEqual([person]));
        Assert.True(IsAlone(forecast.CriticalSets, "holder-c"));
        Assert.False(IsAlone(forecast.CriticalSetsWithEqualWeights, "holder-c"));
        Assert.Contains(forecast.CriticalSetsWithEqualWeights.Sets, set => set.PersonIds.SequenceEqual(["holder-c", "holder-d"]));
    }

    [Fact]
    public async Task GetForecast_CriticalityAgreed_GivesActionsNoEqualWeights()
    {
        await Host.TellAsync(Sample.GroupFormed(agreedOn: ServiceHost.Today));
        var ranked = (await FullAsync(forecast => forecast.CriticalityAgreed)).RankedActions;
        Assert.NotEmpty(ranked.Actions);
        Assert.All(ranked.Actions, action => Assert.Equal((null, 0), (action.ReductionWithEqualWeights, action.PlaceWithEqualWeights)));
        Assert.False(ranked.OrderChangesWithEqualWeights);
    }

    [Fact]
    public async Task GetForecast_CriticalityAgreed_GivesNoCriticalSetsWithEqualWeights()
    {
        await Host.TellAsync(Sample.GroupFormed(agreedOn: ServiceHost.Today));
        Assert.Null((await FullAsync(forecast => forecast.CriticalityAgreed)).CriticalSetsWithEqualWeights);
    }

    [Fact]
    public async Task CompareScenario_CriticalityNotAgreed_GivesPartsWithEqualWeightsAsTheEngineDoes()
    {
        await FullAsync();
        var on = ServiceHost.Today.AddDays(200);
        var response = await Host.Forecasts.CompareScenarioAsync(
            new CompareScenarioRequest { GroupId = Sample.Group, Changes = { Leaves("holder-c", on) } }, Director);
        var weighted = ScenarioComparison.Of(
            await SnapshotAsync(), new Scenario(new Engine.Scenarios.PersonLeaves(new("holder-c"), on)), Model.Data, Model.Moves,
            (ulong)ForecastModel.Seed, ForecastModel.TrialsAtOnce);
        var equal = new ScenarioComparison(weighted.Baseline, weighted.Scenario, Model.Data.Thresholds, Weighting.Equal);
        Assert.Equal(equal.AllOrganisations.ToContract(), response.AllOrganisationsWithEqualWeights);
        Assert.Equal(
            equal.Posts.Select(each => (each.Of.Value, each.Difference!.ToContract())),
            response.PostsWithEqualWeights.Select(each => (each.PartId, each.Difference)));
        Assert.Equal(
            equal.Organisations.Select(each => (each.Of.Value, each.Difference!.ToContract())),
            response.OrganisationsWithEqualWeights.Select(each => (each.PartId, each.Difference)));
        Assert.False(response.PostsChangeOrderWithEqualWeights);
    }

    [Fact]
    public async Task CompareScenario_WeightsThatTurnTheOrderOfPosts_SaysSo()
    {
        // Post b has a successor and is soon filled again, so that fewer days are lost than of post d, but each of them weighs five times
        // as much.
        await Host.TellAsync(Weighing("b", 5), Weighing("d", 1));
        var request = new CompareScenarioRequest
        {
            GroupId = Sample.Group,
            Changes = { Leaves("holder-b", ServiceHost.Today.AddDays(10)), Leaves("holder-d", ServiceHost.Today.AddDays(10)) },
        };
        var response = await Host.Forecasts.CompareScenarioAsync(request, Director);
        Assert.True(Of(response.Posts, "b") > Of(response.Posts, "d"));
        Assert.True(Of(response.PostsWithEqualWeights, "b") < Of(response.PostsWithEqualWeights, "d"));
        Assert.True(response.PostsChangeOrderWithEqualWeights);
    }

    [Fact]
    public async Task CompareScenario_CriticalityAgreed_GivesPartsNoEqualWeights()
    {
        await Host.TellAsync(Sample.GroupFormed(agreedOn: ServiceHost.Today));
        await FullAsync(forecast => forecast.CriticalityAgreed);
        var response = await Host.Forecasts.CompareScenarioAsync(
            new CompareScenarioRequest { GroupId = Sample.Group, Changes = { Leaves("holder-c", ServiceHost.Today) } }, Director);
        Assert.Empty(response.PostsWithEqualWeights);
        Assert.Empty(response.OrganisationsWithEqualWeights);
        Assert.Null(response.AllOrganisationsWithEqualWeights);
        Assert.False(response.PostsChangeOrderWithEqualWeights || response.OrganisationsChangeOrderWithEqualWeights);
    }

    [Fact]
    public async Task PlayTrial_UntilCriticalityIsAgreed_GivesTheDaysWithEqualWeights()
    {
        var request = new PlayTrialRequest { GroupId = Sample.Group, Changes = { Leaves("holder-c", ServiceHost.Today.AddDays(10)) } };
        var proposed = await Host.Forecasts.PlayTrialAsync(request, Director);
        Assert.Equal(proposed.WeightedDays, 3 * proposed.DaysWithEqualWeights);
        Assert.True(proposed.DaysWithEqualWeights > 0);

        await Host.TellAsync(Sample.GroupFormed(agreedOn: ServiceHost.Today));
        var agreed = await Host.Forecasts.PlayTrialAsync(request, Director);
        Assert.Equal((proposed.WeightedDays, false), (agreed.WeightedDays, agreed.HasDaysWithEqualWeights));
    }

    private static Events.V1.Event Weighing(string post, int criticality)
    {
        var changed = Sample.Post(post, "T1", "T2");
        changed.Criticality = criticality;
        return Sample.PostCreated(changed);
    }

    private static double Of(IEnumerable<ScenarioDifference> posts, string post) =>
        posts.Single(each => each.PartId == post).Difference.Value;
}
