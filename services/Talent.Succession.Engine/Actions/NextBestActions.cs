using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;
using Talent.Succession.Engine.Scenarios;
using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Actions;

/// <summary>What one action would take away.</summary>
/// <param name="Action">The action.</param>
/// <param name="Reduction">Expected weighted uncovered days that it takes away, each post counted for every organisation it serves, with
/// the 80 % interval of the paired difference. Below 0 it adds days.</param>
/// <param name="ReductionOfPosts">The same with each post counted once.</param>
/// <param name="Trials">By how many trials.</param>
public sealed record SimulatedAction(CandidateAction Action, Estimate Reduction, Estimate ReductionOfPosts, int Trials)
{
    /// <summary><see cref="Reduction"/> if every post had the same weight.</summary>
    public required Estimate ReductionWithEqualWeights { get; init; }

    /// <summary>True when the whole interval lies above 0. Otherwise nobody may say that it helps.</summary>
    public bool Helps => Reduction.Low > 0;
}

/// <summary>Two actions that help together, and more than their sum.</summary>
/// <param name="First">The better one.</param>
/// <param name="Second">The other.</param>
/// <param name="Together">What both take away; the interval lies above 0.</param>
/// <param name="Surplus">What both take away beyond the sum of each alone; the interval comes from the four runs on the same random
/// numbers, and lies above 0.</param>
public sealed record ActionPair(CandidateAction First, CandidateAction Second, Estimate Together, Estimate Surplus)
{
    /// <summary><see cref="Together"/> if every post had the same weight; its interval may lie anywhere.</summary>
    public required Estimate TogetherWithEqualWeights { get; init; }

    /// <summary><see cref="Surplus"/> if every post had the same weight; its interval may lie anywhere.</summary>
    public required Estimate SurplusWithEqualWeights { get; init; }
}

/// <summary>
/// What a group could do next, simulated on common random numbers and ranked by what it takes away. Days are counted for every organisation
/// a post serves, so that a post that is split is compared fairly: it is as many seats for the organisations as before.
/// </summary>
public sealed class NextBestActions
{
    private NextBestActions(
        SimulationResult baseline, int generated, IReadOnlyList<SimulatedAction> actions, IReadOnlyList<ActionPair> pairs) =>
        (Baseline, Generated, Actions, Pairs) = (baseline, generated, actions, pairs);

    /// <summary>The group as it is.</summary>
    public SimulationResult Baseline { get; }

    /// <summary>How many candidates the rules gave, of which those on the posts with most expected days were simulated.</summary>
    public int Generated { get; }

    /// <summary>Everything simulated, the greatest reduction first.</summary>
    public IReadOnlyList<SimulatedAction> Actions { get; }

    /// <summary>The same actions, the greatest reduction first if every post had the same weight.</summary>
    public IReadOnlyList<SimulatedAction> ActionsByEqualWeights =>
        [.. Actions.OrderByDescending(action => action.ReductionWithEqualWeights.Prudent)];

    /// <summary>Pairs of the best actions that help more together than their sum, the greatest surplus first.</summary>
    public IReadOnlyList<ActionPair> Pairs { get; }

    /// <summary>
    /// Generates, screens, simulates and ranks. The first screen takes the candidates on the posts with most expected weighted uncovered
    /// days, each counted for every organisation it serves: a post that loses little has little to gain. The second, where there is one,
    /// plays them by fewer trials and the best of them by all; only those played by all are tried in pairs.
    /// </summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="data">How often posts change hands and how long they stand empty.</param>
    /// <param name="moves">How people move.</param>
    /// <param name="rules">From what the candidates are generated.</param>
    /// <param name="seed">Which random numbers.</param>
    /// <param name="trials">How many for each candidate, 1 or more.</param>
    /// <param name="years">How far to look ahead, 1 to 20.</param>
    /// <param name="threads">How many at once, 1 or more; the result is the same for any number.</param>
    /// <param name="screening">A first look by fewer trials; null: all candidates are played by all trials.</param>
    /// <param name="progress">Told after each simulation how many are played, and how many will have been in the end; null: nobody asks.
    /// </param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ArgumentException">The first look has no trials, or keeps fewer than none.</exception>
    public static NextBestActions Of(
        GroupSnapshot snapshot, ReferenceData data, MoveRules moves, ActionRules rules, ulong seed, int trials, int years = 5,
        int threads = 1, Screening? screening = null, Action<int, int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rules);
        if (screening is { Trials: < 1 } or { Kept: < 0 })
            throw new ArgumentException("Look at candidates first by one trial or more, and keep no fewer than none.", nameof(screening));
        var candidates = ActionCandidates.Of(snapshot, data, rules, years);
        var most = Math.Min(candidates.Count, (int)rules.MostSimulated.Value);
        var isScreened = screening is not null && screening.Trials < trials && screening.Kept < most;
        var inFull = isScreened ? screening!.Kept : most;
        var inPairs = Math.Min(inFull, (int)rules.BestInPairs.Value);
        var (played, all) = (0, 1 + (isScreened ? most : 0) + inFull + (inPairs * (inPairs - 1) / 2));
        SimulationResult Play(AppliedScenario applied, int times)
        {
            var result = Simulator.RunToCompare(
                new SimulationModel(applied.Snapshot, data, moves, applied.Changes, years), seed, times, threads, cancellation);
            progress?.Invoke(++played, all);
            return result;
        }

