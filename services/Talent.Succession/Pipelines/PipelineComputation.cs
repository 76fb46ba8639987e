using Talent.Succession.Boards;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;
using ProgrammeCohort = Talent.Succession.Engine.Pipelines.ProgrammeCohort;

namespace Talent.Succession.Pipelines;

/// <summary>Looks at the pipelines of a group as one caller may see it. They are counts, so nobody is read of.</summary>
/// <param name="model">What they rest on.</param>
internal sealed class PipelineComputation(ForecastModel model)
{
    /// <summary>So many cohorts at most may be supposed.</summary>
    public const int MostCohorts = 10;

    /// <summary>Supply and demand, and what supposed cohorts would bring.</summary>
    /// <param name="view">The group as the caller may see it.</param>
    /// <param name="supposed">The cohorts.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: a cohort cannot be.</exception>
    public GetPipelinesResponse Look(GroupView view, IReadOnlyList<SupposedCohort> supposed)
    {
        var group = view.Analysis.Snapshot;
        var region = view.Inputs.RegionCode.Length > 0 ? new RegionKey(view.Inputs.RegionCode) : null;
        var cohorts = PipelineMapping.ToEngine(supposed, region, group.AsOf);
        var (pipelines, together) = Look(group, region, cohorts);
        var scarcity = Scarcity.Of(group, group.AsOf.AddDays((int)model.Data.Thresholds.CoverHorizonDays.Value));
        var response = new GetPipelinesResponse
        {
            Posts = scarcity.Posts,
            People = scarcity.People,
            Covered = scarcity.Covered,
            Provenance = view.Provenance,
            OwnPostsLeftOut = view.OwnPostsLeftOut,
        };
        response.Pipelines.AddRange(pipelines);
        response.Together.AddRange(together);
        response.Scarcity.AddRange(scarcity.Families.Select(PipelineMapping.ToContract));
        response.Assumptions.AddRange(Assumptions(group));
        if (cohorts.Count == 0) return response;
        var (without, togetherWithout) = Look(group, region, []);
        response.PipelinesWithoutCohorts.AddRange(without);
        response.TogetherWithoutCohorts.AddRange(togetherWithout);
        return response;
    }

    private (IEnumerable<Pipeline> Pipelines, IEnumerable<PipelinesTogether> Together) Look(
        GroupSnapshot group, RegionKey? region, IReadOnlyList<ProgrammeCohort> cohorts)
    {
        var regions = new Dictionary<OrganisationId, RegionKey>();
        if (region is not null)
        {
            foreach (var organisation in group.Posts.SelectMany(post => post.Serves).Select(served => served.Organisation))
                regions[organisation] = region;
        }

        var snapshot = new PipelineSnapshot(group, regions, cohorts);
        var forecast = PipelineForecast.Of(snapshot, model.Data, model.Moves, ForecastModel.Years);
        return (
            forecast.Pipelines.Select(PipelineMapping.ToContract),
            MatchedSupply.Of(snapshot, forecast).Select(PipelineMapping.ToContract));
    }

    private IEnumerable<ExplainedInput> Assumptions(GroupSnapshot group)
    {
        var families = group.Posts.Select(post => post.Family).Distinct().OrderBy(family => family.Value, StringComparer.Ordinal).ToArray();
        return families
            .Select(family => (family, Rate: model.Data.Turnover.RateOf(family)))
            .Where(each => each.Rate is not null)
            .Select(each => each.Rate!.Explain($"{Words.Capital(Words.Family(each.family.Value))}: exits a year", "a year"))
            .Concat(
            [
                model.Moves.ExitsAYearWhenUnknown.Explain(
                    "Exits a year where the family has no figure, and of people without a post", "a year"),
                model.Data.Turnover.EndsAtPlannedEnd.Explain("An appointment ends at its planned end", "probability"),
                model.Data.FillTimes.Otherwise.Explain("Time to fill by open competition", "days"),
            ])
            .Select(ExplainedMapping.ToInput);
    }
}
