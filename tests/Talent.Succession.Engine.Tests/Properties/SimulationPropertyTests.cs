using FsCheck.Fluent;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>What holds of the simulation of any group.</summary>
public sealed class SimulationPropertyTests
{
    private const int Trials = 60;
    private const int Few = 60;
    private const ulong Seed = 11;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(0.7),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = new(Estimate.Of(730, 180, 1825), "an invented source", GroupBuilder.Today),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.24),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    [Fact]
    public void Run_AnyGroup_KeepsItsCountsTogether() => Cases.Check(
        GroupPlan.Any,
        plan =>
        {
            var result = Simulator.Run(Model(plan.Group().Build()), Seed, Trials);
            var days = 5 * TenureHazard.DaysPerYear;

            Assert.All(result.Posts, post =>
            {
                Assert.InRange(post.UncoveredDays.Prudent, 0, days + 1);
                Assert.Equal(
                    post.FallsVacant.Select(year => year.Prudent).Order(), post.FallsVacant.Select(year => year.Prudent));
                Assert.InRange(post.FromOutside + post.TakeOvers.Sum(taken => taken.Share), 0, 1 + 1e-9);
                Assert.True(post.LongVacancy.Prudent <= post.FallsVacant[^1].Prudent + 1e-9);
            });
            Assert.Equal(1, result.MostVacanciesAtOnce.Sum(), 1e-9);
        },
        Few);

    [Fact]
    public void Run_AnyGroup_IsTheSameOnAnyNumberOfThreads() => Cases.Check(
        GroupPlan.Any,
        plan =>
        {
            var model = Model(plan.Group().Build());

            Assert.Equal(Simulator.Run(model, Seed, 200).Losses, Simulator.Run(model, Seed, 200, threads: 3).Losses);
        },
        Few);

    [Fact]
    public void Run_PartsInAnotherOrder_IsTheSame() => Cases.Check(
        GroupPlan.Any.Generator.Zip(Gen.Choose(1, 1000)).ToArbitrary(),
        pair =>
        {
            var group = pair.Item1.Group();
            var shuffled = group.BuildShuffled(new System.Random(pair.Item2));

            Assert.Equal(
                Simulator.Run(Model(group.Build()), Seed, Trials).Losses, Simulator.Run(Model(shuffled), Seed, Trials).Losses);
        },
        Few);

    [Fact]
    public void Run_PostNobodyIsNamedForOrMovesTo_ChangesNoOther() => Cases.Check(
        GroupPlan.Any,
        plan =>
        {
            // A further post with a holder of its own stands beside the others: their random numbers stay as they were.
            var alone = Simulator.Run(Model(plan.Group().Build()), Seed, Trials).Posts;
            var beside = Simulator.Run(Model(plan.Group().Post("zz", "somebody else").Build()), Seed, Trials).Posts;

            Assert.Equal(
                alone.Select(post => (post.Post, post.UncoveredDays)),
                beside.Where(post => post.Post.Value != "zz").Select(post => (post.Post, post.UncoveredDays)));
        },
        Few);

    [Fact]
    public void Compare_NothingChanged_DiffersNowhere() => Cases.Check(
        GroupPlan.Any,
        plan =>
        {
            var snapshot = plan.Group().Build();
            var result = Simulator.Run(Model(new Scenario().Apply(snapshot).Snapshot), Seed, Trials);

            Assert.Equal(Estimate.Exact(0), result.MoreThan(Simulator.Run(Model(snapshot), Seed, Trials)));
        },
        Few);

    private static SimulationModel Model(GroupSnapshot snapshot) => new(snapshot, GroupBuilder.Data, Rules);
}