        Days Take(int times, params ScenarioChange[] changes) => Days.Of(Play(new Scenario(changes).Apply(snapshot), times));

        var baseline = Play(new Scenario().Apply(snapshot), trials);
        var before = new UncoveredDays(baseline, Weighting.ByCriticality);
        var asItIs = Days.Of(baseline);
        Tried Try(CandidateAction action, int times)
        {
            var days = Take(times, action.Change);
            var result = new SimulatedAction(
                action, Mean(asItIs.Organisations, days.Organisations), Mean(asItIs.Posts, days.Posts), times)
            {
                ReductionWithEqualWeights = Mean(asItIs.EqualOrganisations, days.EqualOrganisations),
            };
            return new Tried(days, result);
        }

        var expected = snapshot.Posts.ToDictionary(post => post.Id, post => post.Serves.Count * before.OfPost(post.Id).Sum());
        Tried[] simulated =
        [
            .. candidates.OrderByDescending(action => expected[action.Post]).Take(most)
                .Select(action => Try(action, isScreened ? screening!.Trials : trials)),
        ];
        if (isScreened)
        {
            var promising = simulated.OrderByDescending(each => each.Result.Reduction.Prudent).Take(inFull).ToHashSet();
            simulated = [.. simulated.Select(each => promising.Contains(each) ? Try(each.Result.Action, trials) : each)];
        }

        var ranked = simulated.OrderByDescending(each => each.Result.Reduction.Prudent).ToArray();
        // One that helps nothing alone may be what another lacks, so the best few need not help alone.
        var best = ranked.Where(each => each.Result.Trials == trials).Take(inPairs).ToArray();
        var pairs = new List<ActionPair>();
        for (var one = 0; one < best.Length; one++)
        {
            for (var two = one + 1; two < best.Length; two++)
            {
                CandidateAction[] actions = [best[one].Result.Action, best[two].Result.Action];
                // A split comes last, so that it takes over what the other changes of the post.
                var both = Take(trials, [.. actions.OrderBy(action => action.Kind).Select(action => action.Change)]);
                var (first, second) = (best[one].Days, best[two].Days);
                var pair = new ActionPair(
                    actions[0], actions[1], Mean(asItIs.Organisations, both.Organisations),
                    Surplus(first.Organisations, second.Organisations, asItIs.Organisations, both.Organisations))
                {
                    TogetherWithEqualWeights = Mean(asItIs.EqualOrganisations, both.EqualOrganisations),
                    SurplusWithEqualWeights = Surplus(
                        first.EqualOrganisations, second.EqualOrganisations, asItIs.EqualOrganisations, both.EqualOrganisations),
                };
                if (pair.Surplus.Low > 0 && pair.Together.Low > 0) pairs.Add(pair);
            }
        }

        return new NextBestActions(
            baseline, candidates.Count, [.. ranked.Select(each => each.Result)],
            [.. pairs.OrderByDescending(pair => pair.Surplus.Prudent)]);
    }

    // Of the trials that both have: the first ones.
    private static Estimate Mean(double[] before, double[] after) =>
        UncoveredDays.Mean([.. before.Zip(after, (there, here) => there - here)]);

    private static Estimate Surplus(double[] first, double[] second, double[] before, double[] both) =>
        UncoveredDays.Mean([.. first.Select((days, trial) => days + second[trial] - before[trial] - both[trial])]);

    private sealed record Days(double[] Organisations, double[] Posts, double[] EqualOrganisations)
    {
        public static Days Of(SimulationResult result)
        {
            var weighted = new UncoveredDays(result, Weighting.ByCriticality);
            return new Days(weighted.OfOrganisations(), weighted.OfGroup(), new UncoveredDays(result, Weighting.Equal).OfOrganisations());
        }
    }

    private sealed record Tried(Days Days, SimulatedAction Result);
}
