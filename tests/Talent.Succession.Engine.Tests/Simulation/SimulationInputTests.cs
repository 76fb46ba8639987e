using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

/// <summary>What a simulation refuses, and the last values that it takes.</summary>
public sealed class SimulationInputTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(1),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(700),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0),
        InterimCoverQuality = GroupBuilder.Number(1),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Model_LeastAndMostYears_AreTaken(int years) => Assert.Equal(years, Model(Rules, years).Years);

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void Model_OtherYears_AreRefused(int years) => Assert.Throws<ArgumentException>(() => Model(Rules, years));

    public static TheoryData<MoveRules> NotProbabilities() =>
    [
        Rules with { Accepts = GroupBuilder.Number(1.1) },
        Rules with { AcceptsFromOutside = GroupBuilder.Number(1.1) },
        Rules with { InterimCoverQuality = GroupBuilder.Number(1.1) },
    ];

    [Theory]
    [MemberData(nameof(NotProbabilities), DisableDiscoveryEnumeration = true)]
    public void Model_ProbabilityAboveOne_IsRefused(MoveRules rules) => Assert.Throws<ArgumentException>(() => Model(rules, 5));

    [Fact]
    public void Model_MovingAgainWithinTheDay_IsRefused() =>
        Assert.Throws<ArgumentException>("rules", () => Model(Rules with { YearsBeforeMovingAgain = GroupBuilder.Number(0.001) }, 5));

    [Fact]
    public void Pause_EndsAsItBegins_IsRefused() => Assert.Throws<ArgumentException>("until", () => new RecruitmentPause(Today, Today));

    [Fact]
    public void Pause_OfOneDay_IsTaken()
    {
        var pause = new RecruitmentPause(Today, Today.AddDays(1));
        Assert.Equal((Today, Today.AddDays(1)), (pause.From, pause.Until));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void ProgrammePlace_NoProbability_IsRefused(double completes) =>
        Assert.Throws<ArgumentException>(() => new ProgrammePlace(new("x"), GroupBuilder.Chair, Today, completes));

    [Fact]
    public void Run_NoTrials_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => Simulator.Run(Model(Rules, 1), 1, 0));

    [Fact]
    public void RunToCompare_NoTrials_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("trials", () => Simulator.RunToCompare(Model(Rules, 1), 1, 0));

    [Fact]
    public void Run_NoThreads_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("threads", () => Simulator.Run(Model(Rules, 1), 1, 1, 0));

    [Fact]
    public void MoreThan_OtherNumberOfTrials_IsRefused()
    {
        var model = Model(Rules, 1);
        Assert.Throws<ArgumentException>("baseline", () => Simulator.Run(model, 1, 10).MoreThan(Simulator.Run(model, 1, 11)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(40)]
    public void Run_AnyNumberOfTrials_PlaysEachAsItIsWatched(int trials)
    {
        var model = new SimulationModel(GroupBuilder.Random(new Random(3), 9).Build(), GroupBuilder.Data, Rules);
        var expected = Enumerable.Range(0, trials).Select(trial => Simulator.Watch(model, 7, trial).Loss);
        Assert.Equal(expected, Simulator.Run(model, 7, trials, threads: 2).Losses);
    }

    private static SimulationModel Model(MoveRules rules, int years) =>
        new(new GroupBuilder().Post("a", "x").Build(), GroupBuilder.Data, rules, years: years);
}
