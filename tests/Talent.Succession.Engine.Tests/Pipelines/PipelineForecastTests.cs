using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Pipelines;

public sealed class PipelineForecastTests
{
    private const double Rate = 0.2;
    private const double Never = 50 * TenureHazard.DaysPerYear;
    private static readonly DateOnly Today = GroupBuilder.Today;
    private static readonly RegionKey North = new("north");
    private static readonly PipelineKey Key = new(GroupBuilder.Finance, PostLevel.Trust, North);
    private static readonly Dictionary<OrganisationId, RegionKey> Regions = new() { [new("T1")] = North, [new("T2")] = new("south") };

    [Fact]
    public void Demand_PostsThatAreNotFilledAgain_IsBinomialInEachYear()
    {
        var years = Outlook(Held(20), Data(Never)).Years;
        Assert.Equal([1, 2, 3, 4, 5], years.Select(year => year.Year));
        Assert.All(years, year => AssertBinomial(20, Math.Exp(-Rate * (year.Year - 1)) - Math.Exp(-Rate * year.Year), year.Demand));
    }

    [Fact]
    public void Demand_PostsFilledAtOnce_IsBinomialOverAllMonths() => Assert.All(
        Outlook(Held(20), Data(0)).Years, year => AssertBinomial(20 * 12, 1 - Math.Exp(-Rate / 12), year.Demand));

