using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What a number of trials of a group came to.</summary>
public sealed class SimulationResult
{
    private readonly Tally tally;
    private readonly long[] losses;
    private readonly Lazy<IReadOnlyList<PostOutcome>> posts;
    private readonly Lazy<IReadOnlyList<BothMissingOutcome>> bothMissing;

    internal SimulationResult(SimulationModel model, ulong seed, Tally tally, long[] losses, DaysByTrial? kept)
    {
        (Model, Seed, this.tally, this.losses, Kept) = (model, seed, tally, losses, kept);
        posts = new(() => [.. model.Snapshot.Posts.Select(Outcome)]);
        bothMissing = new(() => [.. OutcomesOfLeaders()]);
    }

    /// <summary>The group that was played.</summary>
    public SimulationModel Model { get; }

    /// <summary>The seed of the random numbers.</summary>
    public ulong Seed { get; }

    /// <summary>Number of trials.</summary>
    public int Trials => tally.Trials;

    /// <summary>The days of each post in each trial, where they were kept.</summary>
    internal DaysByTrial? Kept { get; }

    /// <summary>By post, in the order of identifiers.</summary>
    public IReadOnlyList<PostOutcome> Posts => posts.Value;

    /// <summary>By organisation that a post of chair or chief executive serves, in the order of identifiers.</summary>
    public IReadOnlyList<BothMissingOutcome> BothMissing => bothMissing.Value;

    /// <summary>By trial: uncovered days of all posts, each times its criticality; interim cover not taken off. Rounded to whole days where
    /// a board has its share of a post.</summary>
    public IReadOnlyList<long> Losses => losses;

    /// <summary>Expected uncovered days of the group, each times the criticality of its post.</summary>
    public Estimate Loss => MeanOf(losses);

    /// <summary>Part of the chains of vacancies that have a length: one for each number of vacancies, from 1.</summary>
    public IReadOnlyList<double> ChainLengths => Shares(tally.Chains);

    /// <summary>Part of the trials in which so many posts at most were vacant on one day: one for each number, from 0. A board that was
    /// left alone counts as a post.</summary>
    public IReadOnlyList<double> MostVacanciesAtOnce => Shares(tally.MostVacancies);

    /// <summary>
    /// What this is more than another result of the same seed and number of trials: the mean of the differences trial by trial, whose
    /// interval is narrow because both had the same random numbers.
    /// </summary>
    /// <param name="baseline">The result to compare with.</param>
    /// <exception cref="ArgumentException">The other has another seed or number of trials.</exception>
    public Estimate MoreThan(SimulationResult baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        if (baseline.Seed != Seed || baseline.Trials != Trials)
            throw new ArgumentException("Compare results of the same seed and number of trials.", nameof(baseline));
        return MeanOf(losses.Zip(baseline.losses, (here, there) => here - there));
    }

    private static Estimate MeanOf(IEnumerable<long> values)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        foreach (var value in values) (sum, squares, count) = (sum + value, squares + ((double)value * value), count + 1);
        return SampleMean.OfSum(sum, squares, count);
    }

    private static IReadOnlyList<double> Shares(IReadOnlyList<long> histogram)
    {
        var total = (double)histogram.Sum();
        return [.. histogram.Select(count => count / total)];
    }

    private PostOutcome Outcome(Post of)
    {
        var post = Model.Seats.Place[of.Id];
        var fills = Math.Max(1, tally.Fills[Model.Seats.All[post].Outside] + Taken(post).Sum(taken => taken.Count));
        int[] parts = [.. Model.Seats.Parts.Where(each => each.Whole == post).Select(each => each.Part)];
        return new PostOutcome(
            of.Id,
            FirstVacancies(post),
            UncoveredDays([post, .. parts]),
            SampleMean.OfCount(tally.LongVacancies[post], Trials),
            (double)tally.Vacancies[post] / Trials,
            [.. Taken(post).Select(taken => new TakeOver(taken.Nominee, (double)taken.Count / fills))],
            (double)tally.Fills[Model.Seats.All[post].Outside] / fills,
            [.. parts.Select(part => new BoardOutcome(Model.Played.Seats[part].Board!, FirstVacancies(part), UncoveredDays(part)))]);
    }

    private IReadOnlyList<Estimate> FirstVacancies(int seat) =>
        [.. Enumerable.Range(0, Model.Years).Select(year => SampleMean.OfCount(tally.FallenVacant(seat, year), Trials))];

    // How far the seats of a post move together is not kept; no interval is wider than if they did in full.
    private Estimate UncoveredDays(int[] seats)
    {
        (double Share, Estimate Days)[] each = [.. seats.Select(seat => (Model.Played.Seats[seat].Share, UncoveredDays(seat)))];
        return Estimate.Of(
            each.Sum(seat => seat.Share * seat.Days.Prudent), each.Sum(seat => seat.Share * seat.Days.Low),
            each.Sum(seat => seat.Share * seat.Days.High));
    }

    private Estimate UncoveredDays(int seat)
    {
        var raw = SampleMean.OfSum(tally.UncoveredDays[seat], tally.SquaredUncoveredDays[seat], Trials);
        // Interim cover takes its part off every figure alike, so that the interval shrinks with the mean.
        var left = tally.UncoveredDays[seat] == 0 ? 1
            : 1 - (Model.Rules.InterimCoverQuality.Value * tally.InterimDays[seat] / tally.UncoveredDays[seat]);
        return Estimate.Of(raw.Prudent * left, raw.Low * left, raw.High * left);
    }

    private IEnumerable<BothMissingOutcome> OutcomesOfLeaders()
    {
        var known = 0;
        foreach (var leaders in Model.BoardLeaders)
        {
            if (tally.BothMissing is not { } both || !leaders.AreKnown)
            {
                yield return new BothMissingOutcome(
                    leaders.Organisation, leaders.Posts, Estimate.Unknown(0, 1), Estimate.Unknown(0, Model.Days));
                continue;
            }

            yield return new BothMissingOutcome(
                leaders.Organisation, leaders.Posts, SampleMean.OfCount(both.Trials[known], Trials),
                SampleMean.OfSum(both.Days[known], both.SquaredDays[known], Trials));
            known++;
        }
    }

    private IEnumerable<(PersonId Nominee, long Count)> Taken(int post)
    {
        for (var row = Model.Seats.All[post].FirstCandidate; row < Model.Seats.All[post].Outside; row++)
            yield return (Model.Candidates.Nominations[row]!.Nominee, tally.Fills[row]);
    }
}
