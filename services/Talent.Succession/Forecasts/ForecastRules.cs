using Talent.Succession.Engine.Actions;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Sensitivity;

namespace Talent.Succession.Forecasts;

/// <summary>What a full forecast looks at and how thoroughly, each number with its source.</summary>
public sealed record ForecastRules
{
    /// <summary>More than this part of the weight of all posts, 0 to 1, makes people whose leaving uncovers it a critical set.</summary>
    public required ReferenceNumber CriticalShareOfWeight { get; init; }

    /// <summary>For so many holders at most, those of most weight, the dependency is played with all trials; for the others with the
    /// trials of the forecast at once.</summary>
    public required ReferenceNumber DependenciesInFull { get; init; }

    /// <summary>For so many holders at most it is played at all.</summary>
    public required ReferenceNumber MostDependencies { get; init; }

    /// <summary>Posts times trials: so many are played with all trials for dependencies, and so many for actions.</summary>
    public required ReferenceNumber PostTrialsInFull { get; init; }

    /// <summary>Posts times trials: so many are played for missing records of a kind post by post, the most critical posts first; those
    /// of the others are played together.</summary>
    public required ReferenceNumber RangePostTrials { get; init; }

    /// <summary>Trials for each end of what is unknown.</summary>
    public required ReferenceNumber RangeTrials { get; init; }

    /// <summary>Trials by which actions are looked at first, where not all of them can be played with all trials.</summary>
    public required ReferenceNumber ScreeningTrials { get; init; }

    /// <summary>The part, 0 to 1, of the spread of a time to fill by which typical times differ from group to group.</summary>
    public required ReferenceNumber TypicalShareOfSpread { get; init; }

    /// <summary>How thoroughly unknowns are played, each at two ends.</summary>
    /// <param name="posts">Posts of the group.</param>
    public RangeDepth Depth(int posts) => new(
        (int)RangeTrials.Value, (int)(RangePostTrials.Value / (2 * RangeTrials.Value * Math.Max(1, posts))), TypicalShareOfSpread.Value);

    /// <summary>For so many holders the dependency is played with all trials.</summary>
    /// <param name="posts">Posts of the group.</param>
    public int DependenciesInFullOf(int posts) => Math.Min((int)DependenciesInFull.Value, InFull(posts));

    /// <summary>How actions are looked at first.</summary>
    /// <param name="posts">Posts of the group.</param>
    public Screening Screening(int posts) => new((int)ScreeningTrials.Value, InFull(posts));

    private int InFull(int posts) => (int)(PostTrialsInFull.Value / (Math.Max(1, posts) * (double)ForecastModel.TrialsInFull));
}
