using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>People on a programme who will be ready for a pipeline on one day, but for those named for one of its posts already.</summary>
public sealed record ProgrammeCohort
{
    /// <summary>States a cohort.</summary>
    /// <param name="pipeline">What it prepares for.</param>
    /// <param name="size">How many people, 1 to 1000.</param>
    /// <param name="completion">The part of them, 0 to 1, that completes and is ready; it may be unknown.</param>
    /// <param name="readyOn">The day those are ready.</param>
    /// <exception cref="ArgumentException">The size or the part lies outside its range.</exception>
    public ProgrammeCohort(PipelineKey pipeline, int size, Estimate completion, DateOnly readyOn)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(completion);
        Require.Between(completion.Low, 0, 1, "the part of a cohort that completes");
        Require.Between(completion.High, 0, 1, "the part of a cohort that completes");
        Size = (int)Require.Between(size, 1, 1000, "the size of a cohort");
        (Pipeline, Completion, ReadyOn) = (pipeline, completion, readyOn);
    }

    /// <summary>What it prepares for.</summary>
    public PipelineKey Pipeline { get; }

    /// <summary>How many people.</summary>
    public int Size { get; }

    /// <summary>The part of them, 0 to 1, that completes and is ready.</summary>
    public Estimate Completion { get; }

    /// <summary>The day those are ready.</summary>
    public DateOnly ReadyOn { get; }
}
