using Grpc.Core;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Doubles;

public sealed class PipelineDouble(Recorded recorded) : PipelineService.PipelineServiceBase
{
    public override Task<GetPipelinesResponse> GetPipelines(GetPipelinesRequest request, ServerCallContext context) =>
        recorded.AnswerAsync(request, context, () => InventedPipelines.Answer(request));
}

/// <summary>The invented pipelines: one that is known and short, one of which much is not known.</summary>
public static class InventedPipelines
{
    /// <summary>The family of the first pipeline.</summary>
    public const string Family = "chief-nursing-officer";

    public static GetPipelinesResponse Answer(GetPipelinesRequest request)
    {
        var supposed = request.Cohorts.Count > 0;
        var response = new GetPipelinesResponse
        {
            Pipelines = { Nursing(supposed ? 2 : -1), Chairs() },
            Together = { Year(1, supposed ? 5 : 3), Year(2, supposed ? 6 : 4) },
            Scarcity =
            {
                new FamilyScarcity { Family = Family, Posts = 4, People = 2, CoveredAlone = 2, CoveredLast = 1, ReadinessUnknown = 1 },
                new FamilyScarcity { Family = "chair", Posts = 1, ReadinessUnknown = 3 },
            },
            Posts = 5,
            People = 2,
            Covered = 2,
            Provenance = new Provenance
            {
                AsOf = Invented.Day(2026, 11, 22),
                ModelVersion = "1",
                RolesPosition = 120,
                BoardVersion = 1,
                CoverHorizonDays = 91,
            },
            Assumptions = { new ExplainedInput { Name = "Chair: exits a year", Value = "0.2 a year", Source = "national figure" } },
            OwnPostsLeftOut = 1,
        };
        if (!supposed) return response;
        response.PipelinesWithoutCohorts.AddRange([Nursing(-1), Chairs()]);
        response.TogetherWithoutCohorts.AddRange([Year(1, 3), Year(2, 4)]);
        return response;
    }

    private static Pipeline Nursing(int left) => new()
    {
        Family = Family,
        Level = Level.Trust,
        RegionCode = "Y63",
        Posts = 4,
        Years =
        {
            new PipelineYear { Year = 1, Demand = Known(1, 0, 3), Supply = Known(2, 1, 2), Balance = Known(1, -2, 2) },
            new PipelineYear { Year = 2, Demand = Known(1, 0, 3), Supply = Known(1, 0, 2), Balance = Known(left, -4, 2) },
        },
    };

    private static Pipeline Chairs() => new()
    {
        Family = "chair",
        Level = Level.Group,
        Posts = 1,
        Years =
        {
            new PipelineYear { Year = 1, Demand = Known(0, 0, 1), Supply = Unknown(0, 3), Balance = Unknown(-1, 3) },
            new PipelineYear { Year = 2, Demand = Known(0, 0, 1), Supply = Unknown(0, 3), Balance = Unknown(-2, 3) },
        },
        Unknowns = { new PipelineUnknown { Kind = PipelineUnknownKind.ReadinessOfNominee, Count = 3, Narrower = 9 } },
    };

    private static PipelinesTogether Year(int year, int covered) =>
        new() { Year = year, Vacancies = 3 * year, People = 2, Covered = covered };

    private static CountBand Known(int median, int lower, int upper) => new() { Median = median, Lower = lower, Upper = upper };

    private static CountBand Unknown(int lower, int upper) => new() { Lower = lower, Upper = upper };
}
