using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

/// <summary>A chair in common of T1 and T2, whose years on the board of T1 are over on day 100.</summary>
public sealed class BoardTermTests
{
    private const ulong Seed = 9;
    private const int Trials = 4000;
    private const int LimitDay = 100;
    private const int Fill = 137;

    // The mean of so many trials lies within four standard errors in all but one of 15,000 cases; the interval is 1.28 of them wide.
    private const double FourStandardErrors = 4 / 1.2815515655446004;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(0.5),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    public static TheoryData<int> Groups() => [1, 2, 3, 4, 5];

    [Fact]
    public void Run_ClockOfOneBoardEnds_ThatBoardIsUncoveredUntilFilledAndTheOtherNever()
    {
        var result = Run(Chair());
        Assert.Equal((3 * Fill, 0), (OfOrganisation(result, "T1"), OfOrganisation(result, "T2")));
    }

    [Fact]
    public void Run_ClockOfOneBoardEnds_ThePostItselfDoesNotFallVacant()
    {
        var outcome = Run(Chair()).Posts.Single();
        Assert.Equal((0, 0), (outcome.FallsVacant[4].Prudent, outcome.Vacancies));
        var board = Assert.Single(outcome.Boards);
        Assert.Equal(("T1", 1, Fill), (board.Board.Value, board.LeftAlone[0].Prudent, board.UncoveredDays.Prudent));
    }

    [Theory]
    [InlineData(0.2, 0.8, 0.2)]
    [InlineData(0.2, 0.2, 0.5)]
    [InlineData(null, 0.8, 0.5)]
    [InlineData(null, null, 0.5)]
    public void Run_ClockOfOneBoardEnds_WeighsByTheShareOfTimeThatTheBoardHas(double? ofFirst, double? ofSecond, double share)
    {
        var result = Run(Chair(shares: (ofFirst, ofSecond)));
        Assert.Equal(share * Fill, result.Posts.Single().UncoveredDays.Prudent, 1e-9);
        Assert.Equal(3 * share * Fill, new UncoveredDays(result, Weighting.ByCriticality).OfGroup()[0], 1e-9);
        Assert.All(result.Losses, loss => Assert.Equal(Math.Round(3 * share * Fill, MidpointRounding.AwayFromZero), loss));
    }

    [Fact]
    public void Seats_SharesThatAreNoWholeParts_TogetherWeighWhatThePostDoes()
    {
        var group = new GroupBuilder().Post(
            "chair", "x", ["T1", "T2", "T3"], GroupBuilder.Chair, boards: [Clock("T1", 100), Clock("T2", 200)]);
        var seats = Model(group).Seats;
        Assert.Equal((3, 3 * seats.WeightUnit), (seats.Count, seats.Weights.Sum()));
    }

    [Fact]
    public void Run_InputsInAnotherOrderOnSeveralThreads_GivesTheSame()
    {
        var group = ManyClocks(new Random(7));
        var shuffled = new SimulationModel(group.BuildShuffled(new Random(8)), Data(rate: 0.5), Rules);
        Assert.Equal(
            Simulator.Run(Model(group, data: Data(rate: 0.5)), Seed, 200).Losses, Simulator.Run(shuffled, Seed, 200, threads: 3).Losses);
    }

    [Fact]
    public void Run_HolderLeavesBefore_IsOneVacancyOfTheWholePost()
    {
        var result = Run(Chair(), Leaves(("x", 50)));
        var outcome = result.Posts.Single();
        Assert.Equal((1, Fill), (outcome.Vacancies, outcome.UncoveredDays.Prudent));
        Assert.Equal((0, Fill), (outcome.Boards[0].LeftAlone[4].Prudent, outcome.Boards[0].UncoveredDays.Prudent));
        Assert.All(result.Losses, loss => Assert.Equal(3 * Fill, loss));
        Assert.Equal([0, 1], result.MostVacanciesAtOnce);
        Assert.Equal([1], result.ChainLengths);
    }

    [Fact]
    public void Run_HolderLeavesAfterwards_VacatesTheOtherBoardAlone()
    {
        var result = Run(Chair(), Leaves(("x", 1000)));
        Assert.Equal((3 * Fill, 3 * Fill), (OfOrganisation(result, "T1"), OfOrganisation(result, "T2")));
        Assert.Equal(Fill, result.Posts.Single().UncoveredDays.Prudent, 1e-9);
        Assert.Equal([0, 1], result.MostVacanciesAtOnce);
    }

