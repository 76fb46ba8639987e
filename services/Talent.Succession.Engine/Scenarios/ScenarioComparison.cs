using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Scenarios;

/// <summary>Expected weighted uncovered days of one part of a group, before and after.</summary>
/// <typeparam name="T">What identifies the part: a post or an organisation.</typeparam>
/// <param name="Of">The part.</param>
/// <param name="Baseline">Before; null when only the scenario has it.</param>
/// <param name="Scenario">After; null when only the group as it is has it.</param>
/// <param name="Difference">After less before, trial by trial; null when only one side has it, which is not zero.</param>
public sealed record PartDifference<T>(T Of, Estimate? Baseline, Estimate? Scenario, Estimate? Difference);

/// <summary>Posts that nobody could really take over, each person counted once, before and after.</summary>
/// <param name="Baseline">Bare posts before, in the order of identifiers.</param>
/// <param name="Scenario">Bare posts after.</param>
public sealed record BenchDifference(IReadOnlyList<PostId> Baseline, IReadOnlyList<PostId> Scenario)
{
    /// <summary>So many more posts are bare after than before; less than 0 where fewer are.</summary>
    public int MoreBare => Scenario.Count - Baseline.Count;
}

/// <summary>
/// What a scenario changes, on common random numbers. Weighted uncovered days are days without a substantive holder, less what interim
/// cover takes away, times the criticality of the post. All intervals are those of a mean over the trials, at 80 % (central limit theorem
/// for paired differences). Differences are after less before: below 0 the scenario helps.
/// </summary>
public sealed class ScenarioComparison
{
    private readonly UncoveredDays before;
    private readonly UncoveredDays after;

    /// <summary>Compares two results.</summary>
    /// <param name="baseline">The group as it is.</param>
    /// <param name="scenario">The group with the changes.</param>
    /// <param name="thresholds">The horizons of the true bench.</param>
    /// <param name="weighting">By which weights.</param>
    /// <exception cref="ArgumentException">The results have not the same day, years, seed and number of trials, or did not keep their
    /// days (<see cref="Simulator.RunToCompare"/>).</exception>
    public ScenarioComparison(
        SimulationResult baseline, SimulationResult scenario, RuleThresholds thresholds, Weighting weighting = Weighting.ByCriticality)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(thresholds);
        if ((baseline.Seed, baseline.Trials, baseline.Model.Years, baseline.Model.Snapshot.AsOf)
            != (scenario.Seed, scenario.Trials, scenario.Model.Years, scenario.Model.Snapshot.AsOf))
        {
            throw new ArgumentException("Compare results of the same day, years, seed and number of trials.", nameof(scenario));
        }

        (Baseline, Scenario) = (baseline, scenario);
        (before, after) = (new UncoveredDays(baseline, weighting), new UncoveredDays(scenario, weighting));
        Bench = new BenchDifference(
            TrueBench.Of(baseline.Model.Snapshot, thresholds).Bare, TrueBench.Of(scenario.Model.Snapshot, thresholds).Bare);
        GroupByTrial = Less(after.OfGroup(), before.OfGroup());
        Group = UncoveredDays.Mean(GroupByTrial);
        AllOrganisations = UncoveredDays.Mean(Less(after.OfOrganisations(), before.OfOrganisations()));
        Posts = Parts(
            before.Posts, after.Posts, post => post.Value, before.OfPost, after.OfPost);
        Organisations = Parts(
            before.Organisations, after.Organisations, organisation => organisation.Value, before.OfOrganisation, after.OfOrganisation);
    }

    /// <summary>The group as it is.</summary>
    public SimulationResult Baseline { get; }

    /// <summary>The group with the changes.</summary>
    public SimulationResult Scenario { get; }

    /// <summary>Difference of the whole group, each post counted once. Where posts are split or merged it compares different numbers of
    /// posts; <see cref="AllOrganisations"/> does not.</summary>
    public Estimate Group { get; }

    /// <summary>The same difference in each trial.</summary>
    public IReadOnlyList<double> GroupByTrial { get; }

    /// <summary>Difference of the whole group, each post counted once for every organisation it serves.</summary>
    public Estimate AllOrganisations { get; }

    /// <summary>By post, in the order of identifiers.</summary>
    public IReadOnlyList<PartDifference<PostId>> Posts { get; }

    /// <summary>By organisation: the posts that serve it.</summary>
    public IReadOnlyList<PartDifference<OrganisationId>> Organisations { get; }

    /// <summary>The true bench, by matching.</summary>
    public BenchDifference Bench { get; }

    /// <summary>Plays a group with and without a scenario on the same random numbers, and compares.</summary>
    /// <param name="snapshot">The group as it is.</param>
    /// <param name="scenario">The changes.</param>
    /// <param name="data">How often posts change hands and how long they stand empty.</param>
    /// <param name="rules">How people move.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="trials">How many, 1 or more.</param>
    /// <param name="years">How far to look ahead, 1 to 20.</param>
    /// <param name="threads">How many at once, 1 or more; the result is the same for any number.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentException">A change does not fit the group; the sentence says what to do.</exception>
    public static ScenarioComparison Of(
        GroupSnapshot snapshot, Scenario scenario, ReferenceData data, MoveRules rules, ulong seed, int trials, int years = 5,
        int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(data);
        var applied = scenario.Apply(snapshot);
        return new ScenarioComparison(
            Simulator.RunToCompare(new SimulationModel(snapshot, data, rules, null, years), seed, trials, threads, cancellation),
            Simulator.RunToCompare(
                new SimulationModel(applied.Snapshot, data, rules, applied.Changes, years), seed, trials, threads, cancellation),
            data.Thresholds);
    }

    private static double[] Less(double[] these, double[] those) => [.. these.Zip(those, (here, there) => here - there)];

    private static IReadOnlyList<PartDifference<T>> Parts<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> name, Func<T, double[]> ofBefore, Func<T, double[]> ofAfter)
    {
        var (left, right) = (before.ToHashSet(), after.ToHashSet());
        return
        [
            .. left.Union(right).OrderBy(name, StringComparer.Ordinal).Select(part =>
            {
                var there = left.Contains(part) ? ofBefore(part) : null;
                var here = right.Contains(part) ? ofAfter(part) : null;
                return new PartDifference<T>(
                    part, there is null ? null : UncoveredDays.Mean(there), here is null ? null : UncoveredDays.Mean(here),
                    here is null || there is null ? null : UncoveredDays.Mean(Less(here, there)));
            }),
        ];
    }
}