    [Fact]
    public void Demand_PostsInOneHand_FallVacantTogether()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 10; post++) group.Post($"p{post}", "h", family: GroupBuilder.Finance);
        var first = Outlook(group, Data(Never)).Years[0];
        Assert.Equal((0, 0, 10), (first.Demand.Value, first.Demand.Low, first.Demand.High));
    }

    [Fact]
    public void Demand_PlannedEnds_FallInTheirYearWithTheirProbability()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 20; post++)
            group.Post($"p{post}", $"h{post}", family: GroupBuilder.Finance, plannedEnd: Today.AddDays(500));
        var years = Outlook(group, Data(Never, rate: 0)).Years;
        AssertBinomial(20, 0.9, years[1].Demand);
        Assert.All(years.Where(year => year.Year != 2), year => Assert.Equal(Estimate.Exact(0), year.Demand));
    }

    [Fact]
    public void Demand_IntentionsOnOneDay_FallInItsYearForCertain()
    {
        var group = Held(20);
        for (var post = 0; post < 20; post++) group.Intends($"h{post}", 500, 500);
        Assert.Equal([0, 20, 0, 0, 0], Outlook(group, Data(Never)).Years.Select(year => year.Demand.Value!.Value));
    }

    [Fact]
    public void Demand_IntentionsAcrossTwoYears_FallInEachWithItsPartOfTheDays()
    {
        var group = Held(20);
        for (var post = 0; post < 20; post++) group.Intends($"h{post}", 183, 547);
        var years = Outlook(group, Data(Never)).Years;
        AssertBinomial(20, 183 / 365.0, years[0].Demand);
        AssertBinomial(20, 182 / 365.0, years[1].Demand);
    }

    [Fact]
    public void Demand_VacantPosts_CountInTheFirstYear()
    {
        var years = Outlook(
            new GroupBuilder().Post("a", family: GroupBuilder.Finance).Post("b", family: GroupBuilder.Finance), Data(Never)).Years;
        Assert.Equal([2, 0, 0, 0, 0], years.Select(year => year.Demand.Value!.Value));
    }

    [Fact]
    public void Demand_SharedJobs_FallVacantWhenBothHaveGone()
    {
        var group = Held(20);
        for (var post = 0; post < 20; post++) group.Appoint($"p{post}", $"second{post}");
        Assert.All(Outlook(group, Data(Never)).Years, year => AssertBinomial(
            20, Math.Pow(1 - Math.Exp(-Rate * year.Year), 2) - Math.Pow(1 - Math.Exp(-Rate * (year.Year - 1)), 2), year.Demand));
    }

    [Fact]
    public void Demand_TurnoverChangesWithTheYearsInPost_FollowsThoseOfEachHolder()
    {
        var data = Data(Never, bands: [new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(3, GroupBuilder.Number(2))]);
        var hazard = new TenureHazard([(0, Rate * 0.5), (3, Rate * 2)]);
        var inPost = (Today.DayNumber - Today.AddYears(-2).DayNumber) / TenureHazard.DaysPerYear;
        Assert.All(Outlook(Held(20), data).Years, year => AssertBinomial(
            20, (hazard.Survival(inPost + year.Year - 1) - hazard.Survival(inPost + year.Year)) / hazard.Survival(inPost), year.Demand));
    }

    [Fact]
    public void Supply_PeopleReadyToday_IsBinomialAsTheyLeave()
    {
        var group = Held(1).Ready("p0", [.. Enumerable.Range(0, 20).Select(at => $"x{at}")]);
        Assert.All(Outlook(group, Data(Never)).Years, year => AssertBinomial(20, Math.Exp(-0.1 * year.Year), year.Supply));
    }

    [Fact]
    public void Supply_ReadinessWithinTwoYears_GrowsOverTheInterval()
    {
        var group = Held(1);
        for (var at = 0; at < 20; at++) group.Name("p0", $"x{at}", Readiness.Between(Today, Today.AddYears(2)));
        var years = Outlook(group, Data(Never)).Years;
        var half = (double)(Today.AddYears(1).DayNumber - Today.DayNumber) / (Today.AddYears(2).DayNumber - Today.DayNumber);
        AssertBinomial(20, half * Math.Exp(-0.1), years[0].Supply);
        AssertBinomial(20, Math.Exp(-0.2), years[1].Supply);
    }

    [Fact]
    public void Supply_OnePersonNamedForSeveralPosts_CountsOncePerPipelineAndOnceInAll()
    {
        var group = Held(2).Post("c", "k", family: GroupBuilder.Chair, serves: ["T1"]).Ready("p0", "x").Ready("p1", "x").Ready("c", "x");
        var forecast = Forecast(group, Data(Never));
        Assert.Equal(2, forecast.Pipelines.Count);
        Assert.All(forecast.Pipelines, each => Assert.Equal(1, each.Years[0].Supply.Value));
        Assert.Equal(1, forecast.Ready[0].Value);
    }

    [Fact]
    public void Supply_HolderOfAPostOfThePipeline_IsNone() =>
        Assert.Equal(Estimate.Exact(0), Outlook(Held(2).Ready("p0", "h1"), Data(Never)).Years[0].Supply);

    [Fact]
    public void Supply_ReadinessUnknownOrFromOutside_CountsInTheUpperEndAlone()
    {
        var outlook = Outlook(Held(1).Name("p0", "x").Name("p0", "y", Readiness.By(Today), external: true), Data(Never));
        Assert.Equal(Estimate.Of(0, 0, 2), outlook.Years[0].Supply);
        Assert.Equal((PipelineUnknown.ReadinessOfNominee, 2), (outlook.Widest!.Unknown, outlook.Widest.Count));
        Assert.True(outlook.Widest.Narrower > 0);
    }

    [Fact]
    public void Supply_Cohort_AddsThoseWhoCompleteFromTheDayTheyAreReady()
    {
        var years = Outlook(Held(1), Data(Never), Cohort(20, Estimate.Exact(0.75), Today.AddYears(2))).Years;
        Assert.Equal(Estimate.Exact(0), years[0].Supply);
        AssertBinomial(20, 0.75, years[1].Supply);
        AssertBinomial(20, 0.75 * Math.Exp(-0.1 * (Today.AddYears(3).DayNumber - Today.AddYears(2).DayNumber) / 365.25), years[2].Supply);
    }

    [Fact]
    public void Supply_LargerCohort_IsNeverLess()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            PipelineOutlook Of(int size) => Forecast(
                GroupBuilder.Random(new Random(seed), 7), GroupBuilder.Data, Cohort(size, Estimate.Of(0.5, 0.3, 0.8), Today.AddDays(400)))
                .Pipelines.Single(each => each.Pipeline == Key);
            var (few, many) = (Of(3), Of(4));
            foreach (var (less, more) in few.Years.Zip(many.Years))
            {
                Assert.Equal(less.Demand, more.Demand);
                Assert.True(more.Supply.Low >= less.Supply.Low && more.Supply.High >= less.Supply.High);
                Assert.True(more.Balance.Low >= less.Balance.Low && more.Balance.High >= less.Balance.High);
            }
        }
    }

    [Fact]
    public void Balance_AllCertain_IsSupplyLessAllDemandSoFar()
    {
        var group = new GroupBuilder().Post("a", family: GroupBuilder.Finance).Post("b", family: GroupBuilder.Finance).Ready("a", "x");
        var data = Data(Never, rate: 0);
        Assert.All(Outlook(group, data, rules: Rules(0)).Years, year => Assert.Equal(Estimate.Exact(-1), year.Balance));
    }

    [Fact]
    public void Forecast_FamilyWithoutRate_IsUnknownWithABandThatSaysSo()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 20; post++) group.Post($"p{post}", $"h{post}", family: new FamilyKey("other"));
        var rules = Rules(0.25, 0.05, 0.6);
        var outlook = Assert.Single(Forecast(group, Data(Never), rules: rules).Pipelines);
        var first = outlook.Years[0];
        Assert.True(first.Demand.IsUnknown);
        Assert.Equal(Binomial.Quantile(20, 1 - Math.Exp(-0.05), 0.1), first.Demand.Low);
        Assert.Equal(Binomial.Quantile(20, 1 - Math.Exp(-0.6), 0.9), first.Demand.High);
        Assert.Equal((PipelineUnknown.TurnoverOfFamily, 20), (outlook.Widest!.Unknown, outlook.Widest.Count));
        Assert.True(outlook.Widest.Narrower > 0);
        Assert.Throws<ArgumentException>(() => Forecast(group, Data(Never)));
    }

    [Fact]
    public void Forecast_StartNotRecorded_IsUnknownOnlyWhereTheYearsInPostMatter()
    {
        var data = Data(Never, bands: [new TenureBand(0, GroupBuilder.Number(0.5)), new TenureBand(3, GroupBuilder.Number(3))]);
        var posts = Held(20).Build().Posts;
        var group = new GroupSnapshot(
            Today, posts, posts.Select(post => new Appointment(post.Id, new($"h{post.Id}"), AppointmentKind.Substantive)), []);
        PipelineOutlook Of(ReferenceData with) =>
            Assert.Single(PipelineForecast.Of(new PipelineSnapshot(group, Regions, []), with, Rules(0.1)).Pipelines);
        var outlook = Of(data);
        Assert.True(outlook.Years[0].Demand.IsUnknown);
        Assert.Equal(Binomial.Quantile(20, 1 - Math.Exp(-0.1), 0.1), outlook.Years[0].Demand.Low);
        Assert.Equal(Binomial.Quantile(20, 1 - Math.Exp(-0.6), 0.9), outlook.Years[0].Demand.High);
        Assert.Equal(PipelineUnknown.StartOfHolder, outlook.Widest!.Unknown);
        Assert.False(Of(Data(Never)).Years[0].Demand.IsUnknown);
        Assert.Null(Of(Data(Never)).Widest);
    }

    [Fact]
    public void Forecast_SeveralUnknowns_NamesTheOneFirstThatWidensMost()
    {
        var group = Held(1).Name("p0", "x");
        var outlook = Outlook(group, Data(Never), Cohort(40, Estimate.Unknown(0, 1), Today));
        Assert.Equal(
            [PipelineUnknown.CompletionOfCohort, PipelineUnknown.ReadinessOfNominee], outlook.Unknowns.Select(each => each.Unknown));
        Assert.Equal(outlook.Unknowns.OrderByDescending(each => each.Narrower), outlook.Unknowns);
    }

    [Fact]
    public void Forecast_OrderAndIdentifiers_ChangeNothing()
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var group = GroupBuilder.Random(new Random(seed), 7);
            var snapshot = group.Build();
            var one = Text(snapshot);
            Assert.Equal(one, Text(group.BuildShuffled(new Random(seed))));
            Assert.Equal(one, Text(Relabelled(snapshot)));
        }

        static string Text(GroupSnapshot snapshot)
        {
            var forecast = PipelineForecast.Of(
                new PipelineSnapshot(snapshot, Regions, [Cohort(3, Estimate.Of(0.5, 0.3, 0.8), Today)]), GroupBuilder.Data, Rules(0.1), 3);
            return string.Join('\n', forecast.Pipelines.SelectMany(each =>
                each.Years.Select(year => $"{each.Pipeline} {each.Posts} {year}").Concat(each.Unknowns.Select(unknown => $"{unknown}")))
                .Concat(forecast.Ready.Select(ready => $"{ready}")));
        }
    }

    [Fact]
    public void Keys_PostOfSeveralRegionsOrOfNone_HasNoRegion()
    {
        var group = new GroupBuilder().Post("a", serves: ["T1"]).Post("b", serves: ["T1", "T2"]).Post("c", serves: ["T3"]).Build();
        var snapshot = new PipelineSnapshot(group, Regions, []);
        Assert.Equal([North, null, null], group.Posts.Select(post => snapshot.KeyOf(post.Id).Region));
        Assert.Equal(2, snapshot.Keys.Count);
    }

    [Fact]
    public void Inputs_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Cohort(0, Estimate.Exact(1), Today));
        Assert.Throws<ArgumentException>(() => Cohort(1, Estimate.Exact(1.5), Today));
        Assert.Throws<ArgumentException>(() => new RegionKey(" "));
        Assert.Throws<ArgumentException>(() => PipelineForecast.Of(
            new PipelineSnapshot(Held(1).Build(), Regions, []), Data(Never), Rules(0.1), 0));
    }

    private static GroupSnapshot Relabelled(GroupSnapshot group)
    {
        // Reversed, so that the order of identifiers changes too.
        static PersonId New(PersonId person) => new(new string([.. person.Value.Reverse()]));
        return new GroupSnapshot(
            group.AsOf, group.Posts,
            group.Appointments.Select(held => new Appointment(
                held.Post, New(held.Person), held.Kind, held.Start, held.PlannedEnd, held.Boards, held.LeftBoards)),
            group.Nominations.Select(name => new Nomination(
                name.Post, New(name.Nominee), name.Readiness, name.Rank, name.Disclosure, name.IsEndorsed, name.IsExternal)));
    }

    private static void AssertBinomial(int size, double probability, Estimate estimate) => Assert.Equal(
        Estimate.Of(
            Binomial.Quantile(size, probability, 0.5), Binomial.Quantile(size, probability, 0.1),
            Binomial.Quantile(size, probability, 0.9)),
        estimate);

    private static GroupBuilder Held(int posts)
    {
        var group = new GroupBuilder();
        for (var post = 0; post < posts; post++) group.Post($"p{post}", $"h{post}", family: GroupBuilder.Finance);
        return group;
    }

    private static PipelineOutlook Outlook(
        GroupBuilder group, ReferenceData data, ProgrammeCohort? cohort = null, MoveRules? rules = null) =>
        Assert.Single(Forecast(group, data, cohort, rules).Pipelines);

    private static PipelineForecast Forecast(
        GroupBuilder group, ReferenceData data, ProgrammeCohort? cohort = null, MoveRules? rules = null) => PipelineForecast.Of(
            new PipelineSnapshot(group.Build(), Regions, cohort is null ? [] : [cohort]), data, rules ?? Rules(0.1));

    private static ProgrammeCohort Cohort(int size, Estimate completion, DateOnly readyOn) => new(Key, size, completion, readyOn);

    private static ReferenceData Data(double daysToFill, double rate = Rate, TenureBand[]? bands = null) =>
        GroupBuilder.Data with
        {
            Turnover = new TurnoverRates(
                new Dictionary<FamilyKey, ReferenceNumber>
                {
                    [GroupBuilder.Finance] = GroupBuilder.Number(rate),
                    [GroupBuilder.Chair] = GroupBuilder.Number(rate),
                },
                bands is null ? [] : [new TenurePattern([GroupBuilder.Finance], bands)], GroupBuilder.Number(0.9),
                GroupBuilder.Number(0.8)),
            FillTimes = new FillTimes(
                new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(daysToFill), GroupBuilder.Number(30),
                GroupBuilder.Number(91)),
        };

    private static MoveRules Rules(double exits) => Rules(exits, exits, exits);

    private static MoveRules Rules(double exits, double low, double high) => new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(700),
        ExitsAYearWhenUnknown = GroupBuilder.Number(exits, low, high),
        InterimCoverQuality = GroupBuilder.Number(0),
        LongVacancyDays = GroupBuilder.Number(180),
    };
}
