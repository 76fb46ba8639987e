using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Sensitivity;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Sensitivity;

public sealed class GroupRangesTests
{
    private const ulong Seed = 11;
    private const int Trials = 20_000;

    // A part of so many trials lies within four standard errors in all but one of 15,000 cases.
    private static readonly double FourStandardErrors = 4 * Math.Sqrt(0.25 / Trials);

    private static readonly MoveRules Exact = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    [Fact]
    public void Of_OneUncertainRateOfExits_IsAtItsEndsWhatTheExponentialSays()
    {
        var ranges = Play(new GroupBuilder().Post("ceo", "a").Build(), Data(GroupBuilder.Number(0.27, 0.15, 0.45)));
        var unknown = Assert.Single(ranges.Unknowns);
        Assert.Equal(("exits a year of posts like this", 0.15, 0.45), (unknown.Name, unknown.Low, unknown.High));
        for (var year = 1; year <= 5; year++)
        {
            var figure = ranges.Posts[0].FallsVacant[year - 1];
            var effect = Assert.Single(figure.Effects);
            Assert.Equal(1 - Math.Exp(-0.15 * year), effect.AtLow, FourStandardErrors);
            Assert.Equal(1 - Math.Exp(-0.45 * year), effect.AtHigh, FourStandardErrors);
            Assert.Equal(1 - Math.Exp(-0.15 * year), figure.Widened.Low, 2 * FourStandardErrors);
            Assert.Equal(1 - Math.Exp(-0.45 * year), figure.Widened.High, 2 * FourStandardErrors);
        }
    }

    [Fact]
    public void Of_NumbersWithoutARange_LeavesTheIntervalsOfTheTrials()
    {
        var ranges = Play(GroupBuilder.Random(new Random(4), 8).Build(), Data(GroupBuilder.Number(0.3)), trials: 200);
        Assert.DoesNotContain(ranges.Unknowns, unknown => unknown.ToRecord is null);
        var known = Play(
            new GroupBuilder().Post("ceo", "a").Ready("ceo", "b").Build(), Data(GroupBuilder.Number(0.3)), trials: 200);
        Assert.Empty(known.Unknowns);
        Assert.All(Figures(known), figure => Assert.Equal(figure.OfTrials, figure.Widened));
    }

    [Fact]
    public void Of_TwoFamiliesOnOneAssumption_AreOneUnknown()
    {
        var rate = GroupBuilder.Number(0.27, 0.15, 0.45);
        var group = new GroupBuilder().Post("ceo", "a").Post("cfo", "b", family: GroupBuilder.Finance)
            .Post("chair", "c", family: GroupBuilder.Chair).Build();
        var ranges = Play(group, Data(rate, rate, GroupBuilder.Number(0.2, 0.1, 0.3)), trials: 10);
        Assert.Equal(
            [["chair"], ["chief-executive", "chief-finance-officer"]],
            ranges.Unknowns.Select(unknown => unknown.Families.Select(family => family.Value)));
    }

