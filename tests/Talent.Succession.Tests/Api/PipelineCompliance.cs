using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;
using Talent.Types.V1;
using ProgrammeCohort = Talent.Succession.Engine.Pipelines.ProgrammeCohort;

namespace Talent.Succession.Tests.Api;

public sealed class SqlitePipelineTests() : PipelineCompliance("sqlite");

public sealed class PostgresPipelineTests() : PipelineCompliance("postgresql");

/// <summary>What the pipelines of a group say, the same on both databases.</summary>
public abstract class PipelineCompliance(string database) : ForecastFixture(database)
{
    private static readonly RegionKey _region = new("Y56");

    [Fact]
    public async Task GetPipelines_Group_SaysWhatTheEngineSays()
    {
        var response = await LookAsync();

        var (snapshot, forecast) = Engine(await SnapshotAsync());
        Assert.Equal(forecast.Pipelines.SelectMany(each => each.Years).Select(Shown), response.Pipelines.SelectMany(each => each.Years).Select(Shown));
        Assert.Equal(
            MatchedSupply.Of(snapshot, forecast).Select(year => (year.Year, year.Vacancies, year.People, year.Covered, year.CountedTwice)),
            response.Together.Select(year => (year.Year, year.Vacancies, year.People, year.Covered, year.CountedTwice)));
    }

    [Fact]
    public async Task GetPipelines_Group_NamesFamilyLevelAndRegion() => Assert.Equal(
        [("chief-executive", Level.Trust, "Y56", 5)],
        (await LookAsync()).Pipelines.Select(each => (each.Family, each.Level, each.RegionCode, each.Posts)));

    [Fact]
    public async Task GetPipelines_OnePersonForTwoPosts_CountsOnce()
    {
        var response = await LookAsync();

        Assert.Equal((5, 1, 1), (response.Posts, response.People, response.Covered));
    }

    [Fact]
    public async Task GetPipelines_NothingSupposed_ComparesNothing() => Assert.Empty((await LookAsync()).PipelinesWithoutCohorts);

    [Fact]
    public async Task GetPipelines_ASupposedCohort_AddsItsPeopleFromTheDayTheyAreReady()
    {
        var response = await LookAsync(Cohort());

        Assert.Equal(
            [0, 0, 1, 1, 1], response.Together.Zip(response.TogetherWithoutCohorts, (with, without) => Math.Sign(with.People - without.People)));
    }

    [Fact]
    public async Task GetPipelines_ACohortOfUnknownCompletion_NamesItAmongTheUnknowns()
    {
        var cohort = Cohort();
        cohort.ClearCompletion();

        var response = await LookAsync(cohort);

        Assert.Contains(response.Pipelines[0].Unknowns, unknown => unknown.Kind == PipelineUnknownKind.CompletionOfCohort);
    }

    [Fact]
    public async Task GetPipelines_OwnPost_IsLeftOut()
    {
        var holder = Sample.Person("holder");
        await Host.TellAsync(Sample.Appointed(Sample.Appointment("e", holder, Start)));

        var response = await Host.Pipelines.GetPipelinesAsync(
            new GetPipelinesRequest { GroupId = Sample.Group }, await Host.DirectorAsync(holder));

        Assert.Equal((4, 1), (response.Posts, response.OwnPostsLeftOut));
    }

    [Fact]
    public async Task GetPipelines_OfAnotherGroup_IsRefused() => await AssertRefusedAsync(
        StatusCode.PermissionDenied, "OUT_OF_SCOPE",
        () => Host.Pipelines.GetPipelinesAsync(new GetPipelinesRequest { GroupId = "group-of-others" }, Director));

    public static TheoryData<string> Wrong => ["family", "level", "size", "completion", "ready_on"];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task GetPipelines_ACohortThatCannotBe_NamesTheField(string field)
    {
        var cohort = Cohort();
        if (field == "family") cohort.Family = " ";
        if (field == "level") cohort.Level = (Level)99;
        if (field == "size") cohort.Size = 0;
        if (field == "completion") cohort.Completion = double.NaN;
        if (field == "ready_on") cohort.ReadyOn = ServiceHost.Today.ToDate();

        var refused = await Assert.ThrowsAsync<RpcException>(() => LookAsync(Cohort(), cohort));

        Assert.Equal([$"cohorts[1].{field}"], refused.GetDetails().Fields.Select(each => each.Field));
    }

    [Fact]
    public async Task GetPipelines_TooManyCohorts_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => LookAsync([.. Enumerable.Range(0, 11).Select(_ => Cohort())]));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    private static SupposedCohort Cohort() => new()
    {
        Family = "chief-executive",
        Level = Level.Trust,
        Size = 4,
        Completion = 0.5,
        ReadyOn = ServiceHost.Today.AddYears(2).AddMonths(6).ToDate(),
    };

    private static (PipelineSnapshot Snapshot, PipelineForecast Forecast) Engine(GroupSnapshot group)
    {
        var regions = group.Posts.SelectMany(post => post.Serves).Select(served => served.Organisation).Distinct()
            .ToDictionary(organisation => organisation, _ => _region);
        var snapshot = new PipelineSnapshot(group, regions, Array.Empty<ProgrammeCohort>());
        return (snapshot, PipelineForecast.Of(snapshot, Model.Data, Model.Moves, ForecastModel.Years));
    }

    private static string Shown(Engine.Pipelines.PipelineYear year) =>
        $"{year.Year}: {Shown(year.Demand)}, {Shown(year.Supply)}, {Shown(year.Balance)}";

    private static string Shown(V1.PipelineYear year) => $"{year.Year}: {Shown(year.Demand)}, {Shown(year.Supply)}, {Shown(year.Balance)}";

    private static string Shown(Estimate count) => $"{(count.Value is { } median ? $"{median}" : "?")} ({count.Low} to {count.High})";

    private static string Shown(CountBand band) => $"{(band.HasMedian ? $"{band.Median}" : "?")} ({band.Lower} to {band.Upper})";

    private async Task<GetPipelinesResponse> LookAsync(params SupposedCohort[] cohorts) =>
        await Host.Pipelines.GetPipelinesAsync(new GetPipelinesRequest { GroupId = Sample.Group, Cohorts = { cohorts } }, Director);
}
