using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

/// <summary>What actions would take away if every post had the same weight.</summary>
public sealed class EqualWeightsActionsTests
{
    private const ulong Seed = 3;
    private const int Trials = 400;

    private static readonly MoveRules Moves = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.1),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    private static readonly ActionRules Rules = new()
    {
        DevelopWithinDays = GroupBuilder.Number(365),
        EarlySearchDays = GroupBuilder.Number(180),
        ExtensionYears = GroupBuilder.Number(3),
        MostSimulated = GroupBuilder.Number(40),
        BestInPairs = GroupBuilder.Number(4),
    };

    [Fact]
    public void Of_EachAction_HasTheReductionOfItsScenarioWithEqualWeights()
    {
        var group = GroupBuilder.Random(new Random(2), 12).Build();
        var found = Find(group);
        Assert.NotEmpty(found.Actions);
        foreach (var action in found.Actions.Take(5))
        {
            var weighted = ScenarioComparison.Of(group, new Scenario(action.Action.Change), GroupBuilder.Data, Moves, Seed, Trials);
            var equal = new ScenarioComparison(weighted.Baseline, weighted.Scenario, GroupBuilder.Data.Thresholds, Weighting.Equal);
            Assert.Equal(-equal.AllOrganisations.Value!.Value, action.ReductionWithEqualWeights.Value!.Value, 1e-9);
            Assert.Equal(-equal.AllOrganisations.High, action.ReductionWithEqualWeights.Low, 1e-9);
        }
    }

    [Fact]
    public void Of_DevelopingTheLadder_HasTheSurplusOfUnweightedDays()
    {
        var far = Readiness.By(GroupBuilder.Today.AddYears(15));
        var group = new GroupBuilder()
            .Post("a", "x", criticality: Criticality.Agreed(5, GroupBuilder.Today), plannedEnd: GroupBuilder.Today.AddYears(2))
            .Post("b", "y", ["T2"], criticality: Criticality.Agreed(2, GroupBuilder.Today)).Name("a", "y", far).Name("b", "n", far).Build();
        var still = GroupBuilder.Data with
        {
            Turnover = new TurnoverRates(
                new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0) }, [],
                GroupBuilder.Number(1), GroupBuilder.Number(0.8)),
            FillTimes = new FillTimes(
                new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(200), GroupBuilder.Number(10), GroupBuilder.Number(0)),
        };
        var noExits = Moves with { ExitsAYearWhenUnknown = GroupBuilder.Number(0) };
        var pair = NextBestActions.Of(group, still, noExits, Rules, Seed, Trials).Pairs.Single();
        // Nothing done: 200 days of a. The first alone: 10 of a and 200 of b. The second alone: 200. Both: 10 and 10.
        Assert.Equal(200 - 20, pair.TogetherWithEqualWeights.Value);
        Assert.Equal((200 - 20) - (200 - 210) - 0, pair.SurplusWithEqualWeights.Value);
    }

    [Fact]
    public void ActionsByEqualWeights_OfAnyGroup_AreTheSameInTheOrderOfTheirReduction()
    {
        var found = Find(GroupBuilder.Random(new Random(5), 20).Build());
        var equal = found.ActionsByEqualWeights.Select(action => action.ReductionWithEqualWeights.Value!.Value).ToArray();
        Assert.Equal(equal.OrderDescending(), equal);
        Assert.Equal(found.Actions.ToHashSet(), found.ActionsByEqualWeights.ToHashSet());
    }

    private static NextBestActions Find(GroupSnapshot group) =>
        NextBestActions.Of(group, GroupBuilder.Data, Moves, Rules, Seed, Trials);
}
