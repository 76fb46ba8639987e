using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class BothMissingTests
{
    private const ulong Seed = 20261130;
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

    public static TheoryData<int> Groups() => [1, 2, 3, 4];

    [Fact]
    public void BothMissing_IndependentPostsWithoutSuccessor_IsMissingAsTheRenewalsSay()
    {
        // On day t each stands vacant with the probability of its own alternating renewal; independent, so both with the product.
        var result = Run(TwoPosts(), Data(0.5, 0.8, 200), years: 20);
        var (chair, executive) = (VacantByDay(0.5, 200, result.Model.Days), VacantByDay(0.8, 200, result.Model.Days));
        AssertWithin(chair.Zip(executive, (one, other) => one * other).Sum(), result.BothMissing.Single().Days);
    }

    [Fact]
    public void BothMissing_InTheLongRun_IsTheProductOfTheSharesOfTimeVacant()
    {
        // Share of time vacant hT / (1 + hT); what the filled start takes away is gone after some years, so the last ten of twenty count.
        var (twenty, ten) = (Run(TwoPosts(), Data(1, 1.5, 182), 20), Run(TwoPosts(), Data(1, 1.5, 182), 10));
        var days = twenty.BothMissing.Single().Days;
        var found = days.Prudent - ten.BothMissing.Single().Days.Prudent;
        double Share(double rate) => rate * 182 / TenureHazard.DaysPerYear / (1 + (rate * 182 / TenureHazard.DaysPerYear));
        var expected = Share(1) * Share(1.5) * (twenty.Model.Days - ten.Model.Days);
        // Daily steps make a stay half a day longer than the exponential: less than half a percent of the days.
        Assert.Equal(expected, found, ((days.High - days.Prudent) * FourStandardErrors) + (0.005 * expected));
    }

    [Fact]
    public void BothMissing_ChairLeavesTonight_HappensWhenTheChiefExecutiveLeavesBeforeTheChairIsFilled()
    {
        var result = Run(TwoPosts(), Data(0, 0.27, 137), changes: Changes.LeavesTonight(new("c"), GroupBuilder.Today));
        AssertWithin(1 - Math.Exp(-0.27 * 136 / TenureHazard.DaysPerYear), result.BothMissing.Single().Happens);
    }

    [Fact]
    public void BothMissing_OnePersonInBothPostsLeaves_AreMissingUntilFilled()
    {
        var group = new GroupBuilder().Post("chair", "x", family: GroupBuilder.Chair).Post("ceo", "x");
        var both = Run(group, Data(0, 0, 137), changes: Changes.LeavesTonight(new("x"), GroupBuilder.Today)).BothMissing.Single();
        Assert.Equal((1, 137), (both.Happens.Prudent, both.Days.Prudent));
    }

    [Fact]
    public void BothMissing_VacancyBeyondTheLastDay_CountsToTheLastDay()
    {
        var group = new GroupBuilder().Post("chair", family: GroupBuilder.Chair).Post("ceo");
        var result = Run(group, Data(0, 0, 900), years: 2);
        Assert.Equal(result.Model.Days, result.BothMissing.Single().Days.Prudent);
    }

    [Fact]
    public void BothMissing_SharedChair_CountsForEveryOrganisationItServes()
    {
        var group = new GroupBuilder().Post("chair", "c", ["T1", "T2"], GroupBuilder.Chair)
            .Post("ceo1", "a", ["T1"]).Post("ceo2", "b", ["T2"]);
        var changes = new Changes
        {
            Departures = new Dictionary<PersonId, DateOnly>
            {
                [new("c")] = GroupBuilder.Today,
                [new("b")] = GroupBuilder.Today.AddDays(100),
            },
        };
        var both = Run(group, Data(0, 0, 137), changes: changes).BothMissing;
        Assert.Equal([("T1", 0), ("T2", 37)], both.Select(each => (each.Organisation.Value, each.Days.Prudent)));
    }

    [Fact]
    public void BothMissing_NoChairKnown_IsUnknownAndNotZero()
    {
        var group = new GroupBuilder().Post("ceo1", "a", ["T1"]).Post("ceo2", "b", ["T2"])
            .Post("chair", "c", ["T2"], GroupBuilder.Chair);
        var both = Run(group, Data(0, 0, 137)).BothMissing;
        Assert.Equal([true, false], both.Select(each => each.Happens.IsUnknown));
        Assert.Equal(Estimate.Unknown(0, 1), both[0].Happens);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void BothMissing_PlayedTrials_AgreeWithTheTallyExactly(int seed)
    {
        const int trials = 80;
        var model = new SimulationModel(
            GroupBuilder.Random(new Random(seed), 14).Build(), Data(1.5, 1.8, 200), Rules with { Accepts = GroupBuilder.Number(0.5) });
        var result = Simulator.Run(model, Seed, trials);
        PlayedTrial[] played = [.. Enumerable.Range(0, trials).Select(trial => Simulator.Watch(model, Seed, trial))];
        var known = result.BothMissing.Where(each => !each.Happens.IsUnknown).ToArray();
        Assert.NotEmpty(known);
        Assert.All(known, outcome =>
        {
            int[] days = [.. played.Select(trial => DaysBothMissing(model, trial, outcome.Organisation))];
            Assert.Equal(SampleMean.OfCount(days.Count(day => day > 0), trials), outcome.Happens);
            Assert.Equal(SampleMean.OfSum(days.Sum(), days.Sum(day => (double)day * day), trials), outcome.Days);
        });
        Assert.Contains(known, outcome => outcome.Days.Prudent > 0);
    }

    [Fact]
    public void BothMissing_SeveralThreads_GivesTheSame()
    {
        var model = new SimulationModel(GroupBuilder.Random(new Random(5), 14).Build(), Data(1.5, 1.8, 200), Rules);
        Assert.Equal(
            Simulator.Run(model, Seed, 400).BothMissing.Select(each => (each.Organisation, each.Happens, each.Days)),
            Simulator.Run(model, Seed, 400, threads: 3).BothMissing.Select(each => (each.Organisation, each.Happens, each.Days)));
    }

    private static GroupBuilder TwoPosts() => new GroupBuilder().Post("chair", "c", family: GroupBuilder.Chair).Post("ceo", "a");

    private static SimulationResult Run(GroupBuilder group, ReferenceData data, int years = 5, Changes? changes = null) =>
        Simulator.Run(new SimulationModel(group.Build(), data, Rules, changes, years), Seed, Trials);

    // Constant rates, one fixed time to fill, no notice.
    private static ReferenceData Data(double chairs, double executives, double days) => GroupBuilder.Data with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber>
            {
                [GroupBuilder.Chair] = GroupBuilder.Number(chairs),
                [GroupBuilder.ChiefExecutive] = GroupBuilder.Number(executives),
            },
            [], GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(days), GroupBuilder.Number(30), GroupBuilder.Number(0)),
    };

    /// <summary>By day: the probability of standing vacant, from the probabilities that a vacancy begins on each day.</summary>
    private static double[] VacantByDay(double rate, int fill, int days)
    {
        double Leaves(int day) =>
            Math.Exp(-rate * (day - 1) / TenureHazard.DaysPerYear) - Math.Exp(-rate * day / TenureHazard.DaysPerYear);
        var begins = new double[days];
        for (var day = 1; day < days; day++)
        {
            begins[day] = Leaves(day);
            for (var earlier = 1; earlier + fill < day; earlier++) begins[day] += begins[earlier] * Leaves(day - earlier - fill);
        }

        return [.. Enumerable.Range(0, days).Select(day => begins[Math.Max(0, day - fill + 1)..(day + 1)].Sum())];
    }

    private static int DaysBothMissing(SimulationModel model, PlayedTrial trial, OrganisationId organisation)
    {
        var thresholds = GroupBuilder.Data.Thresholds;
        var leading = model.Snapshot.Posts.Where(post => post.IsServing(organisation)
            && (post.Family == thresholds.ChairFamily || post.Family == thresholds.ChiefExecutiveFamily));
        var missing = Enumerable.Repeat(true, model.Days).ToArray();
        foreach (var post in leading)
        {
            var vacant = new bool[model.Days];
            var since = -1;
            foreach (var step in trial.Steps.Where(step => step.Post == post.Id))
            {
                if (step.Kind == StepKind.FallsVacant) since = step.Day;
                if (step.Kind is not (StepKind.FilledBySuccessor or StepKind.FilledFromOutside)) continue;
                Array.Fill(vacant, true, since, step.Day - since);
                since = -1;
            }

            if (since >= 0) Array.Fill(vacant, true, since, model.Days - since);
            for (var day = 0; day < missing.Length; day++) missing[day] &= vacant[day];
        }

        return missing.Count(day => day);
    }

    private static void AssertWithin(double expected, Estimate found) => Assert.InRange(
        expected, found.Prudent - ((found.Prudent - found.Low) * FourStandardErrors),
        found.Prudent + ((found.High - found.Prudent) * FourStandardErrors));
}
