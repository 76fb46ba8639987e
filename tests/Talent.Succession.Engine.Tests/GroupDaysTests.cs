using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

public sealed class GroupDaysTests
{
    private const int Trials = 300;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.2),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    private static readonly GroupSnapshot Group = GroupBuilder.Random(new Random(3), 20).Build();

    [Theory]
    [InlineData(Weighting.ByCriticality)]
    [InlineData(Weighting.Equal)]
    public void MoreThan_ADeparture_IsTheGroupDifferenceOfTheComparison(Weighting weighting)
    {
        var baseline = Play(Group, Changes.None);
        var without = Play(Group, Changes.LeavesTonight(Group.Holders().First(), Group.AsOf));
        var expected = new ScenarioComparison(baseline, without, GroupBuilder.Data.Thresholds, weighting).Group;
        Assert.Equal(expected, new GroupDays(without, weighting).MoreThan(new GroupDays(baseline, weighting)));
    }

    [Fact]
    public void Mean_EqualWeights_IsTheSumOfThePosts()
    {
        var result = Play(Group, Changes.None);
        Assert.Equal(
            result.Posts.Sum(post => post.UncoveredDays.Value!.Value), new GroupDays(result, Weighting.Equal).Mean.Value!.Value, 1e-6);
    }

    [Fact]
    public void MoreThan_AnotherNumberOfTrials_IsRefused()
    {
        var model = new SimulationModel(Group, GroupBuilder.Data, Rules);
        var (ten, eleven) = (Simulator.RunToCompare(model, 1, 10), Simulator.RunToCompare(model, 1, 11));
        Assert.Throws<ArgumentException>(() =>
            new GroupDays(ten, Weighting.Equal).MoreThan(new GroupDays(eleven, Weighting.Equal)));
    }

    [Fact]
    public void GroupDays_ResultThatKeptNoDays_IsRefused() => Assert.Throws<ArgumentException>(() =>
        new GroupDays(Simulator.Run(new SimulationModel(Group, GroupBuilder.Data, Rules), 1, 10), Weighting.Equal));

    private static SimulationResult Play(GroupSnapshot group, Changes changes) =>
        Simulator.RunToCompare(new SimulationModel(group, GroupBuilder.Data, Rules, changes), 7, Trials);
}