    [Fact]
    public void Run_ClocksOfBothBoardsEnd_EachIsUncoveredFromItsOwnDay()
    {
        var steps = Simulator.Watch(Model(Chair(second: Clock("T2", 300))), Seed, 0).Steps;
        Assert.Equal(
            [(LimitDay, "T1"), (300, null)],
            steps.Where(step => step.Kind == StepKind.FallsVacant).Select(step => (step.Day, step.Board?.Value)));
    }

    [Fact]
    public void Run_LimitIsNotAlwaysKept_LeavesTheBoardAsOftenAsTheReferenceDataSay() =>
        AssertWithin(0.8, Run(Chair(), data: Data(limit: 0.8)).Posts.Single().Boards[0].LeftAlone[0]);

    [Fact]
    public void Run_HolderMayLeaveBefore_LeavesTheBoardAloneOnlyWhereStillThere() => AssertWithin(
        Math.Exp(-0.9 * (LimitDay - 1) / TenureHazard.DaysPerYear),
        Run(Chair(), data: Data(rate: 0.9)).Posts.Single().Boards[0].LeftAlone[4]);

    [Fact]
    public void Watch_LimitIsNotAlwaysKept_IsKeptOnBothBoardsOrOnNone()
    {
        var model = Model(Chair(second: Clock("T2", 300)), data: Data(limit: 0.5));
        int[] ends = [.. Enumerable.Range(0, 200).Select(trial =>
            Simulator.Watch(model, Seed, trial).Steps.Count(step => step.Kind == StepKind.TermEnds))];
        Assert.Equal([0, 2], ends.Distinct().Order());
    }

    [Fact]
    public void Watch_SuccessorForTheBoard_TakesUpThatBoardAlone()
    {
        var steps = Simulator.Watch(Model(Chair().Ready("chair", "s")), Seed, 0).Steps;
        Assert.Equal(
            [
                (LimitDay, StepKind.TermEnds, "chair", "x", "T1"), (LimitDay, StepKind.FallsVacant, "chair", null, "T1"),
                (LimitDay, StepKind.SuccessorAccepts, "chair", "s", "T1"),
                (LimitDay + 30, StepKind.FilledBySuccessor, "chair", "s", (string?)"T1"),
            ],
            steps.Select(step => (step.Day, step.Kind, step.Post?.Value, step.Person?.Value, step.Board?.Value)));
    }

    [Fact]
    public void Watch_PostGivenUpBeforeTheLimit_TellsOfNoEndOnTheBoardLater()
    {
        var steps = Simulator.Watch(Model(Chair(plannedEnd: 50)), Seed, 0).Steps;
        Assert.Equal(
            [(50, null)], steps.Where(step => step.Kind == StepKind.TermEnds).Select(step => (step.Day, step.Board?.Value)));
    }

    [Theory]
    [InlineData("T2", 600, 5000)]
    [InlineData(null, 5000, 1000)]
    public void Watch_SuccessorHasTakenUpOneBoard_DoesNotLeaveItForAnother(string? next, int secondLimit, int holderLeaves)
    {
        var group = new GroupBuilder().Post(
            "chair", "x", ["T1", "T2", "T3"], GroupBuilder.Chair, boards: [Clock("T1", LimitDay), Clock("T2", secondLimit)])
            .Ready("chair", "s");
        var steps = Simulator.Watch(Model(group, Leaves(("x", holderLeaves))), Seed, 0).Steps;
        Assert.Equal(
            [(StepKind.SuccessorAccepts, "T1"), (StepKind.RecruitmentBegins, next)],
            steps.Where(step => step.Kind is StepKind.SuccessorAccepts or StepKind.RecruitmentBegins)
                .Select(step => (step.Kind, step.Board?.Value)));
    }

    [Fact]
    public void Watch_HolderIsNamedForTheOwnPost_DoesNotSucceedOnTheBoardThatWasLeft()
    {
        var steps = Simulator.Watch(Model(Chair().Ready("chair", "x")), Seed, 0).Steps;
        Assert.DoesNotContain(steps, step => step.Kind == StepKind.SuccessorAccepts);
    }

    [Fact]
    public void Watch_BoardLeftBeforeTheFirstDay_IsVacantFromTheFirstDay()
    {
        var group = new GroupBuilder().Post("chair", serves: ["T1", "T2"], family: GroupBuilder.Chair).Appoint("chair", "x", left: ["T1"]);
        var steps = Simulator.Watch(Model(group), Seed, 0).Steps;
        Assert.Equal(
            [(0, StepKind.FallsVacant, "T1"), (0, StepKind.RecruitmentBegins, "T1"), (Fill, StepKind.FilledFromOutside, "T1")],
            steps.Select(step => (step.Day, step.Kind, step.Board?.Value)));
    }

