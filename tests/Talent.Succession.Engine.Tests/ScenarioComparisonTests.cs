using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

public sealed class ScenarioComparisonTests
{
    private const int Trials = 1000;

    private static readonly DateOnly Today = GroupBuilder.Today;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    // Nobody leaves of their own, recruitment takes 137 days, a successor 30, notice 91: what happens is certain but for the end of a term.
    private static readonly ReferenceData Still = GroupBuilder.Data with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0),
                [GroupBuilder.Chair] = GroupBuilder.Number(0),
            },
            [], GroupBuilder.Number(1), GroupBuilder.Number(0.8)),
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(137), GroupBuilder.Number(30), GroupBuilder.Number(91)),
    };

    [Fact]
    public void Of_EmptyScenario_DiffersByNothingInEveryTrial()
    {
        var comparison = Compare(GroupBuilder.Random(new Random(1), 20).Build(), GroupBuilder.Data);
        Assert.All(comparison.GroupByTrial, difference => Assert.Equal(0, difference));
        Assert.All(comparison.Posts, post => Assert.Equal(Estimate.Exact(0), post.Difference));
        Assert.Equal(Estimate.Exact(0), comparison.AllOrganisations);
        Assert.Equal(0, comparison.Bench.MoreBare);
    }

    [Fact]
    public void Of_ChangeInAnotherPart_LeavesEveryTrialOfAPostAsItWas()
    {
        var group = new GroupBuilder().Post("a1", "x", ["T1"], deputies: ["a2"]).Post("a2", "y", ["T1"]).Ready("a1", "y")
            .Post("b1", "p", ["T2", "T3"], plannedEnd: Today.AddDays(400)).Post("b2", "q", ["T2"]).Ready("b1", "q").Name("b2", "r").Build();
        var changes = new ScenarioChange[]
        {
            new PersonLeaves(new("p"), Today.AddDays(50)), new DeputyAccepted(new("b1"), new("b2")),
            new PostSplit(new("b1"), [new PostPart(new("b1"), [new("T2")], new("p")), new PostPart(new("b3"), [new("T3")], null)]),
            MadeReady.For(new PostId("b2"), new PersonId("r"), Today),
        };
        var comparison = Compare(group, GroupBuilder.Data, changes);
        foreach (var post in new[] { "a1", "a2" })
        {
            var part = comparison.Posts.Single(each => each.Of.Value == post);
            // Differences of 0 in each trial alone have an interval without width around 0.
            Assert.Equal(Estimate.Exact(0), part.Difference);
            Assert.True(part.Baseline!.Value > 0);
        }

        Assert.Equal(Estimate.Exact(0), comparison.Organisations.Single(each => each.Of.Value == "T1").Difference);
        Assert.NotEqual(Estimate.Exact(0), comparison.Organisations.Single(each => each.Of.Value == "T2").Difference);
    }

    [Fact]
    public void Of_CommonRandomNumbers_VaryLessThanSeparateOnes()
    {
        var snapshot = GroupBuilder.Random(new Random(4), 30).Build();
        var comparison = Compare(snapshot, GroupBuilder.Data, new PersonLeaves(snapshot.Holders().First(), Today.AddDays(100)));
        var separate = Simulator.RunToCompare(new SimulationModel(snapshot, GroupBuilder.Data, Rules), 99, Trials);
        var unpaired = new[] { comparison.Baseline, separate }.Select(result => Math.Pow(result.Loss.High - result.Loss.Low, 2)).Sum();
        Assert.True(Math.Pow(comparison.Group.High - comparison.Group.Low, 2) < unpaired / 2);
    }

    [Fact]
    public void Of_SomebodyLeaves_ExpectsTheDaysOfRecruitmentTimesTheWeight()
    {
        var group = new GroupBuilder().Post("a", "x", ["T1", "T2"], criticality: Criticality.Agreed(4, Today)).Post("b", "y").Build();
        var comparison = Compare(group, Still, new PersonLeaves(new("x"), Today.AddDays(300)));
        Assert.Equal(Estimate.Exact(4 * 137), comparison.Group);
        Assert.Equal(Estimate.Exact(2 * 4 * 137), comparison.AllOrganisations);
        Assert.All(comparison.Organisations, each => Assert.Equal(Estimate.Exact(4 * 137), each.Difference));
        var equal = new ScenarioComparison(comparison.Baseline, comparison.Scenario, Still.Thresholds, Weighting.Equal);
        Assert.Equal(Estimate.Exact(137), equal.Group);
    }

    [Fact]
    public void Of_RecruitmentFreeze_DelaysWhatWouldBeginInItAlone()
    {
        var group = new GroupBuilder().Post("a").Post("b", "x").Post("c", "y").Ready("c", "n").Build();
        var comparison = Compare(
            group, Still, new PersonLeaves(new("x"), Today.AddDays(10)), new PersonLeaves(new("y"), Today.AddDays(10)),
            new RecruitmentFreeze(Today.AddDays(5), Today.AddDays(105)));
        // Recruitment for a had begun; that for b waits from day 10 to day 105; c has a successor.
        Assert.Equal([0, 3 * (95 + 137), 3 * 30], comparison.Posts.Select(post => post.Difference!.Value));
    }

    [Fact]
    public void Of_FreezeOverTwoPauses_WaitsForTheEndOfTheLast()
    {
        var group = new GroupBuilder().Post("a").Build();
        var comparison = Compare(
            group, Still, new RecruitmentFreeze(Today.AddDays(40), Today.AddDays(80)), new RecruitmentFreeze(Today, Today.AddDays(50)));
        Assert.Equal(Estimate.Exact(3 * 80), comparison.Group);
    }

    [Fact]
    public void Of_EarlySearch_TakesItsDaysOffTheVacancy()
    {
        var group = new GroupBuilder().Post("a", "x", plannedEnd: Today.AddDays(400)).Build();
        Assert.Equal(3 * (137 - 91), Compare(group, Still).Posts.Single().Baseline!.Value);
        Assert.Equal(-3 * (120 - 91), Compare(group, Still, new EarlySearch(new("a"), 120)).Group.Value);
        Assert.Equal(-3 * (137 - 91), Compare(group, Still, new EarlySearch(new("a"), 300)).Group.Value);
    }

    [Fact]
    public void Of_TermExtendedBeyondTheYears_LeavesNoVacancy()
    {
        var group = new GroupBuilder().Post("a", "x", plannedEnd: Today.AddDays(400)).Build();
        var comparison = Compare(group, Still, new TermExtended(new("a"), new("x"), [new OrganisationId("T1")], Today.AddYears(8)));
        Assert.Equal(0, comparison.Posts.Single().Scenario!.Value);
    }

    [Fact]
    public void Of_DeputyAccepted_HalvesTheDays()
    {
        var group = new GroupBuilder().Post("a").Post("b", "y").Build();
        Assert.Equal(Estimate.Exact(-3 * 137 / 2.0), Compare(group, Still, new DeputyAccepted(new("a"), new("b"))).Group);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Of_ProgrammeCohort_HelpsInAsManyTrialsAsCompleteIt(double completes)
    {
        var group = new GroupBuilder().Post("a").Name("a", "n", Readiness.By(Today.AddYears(15))).Build();
        var comparison = Compare(group, Still, new ProgrammeCohort([new PersonId("n")], GroupBuilder.ChiefExecutive, Today, completes));
        var helped = comparison.GroupByTrial.Count(difference => difference < 0);
        // Five standard deviations of a binomial count.
        Assert.Equal(completes * Trials, helped, 5 * Math.Sqrt(Trials * completes * (1 - completes)));
        Assert.All(comparison.GroupByTrial, difference => Assert.Contains(difference, new[] { 0, -3.0 * (137 - 30) }));
        Assert.Equal(completes < 1 ? 0 : -1, comparison.Bench.MoreBare);
    }

    [Fact]
    public void Of_CohortNamedByTheProgrammeAlone_TakesOverOnlyOnCompletingIt()
    {
        var group = new GroupBuilder().Post("a", "x").Post("c", "n", family: GroupBuilder.Chair).Build();
        var never = Compare(
            group, Still, new PersonLeaves(new("x"), Today.AddYears(4)),
            new ProgrammeCohort([new PersonId("n")], GroupBuilder.ChiefExecutive, Today, 0));
        Assert.Equal(0, never.Scenario.Posts[0].TakeOvers.Single().Share);
    }

    [Fact]
    public void Of_MoreReadySuccessors_NeverLeavesMorePostsBare()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var group = GroupBuilder.Random(new Random(seed), 12).Build();
            var name = group.Nominations.First(each => !group.HoldersOf(each.Post).Any(held => held.Person == each.Nominee));
            var comparison = new Scenario(MadeReady.For(name.Post, name.Nominee, Today)).Apply(group).Snapshot;
            var bench = new BenchDifference(Bare(group), Bare(comparison));
            Assert.InRange(bench.MoreBare, -1, 0);
        }

        static IReadOnlyList<PostId> Bare(GroupSnapshot group) => Benches.TrueBench.Of(group, GroupBuilder.Data.Thresholds).Bare;
    }

    [Fact]
    public void Of_PostsOfOneSideOnly_AreUnknownOnTheOtherAndNotZero()
    {
        var group = new GroupBuilder().Post("a", "x", ["T1", "T2"]).Build();
        var comparison = Compare(
            group, Still,
            new PostSplit(new("a"), [new PostPart(new("a1"), [new("T1")], new("x")), new PostPart(new("a2"), [new("T2")], null)]));
        Assert.Equal(
            [("a", false, true), ("a1", true, false), ("a2", true, false)],
            comparison.Posts.Select(post => (post.Of.Value, post.Baseline is null, post.Scenario is null)));
        Assert.All(comparison.Posts, post => Assert.Null(post.Difference));
        Assert.Equal([0, 3 * 137], comparison.Organisations.Select(each => each.Difference!.Value));
        Assert.Equal(["a"], comparison.Bench.Baseline.Select(post => post.Value));
        Assert.Equal(1, comparison.Bench.MoreBare);
    }

    [Fact]
    public void Of_SplitWithTheSameHolder_ExpectsTheSameDaysForTheOrganisations()
    {
        // The holder of both parts leaves both at once, as one leaves one post; only the newcomers differ.
        var group = new GroupBuilder().Post("a", "x", ["T1", "T2"]).Build();
        var leave = new PersonLeaves(new("x"), Today.AddDays(10));
        var split = new PostSplit(new("a"), [new PostPart(new("a"), [new("T1")], new("x")), new PostPart(new("b"), [new("T2")], new("x"))]);
        Assert.Equal(Compare(group, Still, leave).AllOrganisations, Compare(group, Still, leave, split).AllOrganisations);
        Assert.Equal(Compare(group, Still, leave).Group.Value * 2, Compare(group, Still, leave, split).Group.Value);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSame()
    {
        var snapshot = GroupBuilder.Random(new Random(6), 25).Build();
        var scenario = new Scenario(new PersonLeaves(snapshot.Holders().Last(), Today.AddDays(30)));
        ScenarioComparison With(int threads) =>
            ScenarioComparison.Of(snapshot, scenario, GroupBuilder.Data, Rules, 5, 500, threads: threads);
        var (one, three) = (With(1), With(3));
        Assert.Equal(one.GroupByTrial, three.GroupByTrial);
        Assert.Equal(one.Posts, three.Posts);
        Assert.Equal(one.Organisations, three.Organisations);
    }

    [Fact]
    public void Of_GroupDifference_IsTheSumOfItsPosts()
    {
        var snapshot = GroupBuilder.Random(new Random(8), 25).Build();
        var comparison = Compare(snapshot, GroupBuilder.Data, new PersonLeaves(snapshot.Holders().First(), Today));
        Assert.Equal(comparison.Posts.Sum(post => post.Difference!.Value!.Value), comparison.Group.Value!.Value, 1e-6);
        Assert.Equal(comparison.Organisations.Sum(each => each.Difference!.Value!.Value), comparison.AllOrganisations.Value!.Value, 1e-6);
    }

    [Fact]
    public void Comparison_ResultsThatDoNotMatchOrKeptNoDays_AreRefused()
    {
        var model = new SimulationModel(new GroupBuilder().Post("a", "x").Build(), Still, Rules);
        var kept = Simulator.RunToCompare(model, 1, 10);
        Assert.Throws<ArgumentException>(() => new ScenarioComparison(kept, Simulator.RunToCompare(model, 2, 10), Still.Thresholds));
        Assert.Throws<ArgumentException>(() => new ScenarioComparison(kept, Simulator.RunToCompare(model, 1, 11), Still.Thresholds));
        Assert.Throws<ArgumentException>(() => new ScenarioComparison(kept, Simulator.Run(model, 1, 10), Still.Thresholds));
    }

    private static ScenarioComparison Compare(GroupSnapshot group, ReferenceData data, params ScenarioChange[] changes) =>
        ScenarioComparison.Of(group, new Scenario(changes), data, Rules, 7, Trials);
}