    [Fact]
    public void Of_ReadinessThatNobodyRecorded_IsNamedWithWhatToRecord()
    {
        // The term ends on day 400. Whoever is ready by then takes over at once; else recruitment, begun with the notice, takes 137 days.
        var group = Ending("ceo").Name("ceo", "b").Name("ceo", "c").Name("ceo", "d").Build();
        var ranges = Play(
            group, Data(GroupBuilder.Number(0)), Exact with { DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825) });
        var effect = Assert.Single(ranges.Posts[0].UncoveredDays.Effects);
        Assert.Equal(
            ("3 readiness dates", "ceo", 180, 1825),
            (effect.Unknown.ToRecord, Assert.Single(effect.Unknown.Posts).Value, effect.Unknown.Low, effect.Unknown.High));
        Assert.Equal((0, 137 - 91), (effect.AtLow, effect.AtHigh));
        Assert.Equal("3 readiness dates", ranges.UncoveredDays.Effects[0].Unknown.ToRecord);
    }

    [Fact]
    public void Of_ReadinessOfWhichOnlyTheEarliestDayIsKnown_NeverComesBeforeIt()
    {
        var group = Ending("ceo").Name("ceo", "b", Readiness.Between(GroupBuilder.Today.AddDays(300), null)).Build();
        var ranges = Play(
            group, Data(GroupBuilder.Number(0)), Exact with { DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825) });
        // Day 300 + 180 is after the end of the term: nobody takes over at either end.
        Assert.Equal(137 - 91, Assert.Single(ranges.Posts[0].UncoveredDays.Effects).AtLow);
    }

    [Fact]
    public void Of_MorePostsThanArePlayedApart_TakesTheMostCriticalAloneAndTheRestTogether()
    {
        var group = new GroupBuilder();
        foreach (var weight in Enumerable.Range(1, 5))
            group.Post($"p{weight}", $"h{weight}", criticality: Criticality.Agreed(weight, GroupBuilder.Today)).Name($"p{weight}", "x");
        var ranges = Play(
            group.Build(), Data(GroupBuilder.Number(0.3)), Exact with { DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825) },
            trials: 10, apart: 2);
        Assert.Equal(
            [["p5"], ["p4"], ["p1", "p2", "p3"]], ranges.Unknowns.Select(unknown => unknown.Posts.Select(post => post.Value)));
        Assert.Equal("3 readiness dates", ranges.Unknowns[^1].ToRecord);
    }

    [Fact]
    public void Of_HolderWithoutAStart_IsPlayedAtTheYearsBetweenWhichFourInFiveHoldersAre()
    {
        TenureBand[] bands =
            [new(0, GroupBuilder.Number(0.35)), new(1, GroupBuilder.Number(0.75)), new(4, GroupBuilder.Number(1.5))];
        var rate = GroupBuilder.Number(0.27);
        var data = Data(rate) with
        {
            Turnover = new TurnoverRates(
                new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = rate },
                [new TenurePattern([GroupBuilder.ChiefExecutive], bands)], GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
        };
        var ranges = Play(Snapshot(new Appointment(new("ceo"), new("a"), AppointmentKind.Substantive)), data);
        var hazard = TenureHazard.Of(GroupBuilder.ChiefExecutive, data.Turnover)!;
        var effect = Assert.Single(ranges.Posts[0].FallsVacant[0].Effects);
        Assert.Equal("the day the holder took up the post", effect.Unknown.ToRecord);
        Assert.Equal(1 - (Stays(effect.Unknown.Low + 1) / Stays(effect.Unknown.Low)), effect.AtLow, FourStandardErrors);
        Assert.Equal(1 - (Stays(effect.Unknown.High + 1) / Stays(effect.Unknown.High)), effect.AtHigh, FourStandardErrors);
        // The age of a stationary renewal process: the share of the integral of the survival up to it.
        Assert.Equal(0.1, Integral(effect.Unknown.Low) / hazard.MeanYears(), 1e-3);
        Assert.Equal(0.9, Integral(effect.Unknown.High) / hazard.MeanYears(), 1e-3);

        double Stays(double years) => Math.Exp(-0.27 * ((0.35 * Math.Min(years, 1))
            + (0.75 * Math.Clamp(years - 1, 0, 3)) + (1.5 * Math.Max(0, years - 4))));
        double Integral(double years) => Enumerable.Range(0, 10_000).Sum(at => Stays((at + 0.5) * years / 10_000)) * years / 10_000;
    }

    [Fact]
    public void Of_HolderWithoutAStartWhoseTermShouldHaveEnded_IsPlayed()
    {
        var data = Data(GroupBuilder.Number(0.27));
        var held = new Appointment(
            new("ceo"), new("a"), AppointmentKind.Substantive, plannedEnd: GroupBuilder.Today.AddYears(-4));
        TenurePattern pattern = new(
            [GroupBuilder.ChiefExecutive], [new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(2, GroupBuilder.Number(1.5))]);
        var ranges = Play(
            Snapshot(held),
            data with
            {
                Turnover = new TurnoverRates(
                    new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0.27) }, [pattern],
                    GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
            },
            trials: 10);
        Assert.Equal("the day the holder took up the post", Assert.Single(ranges.Unknowns).ToRecord);
    }

    [Fact]
    public void Of_PostWithoutACriticality_MayWeighAsLittleAsOne()
    {
        var group = new GroupBuilder().Post("ceo", criticality: Criticality.NotGiven).Build();
        var effect = Assert.Single(Play(group, Data(GroupBuilder.Number(0.3)), trials: 100).UncoveredDays.Effects);
        Assert.Equal("the criticality of 1 post", effect.Unknown.ToRecord);
        Assert.Equal(effect.AtHigh / 5, effect.AtLow, 1e-9);
    }

    [Fact]
    public void Of_DeputyOfWhomNoAnswerIsRecorded_MayStandIn()
    {
        // The post stands vacant for the 137 days of its recruitment, of which interim cover takes half.
        var posts = new GroupBuilder().Post("ceo").Post("deputy", "a").Build();
        var open = new Post(
            new("ceo"), GroupBuilder.ChiefExecutive, PostLevel.Trust, [new OrganisationServed(new("T1"))],
            Criticality.Agreed(3, GroupBuilder.Today), deputies: [new DeputyArrangement(new("deputy"), Answer.Unknown)]);
        var group = new GroupSnapshot(GroupBuilder.Today, [open, posts.Posts[1]], posts.Appointments, []);
        var effect = Assert.Single(Play(group, Data(GroupBuilder.Number(0)), trials: 10).Posts[0].UncoveredDays.Effects);
        Assert.Equal("whether 1 deputy has accepted", effect.Unknown.ToRecord);
        Assert.Equal((137, 137 / 2.0), (effect.AtLow, effect.AtHigh));
    }

    [Theory]
    [InlineData("probability that a named successor who is ready accepts")]
    [InlineData("probability that somebody named from outside the group accepts")]
    [InlineData("time in a post before its holder moves again")]
    [InlineData("exits a year of people whose post or family has no figure")]
    [InlineData("part of the uncovered days that interim cover takes away")]
    [InlineData("exits a year of posts like this")]
    [InlineData("probability that an appointment ends at its planned end")]
    [InlineData("typical time to fill a post by open competition")]
    [InlineData("typical time in which a successor takes up a post")]
    [InlineData("notice of a leaver")]
    public void Of_EveryNumberOfTheModelWithARange_MovesAFigure(string name)
    {
        var group = new GroupBuilder()
            .Post("a", "x", plannedEnd: GroupBuilder.Today.AddDays(400), deputies: ["b"], start: GroupBuilder.Today)
            .Post("b", "y", start: GroupBuilder.Today).Post("c")
            .Name("a", "y", Readiness.By(GroupBuilder.Today), 1).Name("b", "n", Readiness.By(GroupBuilder.Today), 1)
            .Name("c", "o", Readiness.By(GroupBuilder.Today), 1, external: true).Build();
        var rules = Exact with
        {
            Accepts = GroupBuilder.Number(0.7, 0.5, 0.9),
            AcceptsFromOutside = GroupBuilder.Number(0.4, 0.1, 0.8),
            YearsBeforeMovingAgain = GroupBuilder.Number(1, 0.5, 2),
            ExitsAYearWhenUnknown = GroupBuilder.Number(0.2, 0.1, 0.4),
            InterimCoverQuality = GroupBuilder.Number(0.5, 0, 1),
        };
        var data = Data(GroupBuilder.Number(0.3, 0.2, 0.4)) with
        {
            FillTimes = new FillTimes(
                new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(137, 91, 274), GroupBuilder.Number(100, 95, 200),
                GroupBuilder.Number(91, 30, 182)),
            Turnover = new TurnoverRates(
                new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0.3, 0.2, 0.4) }, [],
                GroupBuilder.Number(0.8, 0.5, 1), GroupBuilder.Number(0.8)),
        };
        var ranges = Play(group, data, rules, trials: 500);
        Assert.Equal(10, ranges.Unknowns.Count);
        Assert.Contains(ranges.UncoveredDays.Effects, effect => effect.Unknown.Name == name && effect.AtLow != effect.AtHigh);
    }

    [Theory]
    [InlineData(1, 60, 240)]
    [InlineData(0.25, 84.85, 169.7)]
    public void Of_ATimeToFill_MovesItsMedianByThePartThatIsTypicalAndKeepsTheSpread(double typicalShare, double low, double high)
    {
        // Recruitment of a vacant post. The ends lie a factor of 2 away: of a quarter of the variance the square root of 2.
        var ranges = Play(new GroupBuilder().Post("ceo").Build(), Filling(GroupBuilder.Number(120, 60, 240)), typicalShare: typicalShare);
        var figure = ranges.Posts[0].UncoveredDays;
        var effect = Assert.Single(figure.Effects);
        Assert.Equal(low, effect.Unknown.Low, 0.01);
        Assert.Equal(high, effect.Unknown.High, 0.01);
        Assert.Equal(figure.OfTrials.Prudent * low / 120, effect.AtLow, 0.5);
        Assert.Equal(figure.OfTrials.Prudent * high / 120, effect.AtHigh, 0.5);
    }

    [Fact]
    public void Of_TimesThatDifferFromVacancyToVacancyAlone_AreInTheTrialsAlready() => Assert.Empty(
        Play(new GroupBuilder().Post("ceo").Build(), Filling(GroupBuilder.Number(120, 60, 240)), trials: 10, typicalShare: 0).Unknowns);

    [Fact]
    public void Of_ChairAtTheLimitOfTheTermBesideAVacantChiefExecutive_BothAreMissingAsOftenAsTheLimitIsKept()
    {
        // The chair leaves on day 30, or not; both recruitments take until day 137.
        var clock = new BoardClock(new("T1"), GroupBuilder.Today.AddDays(30).AddYears(-9));
        var group = new GroupBuilder().Post("ceo").Post("chair", "c", family: GroupBuilder.Chair, boards: [clock]);
        var ranges = Play(group.Build(), Limited());
        var missing = Assert.Single(ranges.BothMissing);
        var (happens, days) = (Assert.Single(missing.Happens.Effects), Assert.Single(missing.Days.Effects));
        Assert.Equal("probability that an office-holder leaves a board at the limit of the term clock", happens.Unknown.Name);
        Assert.Equal((0.5, 1), (happens.Unknown.Low, happens.Unknown.High));
        Assert.Equal(0.5, happens.AtLow, FourStandardErrors);
        Assert.Equal(1, happens.AtHigh, FourStandardErrors);
        Assert.Equal(107 * 0.5, days.AtLow, 107 * FourStandardErrors);
        Assert.Equal(107, days.AtHigh, 107 * FourStandardErrors);
    }

    [Fact]
    public void Of_ChairInCommonAtTheLimitOnOneBoard_LeavesThatBoardAloneAsOftenAsTheLimitIsKept()
    {
        var group = new GroupBuilder().Post("chair", "c", ["T1", "T2"], GroupBuilder.Chair, boards:
        [
            new BoardClock(new("T1"), GroupBuilder.Today.AddDays(100).AddYears(-9)),
            new BoardClock(new("T2"), GroupBuilder.Today.AddYears(-1)),
        ]);
        var board = Assert.Single(Play(group.Build(), Limited()).Posts[0].Boards);
        var effect = Assert.Single(board.LeftAlone[4].Effects);
        Assert.Equal("T1", board.Board.Value);
        Assert.Equal(0.5, effect.AtLow, FourStandardErrors);
        Assert.Equal(1, effect.AtHigh, FourStandardErrors);
        // The search begins with the notice, on day 9, and takes 137 days.
        Assert.Equal(46, Assert.Single(board.UncoveredDays.Effects).AtHigh, 1e-9);
    }

    [Fact]
    public void Of_AWiderRange_NeverNarrowsTheInterval()
    {
        var group = new GroupBuilder().Post("ceo", "a").Build();
        var before = Play(group, Data(GroupBuilder.Number(0.27, 0.25, 0.29)), trials: 500).Posts[0].FallsVacant[4].Widened;
        foreach (var (low, high) in new[] { (0.2, 0.29), (0.2, 0.35), (0.1, 0.5) })
        {
            var wider = Play(group, Data(GroupBuilder.Number(0.27, low, high)), trials: 500).Posts[0].FallsVacant[4].Widened;
            Assert.True(wider.Low <= before.Low && wider.High >= before.High);
            before = wider;
        }
    }

    [Fact]
    public void Count_OfAGroup_IsWhatIsPlayed()
    {
        var (group, depth) = (GroupBuilder.Random(new Random(6), 12).Build(), new RangeDepth(10, 3, 1));
        var told = new List<(int, int)>();
        var baseline = Simulator.RunToCompare(new SimulationModel(group, GroupBuilder.Data, Exact), Seed, 10);
        var ranges = GroupRanges.Of(baseline, GroupBuilder.Data, depth, progress: (played, all) => told.Add((played, all)));
        var count = GroupRanges.Count(group, GroupBuilder.Data, Exact, depth, 5);
        Assert.Equal(ranges.Unknowns.Count, count);
        Assert.Equal(Enumerable.Range(1, count).Select(played => (played, count)), told);
    }

    [Fact]
    public void Of_FewerTrialsThanTheBaseline_TakesDifferencesBetweenEqualNumbers()
    {
        // Of the same trials nothing changes where no unknown matters to a post.
        var group = new GroupBuilder().Post("ceo", "a").Post("cfo", "b", family: GroupBuilder.Finance).Build();
        var data = Data(GroupBuilder.Number(0.27, 0.15, 0.45), GroupBuilder.Number(0.2));
        var baseline = Simulator.RunToCompare(new SimulationModel(group, data, Exact), Seed, 500);
        Assert.Empty(GroupRanges.Of(baseline, data, new RangeDepth(50, 3, 1)).Posts[1].UncoveredDays.Effects);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, -0.1)]
    [InlineData(1, 1, 1.1)]
    [InlineData(1, 1, double.NaN)]
    public void Of_ADepthThatCannotBe_IsRefused(int trials, int apart, double typicalShare)
    {
        var data = Data(GroupBuilder.Number(0.27));
        var baseline = Simulator.RunToCompare(new SimulationModel(new GroupBuilder().Post("ceo").Build(), data, Exact), Seed, 1);
        Assert.Throws<ArgumentException>(() => GroupRanges.Of(baseline, data, new RangeDepth(trials, apart, typicalShare)));
    }

    private static GroupBuilder Ending(string post) =>
        new GroupBuilder().Post(post, "a", plannedEnd: GroupBuilder.Today.AddDays(400));

    private static GroupSnapshot Snapshot(Appointment held) =>
        new(GroupBuilder.Today, new GroupBuilder().Post("ceo").Build().Posts, [held], []);

    private static GroupRanges Play(
        GroupSnapshot group, ReferenceData data, MoveRules? rules = null, int trials = Trials, int apart = 10,
        double typicalShare = 1) => GroupRanges.Of(
        Simulator.RunToCompare(new SimulationModel(group, data, rules ?? Exact), Seed, trials), data,
        new RangeDepth(trials, apart, typicalShare));

    private static IEnumerable<RangedFigure> Figures(GroupRanges ranges) =>
    [
        .. ranges.Posts.SelectMany(post => post.FallsVacant.Append(post.UncoveredDays).Append(post.LongVacancy)),
        .. ranges.BothMissing.SelectMany(missing => new[] { missing.Happens, missing.Days }), ranges.UncoveredDays,
        ranges.UncoveredDaysWithEqualWeights,
    ];

    private static ReferenceData Limited() => Data(GroupBuilder.Number(0)) with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(0),
                [GroupBuilder.Chair] = GroupBuilder.Number(0),
            },
            [], GroupBuilder.Number(1), GroupBuilder.Number(0.8, 0.5, 1)),
    };

    private static ReferenceData Filling(ReferenceNumber days) => Data(GroupBuilder.Number(0)) with
    {
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), days, GroupBuilder.Number(30), GroupBuilder.Number(91)),
    };

    // All that is not given here is exact.
    private static ReferenceData Data(ReferenceNumber rate, ReferenceNumber? finance = null, ReferenceNumber? chair = null) => new(
        GroupBuilder.Data.Thresholds,
        new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [GroupBuilder.ChiefExecutive] = rate,
                [GroupBuilder.Finance] = finance ?? GroupBuilder.Number(0.2),
                [GroupBuilder.Chair] = chair ?? GroupBuilder.Number(0.2),
            },
            [], GroupBuilder.Number(1), GroupBuilder.Number(0.8)),
        new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(137), GroupBuilder.Number(30), GroupBuilder.Number(91)));
}
