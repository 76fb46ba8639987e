using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests;

public sealed class NextBestActionsTests
{
    private const ulong Seed = 3;
    private const int Trials = 400;

    private static readonly DateOnly Today = GroupBuilder.Today;

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
    public void Of_EachAction_HasTheReductionOfItsScenario()
    {
        var group = GroupBuilder.Random(new Random(2), 12).Build();
        var found = Find(group);
        Assert.NotEmpty(found.Actions);
        foreach (var action in found.Actions.Take(5))
        {
            var comparison = ScenarioComparison.Of(group, new Scenario(action.Action.Change), GroupBuilder.Data, Moves, Seed, Trials);
            Assert.Equal(-comparison.AllOrganisations.Value!.Value, action.Reduction.Value!.Value, 1e-9);
            Assert.Equal(-comparison.Group.Value!.Value, action.ReductionOfPosts.Value!.Value, 1e-9);
            Assert.Equal(-comparison.AllOrganisations.High, action.Reduction.Low, 1e-9);
        }
    }

    [Fact]
    public void Of_Actions_AreRankedAndHelpOnlyWhenTheIntervalLiesAboveZero()
    {
        var found = Find(GroupBuilder.Random(new Random(5), 20).Build());
        var reductions = found.Actions.Select(action => action.Reduction.Value!.Value).ToArray();
        Assert.Equal(reductions.OrderDescending(), reductions);
        Assert.All(found.Actions, action => Assert.Equal(action.Reduction.Low > 0, action.Helps));
    }

    [Fact]
    public void Of_NomineeReadyInFifteenYears_IsDevelopedAndHelps()
    {
        var group = new GroupBuilder().Post("a", "x").Name("a", "far", Readiness.By(Today.AddYears(20)))
            .Name("a", "near", Readiness.By(Today.AddYears(15))).Build();
        var action = Find(group).Actions.Single();
        Assert.Equal((ActionKind.DevelopSuccessor, true), (action.Action.Kind, action.Helps));
        Assert.Equal("near", ((MadeReady)action.Action.Change).Person.Value);
    }

    [Fact]
    public void Of_NobodyNamed_SomebodyFreeOfTheFamilyIsNamed()
    {
        var group = new GroupBuilder().Post("a", "x").Post("b", "y", ["T2"]).Ready("b", "n", "m").Build();
        var action = Find(group).Actions.Single(each => each.Action.Kind == ActionKind.NameSuccessor);
        Assert.Equal("a", action.Action.Post.Value);
        // One of the two is counted for the other post, so that the one who is left is named.
        Assert.True(((NominationAdded)action.Action.Change).Nomination.Nominee.Value is "n" or "m");
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(7, 1)]
    [InlineData(8, null)]
    [InlineData(null, null)]
    public void Of_TermThatEnds_IsExtendedOnlyWithinTheCode(int? yearsOnBoard, int? extension)
    {
        // The limit is nine years; the term ends in a year.
        var clock = new BoardClock(new("T1"), yearsOnBoard is { } years ? Today.AddYears(-years) : null);
        var group = new GroupBuilder().Post(
            "c", "x", family: GroupBuilder.Chair, plannedEnd: Today.AddYears(1), boards: [clock]).Build();
        var found = Find(group).Actions;
        Assert.Contains(found, each => each.Action.Kind == ActionKind.SearchEarly && each.Helps);
        var extended = found.SingleOrDefault(each => each.Action.Kind == ActionKind.ExtendTerm)?.Action.Change as TermExtended;
        Assert.Equal(extension is { } more ? Today.AddYears(1 + more) : null, extended?.Until);
    }

    [Fact]
    public void Of_SharedPostWithReadySuccessor_IsSplit()
    {
        var group = new GroupBuilder().Post("c", "x", ["T1", "T2", "T3"]).Ready("c", "n").Build();
        var split = (PostSplit)Find(group).Actions.Single(each => each.Action.Kind == ActionKind.SplitPost).Action.Change;
        Assert.Equal([["T1", "T2"], ["T3"]], split.Parts.Select(part => part.Organisations.Select(each => each.Value).ToArray()));
        Assert.Equal(["x", null], split.Parts.Select(part => part.Holder?.Value));
    }

    [Fact]
    public void Of_SuccessorAndDeputyWhoCoverTheSameVacancy_HaveNoSurplus()
    {
        // Both take days of the same vacancy away, so together they take less than their sum.
        var group = new GroupBuilder()
            .Post("a", "x", criticality: Criticality.Agreed(5, Today)).Post("d", "y", family: GroupBuilder.Finance)
            .Name("a", "n", Readiness.By(Today.AddYears(15))).Build();
        var found = Find(group);
        Assert.Contains(found.Actions, each => each is { Helps: true, Action.Kind: ActionKind.DevelopSuccessor });
        Assert.Contains(found.Actions, each => each is { Helps: true, Action.Kind: ActionKind.AgreeDeputy });
        Assert.DoesNotContain(found.Pairs, pair => pair.First.Post == pair.Second.Post);
    }