    [Theory]
    [InlineData("T1", true)]
    [InlineData("T2", false)]
    public void Watch_DeputyOfABoard_StandsInThereAlone(string serves, bool standsIn)
    {
        var group = Chair(deputies: ["vice"]).Post("vice", "v", [serves]);
        var vacant = Assert.Single(Simulator.Watch(Model(group), Seed, 0).Steps, step => step.Kind == StepKind.FallsVacant);
        Assert.Equal(standsIn, vacant.HasInterimCover);
    }

    [Fact]
    public void Run_PlannedEndOnTheDayOfTheLimit_IsOneVacancyOfTheWholePost()
    {
        var result = Run(Chair(plannedEnd: LimitDay));
        Assert.Equal((1, 0), (result.Posts.Single().Vacancies, result.Posts.Single().Boards[0].LeftAlone[4].Prudent));
    }

    [Fact]
    public void Run_ChairOfOneTrust_GivesUpThePostAtTheLimit()
    {
        var group = new GroupBuilder().Post("chair", "x", family: GroupBuilder.Chair, boards: [Clock("T1", LimitDay)]);
        var outcome = Run(group, data: Data(limit: 0.8)).Posts.Single();
        AssertWithin(0.8, outcome.FallsVacant[0]);
        Assert.Empty(outcome.Boards);
    }

    [Fact]
    public void Run_SharedJob_KeepsTheBoardWhileTheOtherHolderHasIt()
    {
        Assert.Equal(0, Run(Chair().Appoint("chair", "y")).Loss.Prudent);
    }

    [Fact]
    public void Run_TermExtendedBeyondTheLimit_SetsTheLimitAside()
    {
        var group = Chair(plannedEnd: LimitDay).Build();
        var scenario = new Scenario(new TermExtended(new("chair"), new("x"), [new("T1"), new("T2")], GroupBuilder.Today.AddYears(6)));
        var applied = scenario.Apply(group);
        var result = Simulator.Run(new SimulationModel(applied.Snapshot, Data(), Rules, applied.Changes), Seed, 100);
        Assert.Equal(0, result.Loss.Prudent);
    }

    [Fact]
    public void Run_TermExtendedToBeforeTheLimit_LeavesTheLimitInForce()
    {
        var group = Chair(plannedEnd: 50).Build();
        var until = GroupBuilder.Today.AddDays(LimitDay);
        var applied = new Scenario(new TermExtended(new("chair"), new("x"), [new("T1"), new("T2")], until)).Apply(group);
        var data = Data(planned: 0);
        var result = Simulator.Run(new SimulationModel(applied.Snapshot, data, Rules, applied.Changes), Seed, 100);
        Assert.Equal(1, result.Posts.Single().Boards[0].LeftAlone[0].Prudent);
    }

    [Fact]
    public void BothMissing_BoardOfASharedChairIsLeftAlone_CountsTheVacancyOfThatBoard()
    {
        // The chief executive of T1 is missing from day 50 to 187, its chair from 100 on; T2 keeps both.
        var group = Chair().Post("ceo1", "a", ["T1"]).Post("ceo2", "b", ["T2"]);
        var both = Run(group, Leaves(("a", 50))).BothMissing;
        Assert.Equal([("T1", 87), ("T2", 0)], both.Select(each => (each.Organisation.Value, each.Days.Prudent)));
    }

