using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>How people move when a post falls vacant: reference data of the cascade, each number with its source.</summary>
public sealed record MoveRules
{
    /// <summary>Probability, 0 to 1, that a named successor who is ready accepts.</summary>
    public required ReferenceNumber Accepts { get; init; }

    /// <summary>The same for somebody outside the group, whose availability nobody knows.</summary>
    public required ReferenceNumber AcceptsFromOutside { get; init; }

    /// <summary>Years in a post before its holder is moved again inside the group.</summary>
    public required ReferenceNumber YearsBeforeMovingAgain { get; init; }

    /// <summary>Days until somebody is ready of whom no readiness is recorded: the prior that stands for the unknown.</summary>
    public required ReferenceNumber DaysToReadinessWhenUnknown { get; init; }

    /// <summary>Exits a year of a family without a figure: the prior that stands for the unknown.</summary>
    public required ReferenceNumber ExitsAYearWhenUnknown { get; init; }

    /// <summary>The part of uncovered days, 0 to 1, that interim cover by an accepted deputy takes away.</summary>
    public required ReferenceNumber InterimCoverQuality { get; init; }

    /// <summary>Days from which a vacancy counts as long.</summary>
    public required ReferenceNumber LongVacancyDays { get; init; }
}
