using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

/// <summary>The days of one trial if every post had the same weight.</summary>
public sealed class EqualWeightsTrialTests
{
    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(0.7),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1.5),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.24),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    [Fact]
    public void Watch_EveryWeightThree_HasThreeTimesAsManyWeightedDays()
    {
        for (var trial = 0; trial < 20; trial++)
        {
            var played = Watch(3, 3, trial);
            Assert.Equal(played.Loss, 3 * played.LossWithEqualWeights);
        }
    }

    [Fact]
    public void Watch_OtherWeights_HasTheSameDaysWithEqualWeights()
    {
        for (var trial = 0; trial < 20; trial++)
            Assert.Equal(Watch(1, 1, trial).Loss, Watch(5, 2, trial).LossWithEqualWeights);
    }

    private static PlayedTrial Watch(int first, int second, int trial)
    {
        var group = new GroupBuilder().Post("a", "x", criticality: Criticality.Agreed(first, GroupBuilder.Today))
            .Post("b", "y", ["T2"], criticality: Criticality.Agreed(second, GroupBuilder.Today)).Ready("a", "y").Name("b", "n");
        return Simulator.Watch(new SimulationModel(group.Build(), GroupBuilder.Data, Rules), 9, trial);
    }
}
