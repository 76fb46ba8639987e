using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// What a number of trials came to, in whole numbers: added up in any order, and from any number of threads, it is the same. Arrays by post
/// are filled up to what vectors work on.
/// </summary>
internal sealed class Tally
{
    private readonly int posts;
    private readonly int weightUnit;
    private readonly long[] weights;
    private long[] chains = new long[64];
    private long[] mostVacancies;

    public Tally(SimulationModel model)
    {
        weights = [.. model.Seats.Weights.Select(weight => (long)weight)];
        Vacancies = new long[weights.Length];
        LongVacancies = new long[weights.Length];
        UncoveredDays = new long[weights.Length];
        SquaredUncoveredDays = new long[weights.Length];
        InterimDays = new long[weights.Length];
        (posts, weightUnit) = (model.Seats.Count, model.Seats.WeightUnit);
        mostVacancies = new long[posts + 1];
        FirstVacancies = new long[posts * model.Years];
        Fills = new long[model.Candidates.People.Length];
        BothMissing = BothMissing.Of(model);
    }

    public int Trials { get; private set; }

    /// <summary>By post: how often it fell vacant.</summary>
    public long[] Vacancies { get; }

    /// <summary>By post: trials in which it was vacant for long at least once.</summary>
    public long[] LongVacancies { get; }

    /// <summary>By post: days without a holder.</summary>
    public long[] UncoveredDays { get; }

    /// <summary>By post: the sum of their squares, trial by trial.</summary>
    public long[] SquaredUncoveredDays { get; }

    /// <summary>By post: those days that had interim cover.</summary>
    public long[] InterimDays { get; }

    /// <summary>Year after year, by post: trials in which the post fell vacant for the first time in that year.</summary>
    public long[] FirstVacancies { get; }

    /// <summary>By row of <see cref="Candidates"/>: how often it took up the post.</summary>
    public long[] Fills { get; }

    /// <summary>How often organisations have neither chair nor chief executive; null where they are known of none.</summary>
    public BothMissing? BothMissing { get; }

    /// <summary>By number of vacancies in a chain, from 1.</summary>
    public IReadOnlyList<long> Chains => Used(chains);

    /// <summary>By number of vacancies at once, from 0: trials whose most it was.</summary>
    public IReadOnlyList<long> MostVacancies => Used(mostVacancies);

    /// <summary>Counts a trial.</summary>
    /// <param name="sums">By post: its <see cref="VacancySums"/>.</param>
    /// <param name="interim">By post: days with interim cover.</param>
    /// <param name="chainLengths">By chain: how many vacancies it has.</param>
    /// <param name="most">Vacancies at once.</param>
    /// <returns>Uncovered days of all posts, each times its weight, rounded to whole days.</returns>
    public long EndOfTrial(ulong[] sums, int[] interim, ReadOnlySpan<int> chainLengths, int most)
    {
        Trials++;
        Count(ref mostVacancies, most);
        CountChains(chainLengths);
        var loss = Vector512<long>.Zero;
        var each = Lanes.Of(sums);
        var uncovered = Lanes.Of(UncoveredDays);
        var squared = Lanes.Of(SquaredUncoveredDays);
        var longOnes = Lanes.Of(LongVacancies);
        var all = Lanes.Of(Vacancies);
        var weighted = Lanes.Of(weights);
        for (var at = 0; at < each.Length; at++)
        {
            var days = VacancySums.Days(each[at]).AsInt64();
            uncovered[at] += days;
            squared[at] += days * days;
            longOnes[at] += Vector512.Min(VacancySums.LongVacancies(each[at]).AsInt64(), Vector512<long>.One);
            all[at] += VacancySums.Vacancies(each[at]).AsInt64();
            loss += days * weighted[at];
        }

        var covered = Lanes.Of(interim);
        var together = Lanes.Of(InterimDays);
        for (var at = 0; at < covered.Length; at++)
        {
            var (these, those) = Vector512.Widen(covered[at]);
            together[2 * at] += these;
            together[(2 * at) + 1] += those;
        }

        return (Vector512.Sum(loss) + (weightUnit / 2)) / weightUnit;
    }

    /// <summary>Adds what another part of the trials came to.</summary>
    public void Add(Tally other)
    {
        Trials += other.Trials;
        Add(Vacancies, other.Vacancies);
        Add(LongVacancies, other.LongVacancies);
        Add(UncoveredDays, other.UncoveredDays);
        Add(SquaredUncoveredDays, other.SquaredUncoveredDays);
        Add(InterimDays, other.InterimDays);
        Add(FirstVacancies, other.FirstVacancies);
        Add(Fills, other.Fills);
        if (other.BothMissing is { } both) BothMissing?.Add(both);
        Add(ref chains, other.chains);
        Add(ref mostVacancies, other.mostVacancies);
    }

    /// <summary>Trials in which a post had fallen vacant by the end of a year, counted from 0.</summary>
    public long FallenVacant(int post, int year) => Enumerable.Range(0, year + 1).Sum(each => FirstVacancies[(each * posts) + post]);

    private static ArraySegment<long> Used(long[] histogram) =>
        new(histogram, 0, Array.FindLastIndex(histogram, count => count > 0) + 1);

    private void CountChains(ReadOnlySpan<int> lengths)
    {
        var histogram = chains;
        foreach (var length in lengths)
        {
            if (length > histogram.Length) histogram = Grow(ref chains, length);
            histogram[length - 1]++;
        }
    }

    private static void Count(ref long[] histogram, int at)
    {
        if (at >= histogram.Length) Grow(ref histogram, at + 1);
        histogram[at]++;
    }

    private static long[] Grow(ref long[] histogram, int least)
    {
        Array.Resize(ref histogram, Math.Max(least, 2 * histogram.Length));
        return histogram;
    }

    private static void Add(ref long[] sum, long[] more)
    {
        if (sum.Length < more.Length) Array.Resize(ref sum, more.Length);
        Add(sum, more);
    }

    private static void Add(long[] sum, long[] more)
    {
        for (var at = 0; at < more.Length; at++) sum[at] += more[at];
    }
}