    [Fact]
    public void BothMissing_SharedChairLeavesBefore_CountsTheVacancyOfThePostOnEachBoard()
    {
        // The chair is missing from day 20 to 157 on both boards, the chief executive of T1 from day 50 to 187.
        var group = Chair().Post("ceo1", "a", ["T1"]).Post("ceo2", "b", ["T2"]);
        var both = Run(group, Leaves(("x", 20), ("a", 50))).BothMissing;
        Assert.Equal([("T1", 107), ("T2", 0)], both.Select(each => (each.Organisation.Value, each.Days.Prudent)));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Watch_GroupsWithManyClocks_AgreesWithTheTalliesOfTheRun(int seed)
    {
        // Days are worked out again from the steps: a board left alone has vacancies of its own, the others have those of the post.
        const int trials = 60;
        var random = new Random(seed);
        var model = Model(ManyClocks(random), data: Data(rate: 0.5, limit: 0.7, planned: 0.6));
        Assert.NotEmpty(model.Seats.Parts);
        var result = Simulator.RunToCompare(model, Seed, trials);
        PlayedTrial[] played = [.. Enumerable.Range(0, trials).Select(trial => Simulator.Watch(model, Seed, trial))];
        Assert.Equal(result.Losses, played.Select(trial => trial.Loss));
        foreach (var organisation in Post.OrganisationsServedBy(model.Snapshot.Posts))
        {
            var expected = played.Select(trial => model.Snapshot.Posts.Where(post => post.IsServing(organisation))
                .Sum(post => 3 * DaysUncovered(model, trial, post, organisation)));
            Assert.Equal(expected, new UncoveredDays(result, Weighting.ByCriticality).OfOrganisation(organisation));
        }
    }

    private static GroupBuilder Chair(
        (double? First, double? Second)? shares = null, BoardClock? second = null, string[]? deputies = null, int? plannedEnd = null)
    {
        var group = new GroupBuilder();
        group.Add(new Post(
            new("chair"), GroupBuilder.Chair, PostLevel.Group,
            [new OrganisationServed(new("T1"), shares?.First), new OrganisationServed(new("T2"), shares?.Second)],
            Criticality.Agreed(3, GroupBuilder.Today),
            deputies: (deputies ?? []).Select(deputy => new DeputyArrangement(new(deputy), Answer.Yes))));
        return group.Appoint(
            "chair", "x", plannedEnd: plannedEnd is { } day ? GroupBuilder.Today.AddDays(day) : null,
            boards: second is null ? [Clock("T1", LimitDay)] : [Clock("T1", LimitDay), second]);
    }

    private static GroupBuilder ManyClocks(Random random)
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 8; post++)
        {
            string[] boards = [.. Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Append(4).Select(board => $"T{board}")];
            group.Post(
                $"p{post}", $"h{random.Next(6)}", boards, GroupBuilder.Chair, deputies: post > 0 ? [$"p{random.Next(post)}"] : [],
                plannedEnd: random.Next(3) == 0 ? GroupBuilder.Today.AddDays(random.Next(1, 1500)) : null,
                boards: [.. boards.Where(_ => random.Next(4) > 0).Select(board => Clock(board, random.Next(1, 1500)))]);
            group.Ready($"p{post}", $"n{random.Next(4)}", $"m{random.Next(3)}");
        }

        return group;
    }

    private static double DaysUncovered(SimulationModel model, PlayedTrial trial, Post post, OrganisationId board)
    {
        var own = trial.Steps.Where(step => step.Post == post.Id && step.Board == board).ToArray();
        var steps = own.Length > 0 ? own : trial.Steps.Where(step => step.Post == post.Id && step.Board is null);
        var (days, since, interim) = (0.0, -1, false);
        foreach (var step in steps)
        {
            if (step.Kind == StepKind.FallsVacant) (since, interim) = (step.Day, step.HasInterimCover);
            if (step.Kind is not (StepKind.FilledBySuccessor or StepKind.FilledFromOutside)) continue;
            days += (step.Day - since) * (interim ? 0.5 : 1);
            since = -1;
        }

        return since < 0 ? days : days + ((model.Days - since) * (interim ? 0.5 : 1));
    }

    private static BoardClock Clock(string board, int limitDay) =>
        new(new(board), GroupBuilder.Today.AddDays(limitDay).AddYears(-9));

    private static Changes Leaves(params (string Person, int Day)[] leaving) => new()
    {
        Departures = leaving.ToDictionary(each => new PersonId(each.Person), each => GroupBuilder.Today.AddDays(each.Day)),
    };

    private static SimulationModel Model(GroupBuilder group, Changes? changes = null, ReferenceData? data = null) =>
        new(group.Build(), data ?? Data(), Rules, changes);

    private static SimulationResult Run(GroupBuilder group, Changes? changes = null, ReferenceData? data = null) =>
        Simulator.RunToCompare(Model(group, changes, data), Seed, Trials);

    private static double OfOrganisation(SimulationResult result, string organisation) =>
        new UncoveredDays(result, Weighting.ByCriticality).OfOrganisation(new(organisation)).Distinct().Single();

    // Nobody leaves but as stated, one fixed time to fill, no notice.
    private static ReferenceData Data(double rate = 0, double limit = 1, double planned = 1) => GroupBuilder.Data with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [GroupBuilder.Chair] = GroupBuilder.Number(rate),
                [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0),
            },
            [], GroupBuilder.Number(planned), GroupBuilder.Number(limit)),
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(Fill), GroupBuilder.Number(30), GroupBuilder.Number(0)),
    };

    private static void AssertWithin(double expected, Estimate found) => Assert.InRange(
        expected, found.Prudent - ((found.Prudent - found.Low) * FourStandardErrors),
        found.Prudent + ((found.High - found.Prudent) * FourStandardErrors));
}
