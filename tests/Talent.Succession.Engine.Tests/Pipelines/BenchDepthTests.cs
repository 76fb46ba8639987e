using Talent.Succession.Engine.Flows;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Pipelines;

public sealed class BenchDepthTests
{
    private const double Rate = 0.2;
    private static readonly DateOnly Today = GroupBuilder.Today;
    private static readonly PipelineKey Key = new(GroupBuilder.Finance, PostLevel.Trust, null);

    [Fact]
    public void Of_PostsFilledAtOnce_TakesTheVacanciesOfEachMonthAsTheLoad()
    {
        // Twenty posts, each vacant in a month with probability 1 - exp(-h / 12), filled again in the same month.
        var depth = Depth(Held(20), GroupBuilder.Number(1.5));
        var vacancies = 20 * 12 * (1 - Math.Exp(-Rate / 12));
        Assert.Equal(vacancies, depth.VacanciesAYear.Value!.Value, 1e-9);
        Assert.Equal(ErlangLoss.PeopleNeeded(vacancies * 1.5, 0.1), depth.Needed.Value);
    }

    [Fact]
    public void Of_PeopleReadyNow_SaysWhichShareOfVacanciesFindsNobody()
    {
        var group = Held(20).Ready("p0", "a", "b").Ready("p1", "b", "c").Name("p2", "later", Readiness.By(Today.AddDays(1)))
            .Name("p2", "unknown").Name("p2", "elsewhere", Readiness.By(Today), external: true).Ready("p3", "h4");
        var depth = Depth(group, GroupBuilder.Number(1.5));
        Assert.Equal(3, depth.ReadyNow);
        Assert.Equal(ErlangLoss.FindNobody(3, depth.VacanciesAYear.Value!.Value * 1.5), depth.FindNobody.Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_TimeOfReplacementVaries_RunsFromTheShortestToTheLongest()
    {
        var depth = Depth(Held(20), GroupBuilder.Number(1.5, 0.5, 3));
        var vacancies = depth.VacanciesAYear.Value!.Value;
        Assert.Equal(
            (ErlangLoss.PeopleNeeded(vacancies * 0.5, 0.1), ErlangLoss.PeopleNeeded(vacancies * 3, 0.1)),
            (depth.Needed.Low, depth.Needed.High));
    }

    [Fact]
    public void Of_FamilyWithoutATurnoverFigure_IsUnknown()
    {
        var group = new GroupBuilder().Post("p", "h", family: new FamilyKey("unheard-of"));
        var depth = Depth(group, GroupBuilder.Number(1), new PipelineKey(new("unheard-of"), PostLevel.Trust, null));
        Assert.Equal((true, true), (depth.VacanciesAYear.IsUnknown, depth.Needed.IsUnknown));
        Assert.True(depth.VacanciesAYear.Low < depth.VacanciesAYear.High);
    }

    [Fact]
    public void Of_PipelineThatIsNotThere_IsRefused() => Assert.Throws<ArgumentException>(
        () => Depth(Held(1), GroupBuilder.Number(1), new PipelineKey(GroupBuilder.Chair, PostLevel.Trust, null)));

    private static BenchDepth Depth(GroupBuilder group, ReferenceNumber yearsToReplace, PipelineKey? key = null)
    {
        var snapshot = new PipelineSnapshot(group.Build(), new Dictionary<OrganisationId, RegionKey>(), []);
        return BenchDepth.Of(snapshot, PipelineForecast.Of(snapshot, Data, Rules), key ?? Key, yearsToReplace, 0.1);
    }

    private static GroupBuilder Held(int posts)
    {
        var group = new GroupBuilder();
        for (var post = 0; post < posts; post++) group.Post($"p{post}", $"h{post}", family: GroupBuilder.Finance);
        return group;
    }

    private static ReferenceData Data { get; } = GroupBuilder.Data with
    {
        Turnover = new TurnoverRates(
            new Dictionary<FamilyKey, ReferenceNumber> { [GroupBuilder.Finance] = GroupBuilder.Number(Rate) }, [],
            GroupBuilder.Number(0.9), GroupBuilder.Number(0.8)),
        FillTimes = new FillTimes(
            new Dictionary<FamilyKey, ReferenceNumber>(), GroupBuilder.Number(0), GroupBuilder.Number(30), GroupBuilder.Number(91)),
    };

    private static MoveRules Rules { get; } = new()
    {
        Accepts = GroupBuilder.Number(1),
        AcceptsFromOutside = GroupBuilder.Number(0),
        YearsBeforeMovingAgain = GroupBuilder.Number(1),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(700),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.2, 0.1, 0.3),
        InterimCoverQuality = GroupBuilder.Number(0),
        LongVacancyDays = GroupBuilder.Number(180),
    };
}