    [Fact]
    public void Of_DevelopingTheLadder_HelpsMoreThanItsSum()
    {
        // The successor of a leaves b behind: developing both saves the recruitment for b that developing the first alone sets off.
        var far = Readiness.By(Today.AddYears(15));
        var group = new GroupBuilder().Post("a", "x", plannedEnd: Today.AddYears(2)).Post("b", "y", ["T2"]).Name("a", "y", far)
            .Name("b", "n", far).Build();
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
        Assert.Equal(["a", "b"], new[] { pair.First.Post.Value, pair.Second.Post.Value }.Order());
        // Weight 3. Nothing done: 200 days of a. The first alone: 10 of a and 200 of b. The second alone: 200. Both: 10 and 10.
        Assert.Equal(3 * (200 - 20), pair.Together.Value);
        Assert.Equal(3 * ((200 - 20) - (200 - 210) - 0), pair.Surplus.Value);
    }

    [Fact]
    public void Of_MoreCandidatesThanAreSimulated_TakesThoseOfThePostsThatLoseMost()
    {
        var group = GroupBuilder.Random(new Random(9), 20).Build();
        var all = Find(group);
        var few = NextBestActions.Of(
            group, GroupBuilder.Data, Moves, Rules with { MostSimulated = GroupBuilder.Number(3) }, Seed, Trials);
        Assert.Equal((all.Generated, 3), (few.Generated, few.Actions.Count));
        var least = few.Actions.Min(each => Expected(all, group, each.Action.Post));
        Assert.All(
            all.Actions.Where(each => few.Actions.All(other => other.Action.Post != each.Action.Post)),
            each => Assert.True(Expected(all, group, each.Action.Post) <= least + 1e-6));
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSame()
    {
        var group = GroupBuilder.Random(new Random(7), 12).Build();
        var two = NextBestActions.Of(group, GroupBuilder.Data, Moves, Rules, Seed, Trials, threads: 2);
        var one = Find(group);
        Assert.Equal(one.Actions.Select(each => each.Reduction), two.Actions.Select(each => each.Reduction));
        Assert.Equal(one.Pairs.Select(pair => pair.Surplus), two.Pairs.Select(pair => pair.Surplus));
    }

    [Fact]
    public void Of_Progress_CountsEverySimulationToTheLast()
    {
        var group = GroupBuilder.Random(new Random(7), 12).Build();
        var told = new List<(int Played, int Of)>();
        var found = NextBestActions.Of(
            group, GroupBuilder.Data, Moves, Rules, Seed, 10, progress: (played, all) => told.Add((played, all)));
        // The group as it is, each action, and the best four two by two.
        var all = 1 + found.Actions.Count + 6;
        Assert.Equal(Enumerable.Range(1, all).Select(played => (played, all)), told);
    }

    [Fact]
    public void Of_AFirstLookByFewerTrials_PlaysTheBestOfItByAll()
    {
        var group = GroupBuilder.Random(new Random(5), 20).Build();
        var all = Find(group);
        var told = new List<(int Played, int Of)>();
        var found = NextBestActions.Of(
            group, GroupBuilder.Data, Moves, Rules, Seed, Trials, screening: new Screening(100, 4),
            progress: (played, of) => told.Add((played, of)));
        var best = NextBestActions.Of(group, GroupBuilder.Data, Moves, Rules, Seed, 100).Actions.Take(4).Select(Name);
        var inFull = found.Actions.Where(each => each.Trials == Trials).ToArray();
        Assert.Equal(best.Order(StringComparer.Ordinal), inFull.Select(Name).Order(StringComparer.Ordinal));
        Assert.All(inFull, each => Assert.Equal(all.Actions.Single(other => Name(other) == Name(each)).Reduction, each.Reduction));
        Assert.All(found.Actions.Except(inFull), each => Assert.Equal(100, each.Trials));
        Assert.Equal(all.Actions.Count, found.Actions.Count);
        // The group as it is, a first look at each, the best four, and these two by two.
        Assert.Equal(1 + all.Actions.Count + 4 + 6, told[^1].Of);
        Assert.Equal(told[^1].Of, told.Count);
    }

    [Fact]
    public void Of_AFirstLookThatKeepsAll_IsNone()
    {
        var group = GroupBuilder.Random(new Random(7), 12).Build();
        var found = NextBestActions.Of(
            group, GroupBuilder.Data, Moves, Rules, Seed, Trials, screening: new Screening(10, (int)Rules.MostSimulated.Value));
        Assert.Equal(
            Find(group).Actions.Select(each => (each.Reduction, each.Trials)), found.Actions.Select(each => (each.Reduction, each.Trials)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void Of_AFirstLookThatCannotBe_IsRefused(int trials, int kept) => Assert.Throws<ArgumentException>(() => NextBestActions.Of(
        GroupBuilder.Random(new Random(7), 3).Build(), GroupBuilder.Data, Moves, Rules, Seed, 10, screening: new Screening(trials, kept)));

    // A post has one candidate of a kind at most.
    private static string Name(SimulatedAction each) => $"{each.Action.Kind} {each.Action.Post}";

    private static NextBestActions Find(GroupSnapshot group) =>
        NextBestActions.Of(group, GroupBuilder.Data, Moves, Rules, Seed, Trials);

    private static double Expected(NextBestActions found, GroupSnapshot group, PostId post) =>
        found.Baseline.Posts.Single(each => each.Post == post).UncoveredDays.Prudent
        * group.Get(post).Serves.Count * group.Get(post).Criticality.PrudentWeight;
}
