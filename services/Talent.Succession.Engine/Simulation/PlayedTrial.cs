using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What happens in one step of a trial.</summary>
public enum StepKind
{
    /// <summary>Somebody leaves the group, and with it all posts held.</summary>
    PersonLeaves,

    /// <summary>The term of somebody ends, as agreed or by the limit of the term clock, and with it that appointment alone.</summary>
    TermEnds,

    /// <summary>Somebody recruited from outside in the trial leaves the post again.</summary>
    NewcomerLeaves,

    /// <summary>A post is without a substantive holder from this day.</summary>
    FallsVacant,

    /// <summary>A named successor who is ready accepts the post.</summary>
    SuccessorAccepts,

    /// <summary>No named successor is ready, free and willing: recruitment from outside is set going.</summary>
    RecruitmentBegins,

    /// <summary>A successor who had accepted has left the group before taking up the post; the search begins again.</summary>
    SuccessorLost,

    /// <summary>The successor takes up the post, and gives up the posts held until then.</summary>
    FilledBySuccessor,

    /// <summary>Somebody from outside takes up the post.</summary>
    FilledFromOutside,
}

/// <summary>One step of a trial, by identifiers alone.</summary>
/// <param name="Day">Days since the first day of the trial.</param>
/// <param name="Date">The same as a date.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Post">The post; null when somebody leaves.</param>
/// <param name="Person">Whom it concerns; null when it is somebody from outside or nobody.</param>
/// <param name="OpenedBy">For a post that falls vacant because its holder moves: the post that the holder moves to; null otherwise.</param>
/// <param name="HasInterimCover">For a post that falls vacant: true when an accepted deputy stands in. Interim cover, not succession.
/// </param>
/// <param name="Board">The board of a shared post that the step is about, where its holder has left that board alone; null where it is
/// about the post.</param>
public sealed record TrialStep(
    int Day, DateOnly Date, StepKind Kind, PostId? Post, PersonId? Person, PostId? OpenedBy, bool HasInterimCover,
    OrganisationId? Board = null);

/// <summary>One trial, played step by step.</summary>
/// <param name="Seed">The seed of the random numbers.</param>
/// <param name="Number">Which trial, from 0.</param>
/// <param name="Loss">Its weighted uncovered days, the same as in <see cref="SimulationResult.Losses"/>.</param>
/// <param name="Steps">What happened, in the order in which it happened.</param>
public sealed record PlayedTrial(ulong Seed, int Number, long Loss, IReadOnlyList<TrialStep> Steps)
{
    /// <summary>Its uncovered days if every post had the same weight, rounded to whole days.</summary>
    public required long LossWithEqualWeights { get; init; }
}
