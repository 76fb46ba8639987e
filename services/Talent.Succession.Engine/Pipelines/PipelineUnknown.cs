namespace Talent.Succession.Engine.Pipelines;

/// <summary>What may be unknown of a pipeline and so widens its bands.</summary>
public enum PipelineUnknown
{
    /// <summary>No turnover figure is recorded for the family of a post.</summary>
    TurnoverOfFamily,

    /// <summary>The day a holder took up the post is not recorded, and turnover depends on the years in post.</summary>
    StartOfHolder,

    /// <summary>The readiness of somebody named is not recorded, or the availability of somebody from outside.</summary>
    ReadinessOfNominee,

    /// <summary>How many of a cohort complete is not known.</summary>
    CompletionOfCohort,
}

/// <summary>How much an unknown widens the bands of a pipeline.</summary>
/// <param name="Unknown">What is unknown.</param>
/// <param name="Count">Of how many posts, people or cohorts of the pipeline.</param>
/// <param name="Narrower">By how many posts and people all bands of all years together would be narrower if it were known at its
/// middle; 0 where bands in whole numbers stay as they are.</param>
public sealed record PipelineWidening(PipelineUnknown Unknown, int Count, double Narrower);
