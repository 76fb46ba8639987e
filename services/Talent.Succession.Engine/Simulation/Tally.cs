namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// What a number of trials came to, in whole numbers: added up in any order, and from any number of threads, it is the same.
/// </summary>
internal sealed class Tally
{
    private readonly int[] yearEnds;
    private readonly Seat[] seats;
    private readonly int longVacancy;
    private long[] chains = new long[64];
    private long[] mostVacancies = new long[64];

    public Tally(SimulationModel model)
    {
        (seats, longVacancy) = (model.Seats.All, model.LongVacancy);
        yearEnds = [.. Enumerable.Range(1, model.Years).Select(year => (int)Math.Round(year * TenureHazard.DaysPerYear))];
        Posts = new PostTally[seats.Length];
        FirstVacancies = new long[seats.Length * yearEnds.Length];
        FromOutside = new long[seats.Length];
        TakenUp = new long[model.Candidates.All.Length];
    }

    public int Trials { get; private set; }

    public PostTally[] Posts { get; }

    /// <summary>Post after post, by year: trials in which the post fell vacant for the first time in that year.</summary>
    public long[] FirstVacancies { get; }

    public long[] FromOutside { get; }

    /// <summary>By nomination: how often the successor took up the post.</summary>
    public long[] TakenUp { get; }

    /// <summary>By number of vacancies in a chain, from 1.</summary>
    public IReadOnlyList<long> Chains => Used(chains);

    /// <summary>By number of vacancies at once, from 0: trials whose most it was.</summary>
    public IReadOnlyList<long> MostVacancies => Used(mostVacancies);

    public void FilledFromOutside(int post) => FromOutside[post]++;

    public void FilledBy(int nomination) => TakenUp[nomination]++;

    /// <summary>Counts a trial; vacancies that last are counted to its end.</summary>
    /// <returns>Uncovered days of all posts, each times its weight.</returns>
    public long EndOfTrial(Span<SeatState> states, int days, ReadOnlySpan<int> chainsOfTrial, int most)
    {
        Trials++;
        var loss = 0L;
        for (var post = 0; post < states.Length; post++)
        {
            ref var state = ref states[post];
            if (state.Vacancies == 0) continue;
            if (state.VacantFrom >= 0) state.Close(days, longVacancy);
            Posts[post].Add(state);
            FirstVacancies[(post * yearEnds.Length) + YearOf(state.FirstVacancy)]++;
            loss += (long)state.Uncovered * seats[post].Weight;
        }

        foreach (var moves in chainsOfTrial) Count(ref chains, moves - 1);
        Count(ref mostVacancies, most);
        return loss;
    }

    /// <summary>Adds what another part of the trials came to.</summary>
    public void Add(Tally other)
    {
        Trials += other.Trials;
        for (var post = 0; post < Posts.Length; post++) Posts[post].Add(other.Posts[post]);
        Add(FirstVacancies, other.FirstVacancies);
        Add(FromOutside, other.FromOutside);
        Add(TakenUp, other.TakenUp);
        Add(ref chains, other.chains);
        Add(ref mostVacancies, other.mostVacancies);
    }

    /// <summary>Trials in which a post had fallen vacant by the end of a year, counted from 0.</summary>
    public long FallenVacant(int post, int year)
    {
        var first = post * yearEnds.Length;
        return FirstVacancies.AsSpan(first, year + 1).ToArray().Sum();
    }

    private int YearOf(int day)
    {
        var year = 0;
        while (day > yearEnds[year]) year++;
        return year;
    }

    private static ArraySegment<long> Used(long[] histogram) =>
        new(histogram, 0, Array.FindLastIndex(histogram, count => count > 0) + 1);

    private static void Count(ref long[] histogram, int at)
    {
        if (at >= histogram.Length) Array.Resize(ref histogram, Math.Max(at + 1, 2 * histogram.Length));
        histogram[at]++;
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
