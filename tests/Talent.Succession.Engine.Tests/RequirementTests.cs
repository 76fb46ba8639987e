using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.CriticalPeople;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

/// <summary>
/// Hard requirements: who certainly does not meet one counts nowhere but on paper; who may not meet one is no certain cover.
/// </summary>
public sealed class RequirementTests
{
    private static readonly RequirementKey Accountant = new("accountant");
    private static readonly DateOnly Today = GroupBuilder.Today;

    private static readonly MoveRules Moves = new()
    {
        Accepts = GroupBuilder.Number(0.8),
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

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TrueBench_NominationsThatDoNotMeetARequirement_AreAsIfNotNamed(int seed)
    {
        var (with, without) = Pair(seed);
        var (bench, expected) = (TrueBench.Of(with, GroupBuilder.Data.Thresholds), TrueBench.Of(without, GroupBuilder.Data.Thresholds));
        Assert.Equal(
            expected.Bare.Select(post => (post, expected.LaterSuccessorFor(post))),
            bench.Bare.Select(post => (post, bench.LaterSuccessorFor(post))));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Risks_NominationsThatDoNotMeetARequirement_AreAsIfNotNamed(int seed)
    {
        var (with, without) = Pair(seed);
        Assert.Equal(
            Weights(new GroupAnalysis(without, GroupBuilder.Data)), Weights(new GroupAnalysis(with, GroupBuilder.Data)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void IfVacantTonight_NominationsThatDoNotMeetARequirement_AreAsIfNotNamed(int seed)
    {
        var (with, without) = Pair(seed);
        Assert.All(with.Posts, post => Assert.Equal(
            new GroupAnalysis(without, GroupBuilder.Data).IfVacantTonight(post.Id).WeightedDays.Estimate,
            new GroupAnalysis(with, GroupBuilder.Data).IfVacantTonight(post.Id).WeightedDays.Estimate));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void CriticalSets_NominationsThatDoNotMeetARequirement_AreAsIfNotNamed(int seed)
    {
        var (with, without) = Pair(seed);
        Assert.Equal(Sets(without), Sets(with));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Simulator_NominationsThatDoNotMeetARequirement_AreAsIfNotNamed(int seed)
    {
        var (with, without) = Pair(seed);
        Assert.Equal(Losses(without), Losses(with));
    }

    [Fact]
    public void ActionCandidates_OnlyNomineeDoesNotMeetARequirement_DoesNotOfferToDevelopThatPerson()
    {
        var group = Group(Answer.No, Readiness.By(Today.AddYears(2)));
        Assert.DoesNotContain(
            ActionCandidates.Of(group, GroupBuilder.Data, Rules, 5),
            action => action.Kind == ActionKind.DevelopSuccessor);
    }

    [Fact]
    public void CoveredOnPaper_OnlyNomineeDoesNotMeetARequirement_CountsThePost() =>
        Assert.Equal(1, Coverage.CoveredOnPaper(Group(Answer.No, Readiness.By(Today))));

    [Theory]
    [InlineData(Answer.Yes, Standing.Confirmed)]
    [InlineData(Answer.No, Standing.RequirementNotMet)]
    [InlineData(Answer.Unknown, Standing.RequirementUnknown)]
    public void StandingsFor_ReadyNominee_DependsOnTheRequirement(Answer met, Standing expected) =>
        Assert.Equal(expected, Assert.Single(Bench(Group(met, Readiness.By(Today))).StandingsFor(new("p"))).Standing);

    [Fact]
    public void TrueBench_RequirementThatNobodyAnswered_IsNoCertainCover() => Assert.Single(Bench(Group(null, Readiness.By(Today))).Bare);

    [Fact]
    public void DaysUncovered_RequirementNotKnown_LowersTheLowerEndToNothing()
    {
        var group = Group(Answer.Unknown, Readiness.By(Today));
        var days = DaysUncovered.Of(group, group.Get(new("p")), Bench(group), GroupBuilder.Data.FillTimes, Departure.Sudden);
        Assert.Equal(0, days.Estimate.Low);
    }

    [Fact]
    public void MeetsRequirements_OneNotMetAndOneUnknown_IsNo() => Assert.Equal(Answer.No, new Nomination(
        new("p"), new("a"), requirements: [new(Accountant, Answer.No), new(new("other"), Answer.Unknown)]).MeetsRequirements);

    [Theory]
    [InlineData(Answer.Yes)]
    [InlineData(Answer.No)]
    [InlineData(Answer.Unknown)]
    public void NominationAdded_WithoutAnswers_TakesOverWhatOtherNominationsOfThePersonSay(Answer met)
    {
        var group = new GroupBuilder().Add(Needing("p")).Add(Needing("q")).Add(Named("p", met, Readiness.By(Today))).Build();
        var added = new Scenario([new NominationAdded(new Nomination(new("q"), new("a"), Readiness.By(Today)))]).Apply(group).Snapshot;
        Assert.Equal(met, Assert.Single(added.NamedFor(new("q"))).MeetsRequirements);
    }

    private static TrueBench Bench(GroupSnapshot group) => TrueBench.Of(group, GroupBuilder.Data.Thresholds);

    private static GroupSnapshot Group(Answer? met, Readiness ready) =>
        new GroupBuilder().Add(Needing("p")).Add(Named("p", met, ready)).Build();

    private static Post Needing(string id) =>
        new(new(id), GroupBuilder.Finance, PostLevel.Trust, [new OrganisationServed(new("T1"))], requirements: [Accountant]);

    private static Nomination Named(string post, Answer? met, Readiness ready) => new(
        new(post), new("a"), ready, requirements: met is { } answer ? [new RequirementAnswer(Accountant, answer)] : []);

    // The same random group twice: with nominations that do not meet a requirement, and without these nominations.
    private static (GroupSnapshot With, GroupSnapshot Without) Pair(int seed)
    {
        var group = GroupBuilder.Random(new Random(seed), 8).Build();
        Nomination[] left = [.. group.Nominations.Where((_, at) => at % 3 != 0)];
        var excluded = group.Nominations.Where((_, at) => at % 3 == 0).Select(name => new Nomination(
            name.Post, name.Nominee, name.Readiness, name.Rank, isExternal: name.IsExternal, recordedOn: name.RecordedOn,
            requirements: [new(Accountant, Answer.No)]));
        return (
            new GroupSnapshot(group.AsOf, group.Posts, group.Appointments, [.. left, .. excluded]),
            new GroupSnapshot(group.AsOf, group.Posts, group.Appointments, left));
    }

    private static IEnumerable<object> Weights(GroupAnalysis analysis) =>
        analysis.Ranking(Weighting.ByCriticality).Select(post => (post.Risk.Post, post.Risk.Weighted.Estimate)).Cast<object>();

    private static IEnumerable<string> Sets(GroupSnapshot group) => CriticalSets
        .Find(group, GroupBuilder.Data.Thresholds, 0.3).Sets.Select(set => string.Join(' ', set.People.Select(person => person.Value)));

    private static IReadOnlyList<long> Losses(GroupSnapshot group)
    {
        var result = Simulator.Run(new SimulationModel(group, GroupBuilder.Data, Moves), 7, 200);
        return result.Losses;
    }
}
