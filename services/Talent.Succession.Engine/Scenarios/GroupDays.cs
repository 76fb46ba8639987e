using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>
/// Weighted uncovered days of a whole group, each post counted once, less what interim cover takes away: what
/// <see cref="ScenarioComparison.Group"/> compares, where the parts are not asked for.
/// </summary>
public sealed class GroupDays
{
    private readonly (ulong Seed, int Trials, int Years, DateOnly AsOf) played;
    private readonly double[] byTrial;

    /// <summary>Takes the days of a result.</summary>
    /// <param name="result">Trials that kept their days.</param>
    /// <param name="weighting">By which weights.</param>
    /// <exception cref="ArgumentException">The result did not keep its days (<see cref="Simulator.RunToCompare"/>).</exception>
    public GroupDays(SimulationResult result, Weighting weighting)
    {
        ArgumentNullException.ThrowIfNull(result);
        played = (result.Seed, result.Trials, result.Model.Years, result.Model.Snapshot.AsOf);
        byTrial = new UncoveredDays(result, weighting).OfGroup();
    }

    /// <summary>The mean over the trials, with its 80 % interval (central limit theorem).</summary>
    public Estimate Mean => UncoveredDays.Mean(byTrial);

    /// <summary>What these are more than others: the mean of the differences trial by trial, with its 80 % interval.</summary>
    /// <param name="baseline">The days to compare with.</param>
    /// <exception cref="ArgumentException">The others are not of the same day, years, seed and number of trials.</exception>
    public Estimate MoreThan(GroupDays baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        if (played != baseline.played)
            throw new ArgumentException("Compare results of the same day, years, seed and number of trials.", nameof(baseline));
        return UncoveredDays.Mean([.. byTrial.Zip(baseline.byTrial, (here, there) => here - there)]);
    }
}
