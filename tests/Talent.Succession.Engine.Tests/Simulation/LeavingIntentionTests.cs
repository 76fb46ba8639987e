using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;
using Talent.Succession.Engine.Turnover;

namespace Talent.Succession.Engine.Tests.Simulation;

/// <summary>What a person stated about leaving takes the place of the time to the exit that would be drawn.</summary>
public sealed class LeavingIntentionTests
{
    private const int Trials = 20_000;
    private const int DaysToFill = 137;
    private static readonly DateOnly Today = GroupBuilder.Today;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(1),
        YearsBeforeMovingAgain = GroupBuilder.Number(1 / 365.25),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    [Fact]
    public void Run_IntentionBetweenTwoDays_VacatesThePostOnOneOfThem()
    {
        var model = Model(new GroupBuilder().Post("ceo", "a").Intends("a", 100, 200));

        var days = Enumerable.Range(0, 500).Select(trial => DayOfLeaving(model, trial)).ToArray();

        Assert.All(days, day => Assert.InRange(day, 100, 200));
        Assert.InRange(days.Min(), 100, 110);
        Assert.InRange(days.Max(), 190, 200);
    }

    [Fact]
    public void Run_EveryDayOfTheInterval_IsAsLikelyAsTheNext()
    {
        var model = Model(new GroupBuilder().Post("ceo", "a").Intends("a", 100, 103));

        var counts = Enumerable.Range(0, 4000).CountBy(trial => DayOfLeaving(model, trial)).ToDictionary();

        // Binomial with 4,000 trials of 1/4: a standard deviation of 27.4; four of them.
        Assert.Equal([100, 101, 102, 103], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 890, 1110));
    }

    [Fact]
    public void Run_NobodyElseLeaves_MeanDaysUncoveredAreThoseFromTheMiddleOn()
    {
        // Five years have 1826 days. Of a vacancy that begins on day d and is not filled, 1826 - d of them are left; in the mean those from
        // the middle of the interval on.
        var outcome = Run(new GroupBuilder().Post("ceo", "a").Intends("a", 1700, 1800), days: 50 * TenureHazard.DaysPerYear).Posts.Single();

        Assert.Equal(1, outcome.FallsVacant[4].Prudent);
        Assert.Equal(0, outcome.FallsVacant[3].Prudent);
        Assert.Equal(1826 - 1750, outcome.UncoveredDays.Prudent, 1.0);
    }

    [Fact]
    public void Run_HoldersWhoMayNeverLeave_StayWithoutAnIntention() =>
        Assert.Equal(0, Run(new GroupBuilder().Post("ceo", "a")).Posts.Single().FallsVacant[4].Prudent);

    [Fact]
    public void Run_IntentionOnOneDay_UncoversUntilThePostIsFilled() => Assert.Equal(
        DaysToFill, Run(new GroupBuilder().Post("ceo", "a").Intends("a", 300, 300)).Posts.Single().UncoveredDays.Prudent, 1e-6);

    [Fact]
    public void Run_Notice_IsGivenBeforeTheDayStated() => Assert.Equal(
        DaysToFill - 91,
        Run(new GroupBuilder().Post("ceo", "a").Intends("a", 300, 300), notice: 91).Posts.Single().UncoveredDays.Prudent, 1e-6);

    [Fact]
    public void Run_IntentionBeyondTheHorizon_KeepsTheHolderUntilThen() => Assert.Equal(
        0, Run(new GroupBuilder().Post("ceo", "a").Intends("a", 5000, 6000), rate: 5).Posts.Single().FallsVacant[4].Prudent);

    [Fact]
    public void Run_HolderOfSeveralPosts_LeavesAllOfThem()
    {
        var group = new GroupBuilder().Post("a", "x", ["T1"]).Post("b", "x", ["T2"]).Post("c", "y", ["T3"]).Intends("x", 10, 20);
        Assert.Equal([1, 1, 0], Run(group).Posts.Select(post => post.FallsVacant[0].Prudent));
    }

    [Fact]
    public void Run_DepartureThatAScenarioGives_GoesBeforeTheIntention()
    {
        var changes = Changes.LeavesTonight(new PersonId("a"), Today);
        var model = Model(new GroupBuilder().Post("ceo", "a").Intends("a", 300, 400), changes: changes);
        Assert.Equal(0, DayOfLeaving(model, 0));
    }

    [Fact]
    public void Run_SuccessorWithAnIntention_LeavesTheNewPostOnTheDayStated()
    {
        // The successor takes up on day 30 and leaves on day 200; whoever comes then stays.
        var group = new GroupBuilder().Post("ceo", "a").Ready("ceo", "s").Intends("a", 0, 0).Intends("s", 200, 200);
        var steps = Simulator.Watch(Model(group), 42, 0).Steps.Where(step => step.Kind == StepKind.FallsVacant);
        Assert.Equal([Today, Today.AddDays(200)], steps.Select(step => step.Date));
    }

    [Fact]
    public void Run_SuccessorWhoWillHaveLeft_IsNotAvailable()
    {
        var group = new GroupBuilder().Post("ceo", "a").Ready("ceo", "s").Intends("a", 100, 100).Intends("s", 50, 60);
        Assert.Equal(0, Run(group).Posts.Single().TakeOvers.Single().Share);
    }

    [Fact]
    public void Run_StartNotRecorded_UsesTheIntentionAsWell()
    {
        var post = new Post(new PostId("ceo"), GroupBuilder.ChiefExecutive, PostLevel.Trust, [new OrganisationServed(new("T1"))]);
        var held = new Appointment(post.Id, new PersonId("a"), AppointmentKind.Substantive);
        var intention = new LeavingIntention(held.Person, Today.AddDays(70), Today.AddDays(70));
        var data = Data(0.5) with
        {
            Turnover = new TurnoverRates(
                new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0.5) },
                [
                    new TenurePattern(
                        [GroupBuilder.ChiefExecutive],
                        [new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(3, GroupBuilder.Number(2))]),
                ],
                GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
        };
        Assert.Equal(70, DayOfLeaving(new SimulationModel(new GroupSnapshot(Today, [post], [held], [], [intention]), data, Rules), 1));
    }

    [Fact]
    public void Run_IntentionOfSomebodyElse_ChangesNothingForAHolder()
    {
        // Common random numbers: what one person states leaves all other exits as they were.
        var without = Model(new GroupBuilder().Post("p", "a", ["T1"]).Post("q", "b", ["T2"]), rate: 0.27);
        var with = Model(new GroupBuilder().Post("p", "a", ["T1"]).Post("q", "b", ["T2"]).Intends("b", 5, 9), rate: 0.27);
        for (var trial = 0; trial < 50; trial++)
        {
            Assert.Equal(
                Simulator.Watch(without, 42, trial).Steps.Where(step => step.Post?.Value == "p"),
                Simulator.Watch(with, 42, trial).Steps.Where(step => step.Post?.Value == "p"));
        }
    }

    [Fact]
    public void Run_PartsInAnotherOrder_GivesTheSame()
    {
        var group = GroupBuilder.Random(new Random(5), 30);
        foreach (var holder in group.Build().Holders().Take(5)) group.Intends(holder.Value, 20, 900);
        Assert.Equal(
            Simulator.Run(new SimulationModel(group.Build(), Data(0.27), Rules), 7, 300).Losses,
            Simulator.Run(new SimulationModel(group.BuildShuffled(new Random(1)), Data(0.27), Rules), 7, 300).Losses);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(-20, -10, 1)]
    [InlineData(400, 500, 0)]
    [InlineData(355, 374, 0.5)]
    [InlineData(-100, 729, 0.5)]
    public void Of_IntentionWithinTheYear_IsThePartOfItsDaysThatLiesBefore(int first, int last, double expected)
    {
        var group = new GroupBuilder().Post("ceo", "a").Intends("a", first, last).Build();
        Assert.Equal(expected, VacancyProbability.Of(group, group.Posts[0], GroupBuilder.Data).Estimate.Value!.Value, 1e-9);
    }

    [Fact]
    public void LeavingIntention_LastDayBeforeTheFirst_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LeavingIntention(new PersonId("a"), Today, Today.AddDays(-1)));

    [Fact]
    public void GroupSnapshot_TwoIntentionsOfOnePerson_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new GroupBuilder().Post("ceo", "a").Intends("a", 1, 2).Intends("a", 3, 4).Build());

    [Fact]
    public void Without_Posts_KeepsWhatPeopleStated() => Assert.Equal(
        new PersonId("a"),
        Assert.Single(new GroupBuilder().Post("p", "a").Post("q", "a").Intends("a", 1, 2).Build()
            .Without(new HashSet<PostId> { new("q") }).Intentions).Person);

    [Fact]
    public void Without_AllThatALeaverHolds_LeavesOutWhatThePersonStated() => Assert.Empty(
        new GroupBuilder().Post("p", "a").Post("q", "b").Intends("a", 1, 2).Build().Without(new HashSet<PostId> { new("p") }).Intentions);

    private static int DayOfLeaving(SimulationModel model, int trial) =>
        Simulator.Watch(model, 42, trial).Steps.First(step => step.Kind == StepKind.PersonLeaves).Date.DayNumber - Today.DayNumber;

    private static SimulationResult Run(GroupBuilder group, double rate = 0, double days = DaysToFill, double notice = 0) =>
        Simulator.Run(Model(group, rate, days, notice), 42, Trials);

    private static SimulationModel Model(
        GroupBuilder group, double rate = 0, double days = DaysToFill, double notice = 0, Changes? changes = null) =>
        new(group.Build(), Data(rate, days, notice), Rules, changes);

    // Constant rates and fixed times.
    private static ReferenceData Data(double rate, double days = DaysToFill, double notice = 0) => GroupBuilder.Data with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(rate) }, [],
            GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(days), GroupBuilder.Number(30), GroupBuilder.Number(notice)),
    };
}
