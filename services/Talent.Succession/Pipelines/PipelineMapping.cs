using Talent.ServiceDefaults;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Pipelines;
using Talent.Succession.Forecasts;
using Talent.Succession.V1;
using Contract = Talent.Succession.V1;
using ProgrammeCohort = Talent.Succession.Engine.Pipelines.ProgrammeCohort;

namespace Talent.Succession.Pipelines;

/// <summary>Carries pipelines into the contract, and supposed cohorts out of it.</summary>
internal static class PipelineMapping
{
    private const string Field = "cohorts";

    /// <summary>The cohorts of a request.</summary>
    /// <param name="cohorts">As they were asked for.</param>
    /// <param name="region">The region of the group; null: not known.</param>
    /// <param name="asOf">The day of the computation.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, with the field and what to do.</exception>
    public static IReadOnlyList<ProgrammeCohort> ToEngine(IReadOnlyList<SupposedCohort> cohorts, RegionKey? region, DateOnly asOf)
    {
        if (cohorts.Count > PipelineComputation.MostCohorts)
            throw Errors.Invalid(Field, $"Suppose at most {PipelineComputation.MostCohorts} programmes.");
        return [.. cohorts.Select((cohort, at) => ToEngine(cohort, $"{Field}[{at}]", region, asOf))];
    }

    /// <summary>One pipeline.</summary>
    public static Pipeline ToContract(PipelineOutlook outlook)
    {
        var pipeline = new Pipeline
        {
            Family = outlook.Pipeline.Family.Value,
            Level = ToContract(outlook.Pipeline.Level),
            RegionCode = outlook.Pipeline.Region?.Value ?? "",
            Posts = outlook.Posts,
        };
        pipeline.Years.AddRange(outlook.Years.Select(year => new Contract.PipelineYear
        {
            Year = year.Year,
            Demand = ToBand(year.Demand),
            Supply = ToBand(year.Supply),
            Balance = ToBand(year.Balance),
        }));
        pipeline.Unknowns.AddRange(outlook.Unknowns.Select(unknown => new Contract.PipelineUnknown
        {
            Kind = ToContract(unknown.Unknown),
            Count = unknown.Count,
            Narrower = unknown.Narrower,
        }));
        return pipeline;
    }

    /// <summary>All pipelines by the end of a year.</summary>
    public static PipelinesTogether ToContract(MatchedSupply year) => new()
    {
        Year = year.Year,
        Vacancies = year.Vacancies,
        People = year.People,
        Covered = year.Covered,
        CountedTwice = year.CountedTwice,
    };

    /// <summary>One family.</summary>
    public static Contract.FamilyScarcity ToContract(Engine.Pipelines.FamilyScarcity family) => new()
    {
        Family = family.Family.Value,
        Posts = family.Posts,
        People = family.People,
        CoveredAlone = family.CoveredAlone,
        CoveredLast = family.CoveredLast,
        ReadinessUnknown = family.ReadinessUnknown,
    };

    private static ProgrammeCohort ToEngine(SupposedCohort cohort, string field, RegionKey? region, DateOnly asOf)
    {
        if (string.IsNullOrWhiteSpace(cohort.Family)) throw Errors.Invalid($"{field}.family", "Name the kind of post it prepares for.");
        if (cohort.Size is < 1 or > 1000) throw Errors.Invalid($"{field}.size", "Give the people on the programme, 1 to 1000.");
        if (cohort.HasCompletion && !(cohort.Completion is >= 0 and <= 1))
            throw Errors.Invalid($"{field}.completion", "Give the part that completes as 0 to 1, or leave it out where it is not known.");
        var readyOn = cohort.ReadyOn.ToDay($"{field}.ready_on");
        if (!(readyOn > asOf)) throw Errors.Invalid($"{field}.ready_on", "Give the day on which they are ready, after today.");
        var key = ScenarioMapping.Refused(
            $"{field}.level", () => new PipelineKey(new FamilyKey(cohort.Family), ToEngine(cohort.Level), region));
        return new ProgrammeCohort(
            key, cohort.Size, cohort.HasCompletion ? Estimate.Exact(cohort.Completion) : Estimate.Unknown(0, 1), readyOn.Value);
    }

    private static CountBand ToBand(Estimate count)
    {
        var band = new CountBand { Lower = (int)count.Low, Upper = (int)count.High };
        if (count.Value is { } median) band.Median = (int)median;
        return band;
    }

    private static Types.V1.Level ToContract(PostLevel level) => level switch
    {
        PostLevel.Group => Types.V1.Level.Group,
        PostLevel.Trust => Types.V1.Level.Trust,
        PostLevel.Site => Types.V1.Level.Site,
        PostLevel.Division => Types.V1.Level.Division,
        _ => Types.V1.Level.Unspecified,
    };

    private static PostLevel ToEngine(Types.V1.Level level) => level switch
    {
        Types.V1.Level.Unspecified => PostLevel.Unknown,
        Types.V1.Level.Group => PostLevel.Group,
        Types.V1.Level.Trust => PostLevel.Trust,
        Types.V1.Level.Site => PostLevel.Site,
        Types.V1.Level.Division => PostLevel.Division,
        _ => throw new ArgumentException("Choose a level of this contract.", nameof(level)),
    };

    private static PipelineUnknownKind ToContract(Engine.Pipelines.PipelineUnknown unknown) => unknown switch
    {
        Engine.Pipelines.PipelineUnknown.TurnoverOfFamily => PipelineUnknownKind.TurnoverOfFamily,
        Engine.Pipelines.PipelineUnknown.StartOfHolder => PipelineUnknownKind.StartOfHolder,
        Engine.Pipelines.PipelineUnknown.ReadinessOfNominee => PipelineUnknownKind.ReadinessOfNominee,
        Engine.Pipelines.PipelineUnknown.CompletionOfCohort => PipelineUnknownKind.CompletionOfCohort,
        _ => throw new ArgumentOutOfRangeException(nameof(unknown)),
    };
}
