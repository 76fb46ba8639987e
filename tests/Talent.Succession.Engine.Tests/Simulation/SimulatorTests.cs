using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class SimulatorTests
{
    private const int Trials = 20_000;

    // The mean of so many trials lies within four standard errors in all but one of 15,000 cases; the interval is 1.28 of them wide.
    private const double FourStandardErrors = 4 / 1.2815515655446004;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(0.8),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1.5),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.24),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    [Fact]
    public void Run_ConstantHazardWithoutSuccessor_FallsVacantAsTheExponentialSays()
    {
        var post = Run(new GroupBuilder().Post("ceo", "a"), Data(0.27)).Posts.Single();
        for (var year = 1; year <= 5; year++) AssertWithin(1 - Math.Exp(-0.27 * year), post.FallsVacant[year - 1]);
    }

    [Fact]
    public void Run_ConstantHazardAndFixedTimeToFill_IsVacantAsTheRenewalSays()
    {
        // Alternating renewal: exponential stays of rate h, vacancies of T. In steady state hT/(1+hT); from a filled start the first years
        // have less, by the renewal equation m(t) = integral of h exp(-h s) (min(T, t - s) + m(t - s - T)) ds.
        const double rate = 0.5, days = 137;
        var result = Run(new GroupBuilder().Post("ceo", "a"), Data(rate, days), years: 20);
        AssertWithin(RenewalDays(rate, days, 20), result.Posts.Single().UncoveredDays, slack: 2);
    }

    [Fact]
    public void Run_EveryoneAccepts_ChainIsAsLongAsTheLadder()
    {
        var result = Run(Ladder(6), Data(0), Rules with { Accepts = GroupBuilder.Number(1) }, Leaves("h0"));
        Assert.Equal([0, 0, 0, 0, 0, 1], result.ChainLengths);
    }

    [Fact]
    public void Run_ConstantProbabilityOfInternalFill_ChainLengthIsGeometric()
    {
        // White 1970: with probability q of filling from inside a chain has length k with probability q^(k-1) (1-q).
        const double q = 0.6;
        var result = Run(Ladder(12), Data(0), Rules with { Accepts = GroupBuilder.Number(q) }, Leaves("h0"));
        for (var length = 1; length < 8; length++)
        {
            var expected = Math.Pow(q, length - 1) * (1 - q);
            Assert.Equal(expected, result.ChainLengths[length - 1], 4 * Math.Sqrt(expected * (1 - expected) / Trials));
        }
    }

    [Fact]
    public void Run_HolderOfSeveralPostsLeaves_AllFallVacantAtOnce()
    {
        var group = new GroupBuilder().Post("a", "x", ["T1"]).Post("b", "x", ["T2"]).Post("c", "y", ["T3"]);
        var result = Run(group, Data(0), changes: Leaves("x"));
        Assert.Equal([1, 1, 0], result.Posts.Select(post => post.FallsVacant[0].Prudent));
        Assert.Equal([0, 0, 1], result.MostVacanciesAtOnce);
    }

    [Fact]
    public void Run_TermEnds_OnlyThatPostFallsVacant()
    {
        var group = new GroupBuilder().Post("a", "x", plannedEnd: GroupBuilder.Today.AddDays(100)).Post("b", "x");
        var result = Run(group, Data(0));
        AssertWithin(0.9, result.Posts[0].FallsVacant[0]);
        Assert.Equal(0, result.Posts[1].FallsVacant[4].Prudent);
    }

    [Fact]
    public void Run_SuccessorReadyLater_IsNotChosenBefore()
    {
        var group = new GroupBuilder().Post("ceo", "a").Name("ceo", "b", Readiness.By(GroupBuilder.Today.AddDays(1)));
        var outcome = Run(group, Data(0), changes: Leaves("a")).Posts.Single();
        Assert.Equal((0, 1), (outcome.TakeOvers.Single().Share, outcome.FromOutside));
    }

    [Fact]
    public void Run_ReadySuccessors_TakeOverByRankAndAcceptance()
    {
        var group = new GroupBuilder().Post("ceo", "a").Name("ceo", "c", Readiness.By(GroupBuilder.Today), 2)
            .Name("ceo", "b", Readiness.By(GroupBuilder.Today), 1);
        var stays = Rules with { ExitsAYearWhenUnknown = GroupBuilder.Number(0) };
        var outcome = Run(group, Data(0), stays, Leaves("a")).Posts.Single();
        Assert.Equal(["b", "c"], outcome.TakeOvers.Select(taken => taken.Nominee.Value));
        Assert.Equal(0.8, outcome.TakeOvers[0].Share, 0.015);
        Assert.Equal(0.16, outcome.TakeOvers[1].Share, 0.015);
        Assert.Equal(0.04, outcome.FromOutside, 0.01);
    }

    [Fact]
    public void Run_SuccessorMovedLately_MayNotMoveAgain()
    {
        var group = new GroupBuilder().Post("ceo", "a").Post("cfo", "b", start: GroupBuilder.Today.AddDays(-30)).Ready("ceo", "b");
        Assert.Equal(0, Run(group, Data(0), changes: Leaves("a")).Posts[0].TakeOvers.Single().Share);
    }

    [Fact]
    public void Run_SuccessorMovesOn_IsNotChosenForThePostLeft()
    {
        // The successor takes over b, later a, and is named for b still: b is filled from outside the second time.
        var group = new GroupBuilder().Post("a", "x").Post("b", "y").Ready("a", "s").Ready("b", "s");
        var rules = Rules with { Accepts = GroupBuilder.Number(1), ExitsAYearWhenUnknown = GroupBuilder.Number(0) };
        var changes = new Changes
        {
            Departures = new Dictionary<PersonId, DateOnly>
            {
                [new("y")] = GroupBuilder.Today,
                [new("x")] = GroupBuilder.Today.AddDays(700),
            },
        };
        var outcome = Run(group, Data(0), rules, changes).Posts[1];
        Assert.Equal((2, 0.5, 0.5), (outcome.Vacancies, outcome.TakeOvers.Single().Share, outcome.FromOutside));
    }

    [Fact]
    public void Run_UnknownReadiness_IsDrawnFromThePriorAndNeverReadyToday()
    {
        var group = new GroupBuilder().Post("ceo", "a").Name("ceo", "b");
        Assert.Equal(0, Run(group, Data(0), changes: Leaves("a")).Posts.Single().TakeOvers.Single().Share);
    }

    [Fact]
    public void Run_AcceptedDeputyInPlace_HalvesTheUncoveredDays()
    {
        GroupBuilder Group(params string[] deputies) => new GroupBuilder().Post("ceo", "a", deputies: deputies).Post("deputy", "d");
        var (with, without) = (Run(Group("deputy"), Data(0), changes: Leaves("a")), Run(Group(), Data(0), changes: Leaves("a")));
        Assert.Equal(without.Posts[0].UncoveredDays.Prudent / 2, with.Posts[0].UncoveredDays.Prudent, 1e-6);
    }

    [Fact]
    public void Run_DeputyIsTheLeaver_CoversNothing()
    {
        var group = new GroupBuilder().Post("ceo", "a", deputies: ["deputy"]).Post("deputy", "a");
        Assert.Equal(137, Run(group, Data(0), changes: Leaves("a")).Posts[0].UncoveredDays.Prudent, 1e-6);
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSame()
    {
        var model = new SimulationModel(GroupBuilder.Random(new Random(3), 30).Build(), GroupBuilder.Data, Rules);
        var (one, four) = (Simulator.Run(model, 7, 1000), Simulator.Run(model, 7, 1000, threads: 4));
        Assert.Equal(one.Losses, four.Losses);
        Assert.Equal(one.ChainLengths, four.ChainLengths);
        AssertSame(one, four);
    }

    [Fact]
    public void Run_PartsInAnotherOrder_GivesTheSame()
    {
        var group = GroupBuilder.Random(new Random(5), 30);
        var result = Simulator.Run(new SimulationModel(group.Build(), GroupBuilder.Data, Rules), 7, 500);
        var shuffled = Simulator.Run(new SimulationModel(group.BuildShuffled(new Random(1)), GroupBuilder.Data, Rules), 7, 500);
        Assert.Equal(result.Losses, shuffled.Losses);
        AssertSame(result, shuffled);
    }

    [Fact]
    public void Run_AnotherSeed_GivesAnotherResult()
    {
        var model = new SimulationModel(GroupBuilder.Random(new Random(3), 30).Build(), GroupBuilder.Data, Rules);
        Assert.NotEqual(Simulator.Run(model, 7, 200).Losses, Simulator.Run(model, 8, 200).Losses);
    }

    [Fact]
    public void Run_FourTimesTheTrials_HalvesTheInterval()
    {
        var model = new SimulationModel(GroupBuilder.Random(new Random(4), 30).Build(), GroupBuilder.Data, Rules);
        double Width(int trials) => Simulator.Run(model, 7, trials).Loss is var loss ? loss.High - loss.Low : 0;
        Assert.Equal(2, Width(2000) / Width(8000), 0.15);
    }

    [Fact]
    public void MoreThan_CommonRandomNumbers_VaryLessThanSeparateOnes()
    {
        var snapshot = GroupBuilder.Random(new Random(4), 30).Build();
        var baseline = Simulator.Run(new SimulationModel(snapshot, GroupBuilder.Data, Rules), 7, 2000);
        var scenario = Simulator.Run(
            new SimulationModel(snapshot, GroupBuilder.Data, Rules, Changes.LeavesTonight(snapshot.Holders().First(), GroupBuilder.Today)),
            7, 2000);
        var paired = scenario.MoreThan(baseline);
        var separate = Math.Sqrt(Square(scenario.Loss) + Square(baseline.Loss));
        Assert.True(paired.High - paired.Low < 0.7 * separate, $"{paired.High - paired.Low} against {separate}");
    }

    [Fact]
    public void MoreThan_OtherSeed_IsRefused()
    {
        var model = new SimulationModel(new GroupBuilder().Post("ceo", "a").Build(), GroupBuilder.Data, Rules);
        Assert.Throws<ArgumentException>(() => Simulator.Run(model, 1, 10).MoreThan(Simulator.Run(model, 2, 10)));
    }

    [Fact]
    public void Run_MoreTrials_AllocatesNothingMore()
    {
        var model = new SimulationModel(GroupBuilder.Random(new Random(4), 40).Build(), GroupBuilder.Data, Rules);
        long Allocated(int trials)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Simulator.Run(model, 7, trials);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(3000);
        // The results of the trials themselves take eight bytes each.
        Assert.InRange(Allocated(3000) - Allocated(1000), 0, (2000 * sizeof(long)) + 256);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        var model = new SimulationModel(new GroupBuilder().Post("ceo", "a").Build(), GroupBuilder.Data, Rules);
        Assert.ThrowsAny<OperationCanceledException>(() => Simulator.Run(model, 1, 10, cancellation: new CancellationToken(true)));
    }

    [Fact]
    public void Model_StrangerLeaves_IsRefused() => Assert.Throws<ArgumentException>(
        () => new SimulationModel(new GroupBuilder().Post("ceo", "a").Build(), GroupBuilder.Data, Rules, Leaves("nobody")));

    private static SimulationResult Run(
        GroupBuilder group, ReferenceData data, MoveRules? rules = null, Changes? changes = null, int years = 5) =>
        Simulator.Run(new SimulationModel(group.Build(), data, rules ?? Rules, changes, years), 42, Trials);

    private static Changes Leaves(string person) => Changes.LeavesTonight(new PersonId(person), GroupBuilder.Today);

    // Each post has one successor, who is the holder of the next one.
    private static GroupBuilder Ladder(int posts)
    {
        var group = new GroupBuilder();
        for (var post = 0; post < posts; post++)
        {
            group.Post($"p{post:00}", $"h{post}");
            if (post + 1 < posts) group.Ready($"p{post:00}", $"h{post + 1}");
        }

        return group;
    }

    // Constant rates, fixed times, no notice.
    private static ReferenceData Data(double rate, double days = 137) => GroupBuilder.Data with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(rate) }, [],
            GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(days), GroupBuilder.Number(30), GroupBuilder.Number(0)),
    };

    private static double RenewalDays(double rate, double fill, int years)
    {
        var days = (int)Math.Round(years * TenureHazard.DaysPerYear);
        var expected = new double[days + 1];
        double Survival(int day) => Math.Exp(-rate * day / TenureHazard.DaysPerYear);
        var density = Enumerable.Range(1, days).Select(day => Survival(day - 1) - Survival(day)).ToArray();
        for (var horizon = 1; horizon <= days; horizon++)
        {
            for (var exit = 1; exit <= horizon; exit++)
            {
                var left = horizon - exit;
                expected[horizon] += density[exit - 1] * (left <= fill ? left : fill + expected[left - (int)fill]);
            }
        }

        return expected[days];
    }

    private static double Square(Estimate estimate) => (estimate.High - estimate.Low) * (estimate.High - estimate.Low);

    private static void AssertSame(SimulationResult one, SimulationResult other)
    {
        foreach (var (here, there) in one.Posts.Zip(other.Posts))
        {
            Assert.Equal((here.Post, here.UncoveredDays, here.LongVacancy), (there.Post, there.UncoveredDays, there.LongVacancy));
            Assert.Equal(here.FromOutside, there.FromOutside);
            Assert.Equal(here.FallsVacant, there.FallsVacant);
            Assert.Equal(here.TakeOvers, there.TakeOvers);
        }
    }

    private static void AssertWithin(double expected, Estimate found, double slack = 0)
    {
        var middle = found.Prudent;
        var below = ((middle - found.Low) * FourStandardErrors) + slack;
        Assert.InRange(expected, middle - below, middle + ((found.High - middle) * FourStandardErrors) + slack);
    }
}
