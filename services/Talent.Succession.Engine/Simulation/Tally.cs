namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// What a number of trials came to, in whole numbers: added up in any order, and from any number of threads, it is the same.
/// </summary>
internal sealed class Tally
{
    private readonly int[] yearEnds;
    private readonly int[] longInTrial;

    public Tally(SimulationModel model)
    {
        yearEnds = [.. Enumerable.Range(1, model.Years).Select(year => (int)Math.Round(year * TenureHazard.DaysPerYear))];
        var posts = model.Seats.Count;
        FirstVacancies = [.. yearEnds.Select(_ => new long[posts])];
        (Vacancies, LongVacancies, FromOutside) = (new long[posts], new long[posts], new long[posts]);
        (UncoveredDays, SquaredUncoveredDays, InterimDays) = (new long[posts], new long[posts], new long[posts]);
        TakenUp = new long[model.Candidates.All.Length];
        longInTrial = new int[posts];
    }

    public int Trials { get; private set; }

    /// <summary>By year and post: trials in which the post had fallen vacant by the end of the year.</summary>
    public long[][] FirstVacancies { get; }

    public long[] Vacancies { get; }

    /// <summary>By post: trials with at least one long vacancy.</summary>
    public long[] LongVacancies { get; }

    public long[] UncoveredDays { get; }

    public long[] SquaredUncoveredDays { get; }

    /// <summary>By post: uncovered days with interim cover.</summary>
    public long[] InterimDays { get; }

    public long[] FromOutside { get; }

    /// <summary>By nomination: how often the successor took up the post.</summary>
    public long[] TakenUp { get; }

    /// <summary>By number of vacancies in a chain, from 1.</summary>
    public List<long> Chains { get; } = [];

    /// <summary>By number of vacancies at once, from 0: trials whose most it was.</summary>
    public List<long> MostVacancies { get; } = [];

    public void FirstVacancy(int post, int day)
    {
        for (var year = yearEnds.Length - 1; year >= 0 && day <= yearEnds[year]; year--) FirstVacancies[year][post]++;
    }

    public void Vacancy(int post, int days, bool interim, bool isLong)
    {
        Vacancies[post]++;
        if (interim) InterimDays[post] += days;
        if (isLong) longInTrial[post] = 1;
    }

    public void FilledFromOutside(int post) => FromOutside[post]++;

    public void FilledBy(int nomination) => TakenUp[nomination]++;

    public void EndOfTrial(ReadOnlySpan<int> uncovered, ReadOnlySpan<int> chains, int mostVacancies)
    {
        Trials++;
        for (var post = 0; post < uncovered.Length; post++)
        {
            if (uncovered[post] == 0) continue;
            UncoveredDays[post] += uncovered[post];
            SquaredUncoveredDays[post] += (long)uncovered[post] * uncovered[post];
            LongVacancies[post] += longInTrial[post];
            longInTrial[post] = 0;
        }

        foreach (var moves in chains) Count(Chains, moves - 1);
        Count(MostVacancies, mostVacancies);
    }

    /// <summary>Adds what another part of the trials came to.</summary>
    public void Add(Tally other)
    {
        Trials += other.Trials;
        for (var year = 0; year < FirstVacancies.Length; year++) Add(FirstVacancies[year], other.FirstVacancies[year]);
        Add(Vacancies, other.Vacancies);
        Add(LongVacancies, other.LongVacancies);
        Add(UncoveredDays, other.UncoveredDays);
        Add(SquaredUncoveredDays, other.SquaredUncoveredDays);
        Add(InterimDays, other.InterimDays);
        Add(FromOutside, other.FromOutside);
        Add(TakenUp, other.TakenUp);
        Add(Chains, other.Chains);
        Add(MostVacancies, other.MostVacancies);
    }

    private static void Count(List<long> histogram, int at)
    {
        while (histogram.Count <= at) histogram.Add(0);
        histogram[at]++;
    }

    private static void Add(long[] sum, long[] more)
    {
        for (var at = 0; at < sum.Length; at++) sum[at] += more[at];
    }

    private static void Add(List<long> sum, List<long> more)
    {
        while (sum.Count < more.Count) sum.Add(0);
        for (var at = 0; at < more.Count; at++) sum[at] += more[at];
    }
}
