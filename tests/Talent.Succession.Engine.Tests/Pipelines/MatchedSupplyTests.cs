using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Pipelines;

public sealed class MatchedSupplyTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;
    private static readonly FamilyKey[] Families = [GroupBuilder.Chair, GroupBuilder.ChiefExecutive, GroupBuilder.Finance];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];

    [Fact]
    public void Of_PersonReadyForTwoFamilies_FillsOneVacancy()
    {
        var first = Match(Ending(("a", 0, 1), ("b", 2, 1)).Ready("a", "x").Ready("b", "x"))[0];
        Assert.Equal((2, 1, 1, 1, 1), (first.Vacancies, first.People, first.Covered, first.Bare, first.CountedTwice));
        Assert.All(first.Pipelines, pipeline => Assert.Equal(
            (1, 1, 1, 0, 1),
            (pipeline.Vacancies, pipeline.People, pipeline.CoveredAlone, pipeline.CoveredLast, pipeline.Contested)));
    }

    [Fact]
    public void Of_OnePersonAndVacanciesInTwoYears_FillsOnlyTheFirst() => Assert.Equal(
        [(1, 1), (2, 1), (2, 1)],
        Match(Ending(("a", 0, 1), ("b", 0, 2)).Ready("a", "x"))[..3].Select(year => (year.Vacancies, year.Covered)));

    [Fact]
    public void Of_PersonReadyInTheThirdYear_FillsAVacancyOfThatYearAndNoneBefore()
    {
        var group = Ending(("a", 0, 1), ("b", 0, 3)).Name("a", "x", Readiness.By(Today.AddYears(2).AddDays(1)));
        Assert.Equal([(0, 0), (0, 0), (1, 1), (1, 1), (1, 1)], Match(group).Select(year => (year.People, year.Covered)));
    }

    [Fact]
    public void Of_UnknownReadinessOrFromOutside_NeverCounts()
    {
        var group = Ending(("a", 0, 1)).Name("a", "x").Name("a", "y", Readiness.By(Today), external: true);
        Assert.All(Match(group), year => Assert.Equal((0, 0), (year.People, year.Covered)));
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(0.3, 1)]
    [InlineData(0.7, 1)]
    [InlineData(0.8, 2)]
    public void Of_VacanciesThatAreNotCertain_RoundsTheMeanOfThePipeline(double ends, int vacancies) =>
        Assert.Equal(vacancies, Match(Ending(("a", 0, 1), ("b", 0, 1)), ends)[0].Vacancies);

    [Fact]
    public void Of_FamilyWithoutATurnoverFigure_TakesTheMostVacanciesPossible()
    {
        var group = new GroupBuilder();
        for (var post = 0; post < 10; post++) group.Post($"p{post}", $"h{post}", family: new FamilyKey("unheard-of"));
        // Each leaves within a year with probability 1 - exp(-0.9), the upper end of what stands for the unknown.
        Assert.Equal((int)Math.Round(10 * (1 - Math.Exp(-0.9))), Match(group)[0].Vacancies);
    }

    [Fact]
    public void Of_Cohort_CountsTheWholePeopleWhoComplete()
    {
        var cohort = new ProgrammeCohort(
            new PipelineKey(GroupBuilder.Chair, PostLevel.Trust, null), 100, Estimate.Exact(0.29), Today.AddYears(1).AddDays(1));
        Assert.Equal([0, 29, 29, 29, 29], Match(Ending(("a", 0, 1)), cohorts: cohort).Select(year => year.People));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_RandomGroups_IsWhatTryingEveryAssignmentFinds(int seed)
    {
        var (group, ends) = Random(new Random(seed));
        var snapshot = group.Build();
        foreach (var year in Match(group))
        {
            (FamilyKey Family, int Year)[] vacancies = [.. ends.Where(each => each.Year <= year.Year)];
            var all = Best(snapshot, vacancies);
            Assert.Equal((vacancies.Length, all), (year.Vacancies, year.Covered));
            foreach (var pipeline in year.Pipelines)
            {
                var family = pipeline.Pipeline.Family;
                Assert.Equal(Best(snapshot, [.. vacancies.Where(each => each.Family == family)]), pipeline.CoveredAlone);
                Assert.Equal(all - Best(snapshot, [.. vacancies.Where(each => each.Family != family)]), pipeline.CoveredLast);
                Assert.InRange(pipeline.CoveredLast, 0, pipeline.CoveredAlone);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Of_LaterYears_NeverCoverLess(int seed)
    {
        var covered = Match(Random(new Random(seed)).Group).Select(year => year.Covered).ToArray();
        Assert.Equal(covered.Order(), covered);
    }

    private static IReadOnlyList<MatchedSupply> Matched(PipelineSnapshot snapshot, double ends)
    {
        var rates = new Dictionary<FamilyKey, ReferenceNumber>(Families.Select(
            family => KeyValuePair.Create(family, GroupBuilder.Number(0))));
        var data = GroupBuilder.Data with
        {
            Turnover = new TurnoverRates(rates, [], GroupBuilder.Number(ends), GroupBuilder.Number(0.8)),
            FillTimes = new FillTimes(
                new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(50 * TenureHazard.DaysPerYear),
                GroupBuilder.Number(30), GroupBuilder.Number(91)),
        };
        return MatchedSupply.Of(snapshot, PipelineForecast.Of(snapshot, data, Rules));
    }

    private static MatchedSupply[] Match(GroupBuilder group, double ends = 1, params ProgrammeCohort[] cohorts) =>
        [.. Matched(new PipelineSnapshot(group.Build(), new Dictionary<OrganisationId, RegionKey>(), cohorts), ends)];

    /// <summary>Posts whose holders' terms end in a year.</summary>
    private static GroupBuilder Ending(params (string Post, int Family, int Year)[] posts)
    {
        var group = new GroupBuilder();
        foreach (var (post, family, year) in posts)
        {
            group.Post(
                post, $"holder of {post}", family: Families[family],
                plannedEnd: Today.AddDays((int)((year - 0.5) * TenureHazard.DaysPerYear)));
        }

        return group;
    }

    private static (GroupBuilder Group, IReadOnlyList<(FamilyKey Family, int Year)> Ends) Random(Random random)
    {
        (string Post, int Family, int Year)[] posts =
            [.. Enumerable.Range(0, 7).Select(post => ($"p{post}", random.Next(Families.Length), random.Next(1, 6)))];
        var group = Ending(posts);
        foreach (var (post, _, _) in posts)
        {
            foreach (var person in Enumerable.Range(0, 6).Where(_ => random.Next(4) == 0))
            {
                var ready = random.Next(5) == 0 ? null : Readiness.By(Today.AddDays(random.Next(-100, 1900)));
                group.Name(post, random.Next(6) == 0 ? $"holder of p{person}" : $"n{person}", ready, external: random.Next(8) == 0);
            }
        }

        return (group, [.. posts.Select(post => (Families[post.Family], post.Year))]);
    }

    /// <summary>Tries every assignment of distinct people to vacancies.</summary>
    private static int Best(GroupSnapshot group, (FamilyKey Family, int Year)[] vacancies)
    {
        bool Fits(PersonId person, FamilyKey family, int year) =>
            group.PostsHeldBy(person).All(held => group.Get(held.Post).Family != family)
            && group.Nominations.Any(name => name.Nominee == person && group.Get(name.Post).Family == family && !name.IsExternal
                && name.Readiness.Latest <= Today.AddYears(year));
        PersonId[] people = [.. group.Nominations.Select(name => name.Nominee).Distinct()];
        int From(int vacancy, HashSet<PersonId> used) => vacancy == vacancies.Length ? 0 : people
            .Where(person => !used.Contains(person) && Fits(person, vacancies[vacancy].Family, vacancies[vacancy].Year))
            .Select(person => 1 + From(vacancy + 1, [.. used, person])).Append(From(vacancy + 1, used)).Max();
        return From(0, []);
    }

    private static MoveRules Rules { get; } = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(700),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.5, 0.1, 0.9),
        InterimCoverQuality = GroupBuilder.Number(0),
        LongVacancyDays = GroupBuilder.Number(180),
    };
}
