using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Counts on how many days of a trial an organisation has neither chair nor chief executive. The vacancies of their posts are kept until
/// the trial ends, then those of each organisation are laid over each other. What the trials come to is added up in whole numbers.
/// </summary>
internal sealed class BothMissing
{
    private const int NotWatched = -1;
    private const int VacanciesAtFirst = 8;

    private readonly int lastDay;
    private readonly int[] places;
    private readonly int[] wholes;
    private readonly int[][] organisations;
    private readonly Vacancy[][] vacancies;
    private readonly int[] counts;
    private readonly int[] at;

    private BothMissing(int lastDay, Seats seats, int[][] organisations)
    {
        (this.lastDay, places) = (lastDay, new int[seats.Count]);
        Array.Fill(places, NotWatched);
        var leading = organisations.SelectMany(each => each).ToArray();
        int[] watched = [.. leading.Concat(leading.Select(post => seats.Wholes[post]).Where(post => post != Seats.None)).Distinct()];
        for (var place = 0; place < watched.Length; place++) places[watched[place]] = place;
        wholes = [.. watched.Select(post => seats.Wholes[post] == Seats.None ? places[post] : places[seats.Wholes[post]])];
        this.organisations = [.. organisations.Select(each => each.Select(post => places[post]).ToArray())];
        vacancies = [.. watched.Select(_ => new Vacancy[VacanciesAtFirst])];
        (counts, at) = (new int[watched.Length], new int[watched.Length]);
        Trials = new long[organisations.Length];
        Days = new long[organisations.Length];
        SquaredDays = new long[organisations.Length];
    }

    /// <summary>By organisation: trials in which both were missing on one day at least.</summary>
    public long[] Trials { get; }

    /// <summary>By organisation: days on which both were missing.</summary>
    public long[] Days { get; }

    /// <summary>By organisation: the sum of their squares, trial by trial.</summary>
    public long[] SquaredDays { get; }

    /// <summary>Of the organisations of a model whose leaders are known, in their order; null where there is none.</summary>
    public static BothMissing? Of(SimulationModel model)
    {
        int[][] known = [.. model.BoardLeaders.Where(each => each.AreKnown).Select(each => each.Seats.ToArray())];
        return known.Length == 0 ? null : new BothMissing(model.Days, model.Seats, known);
    }

    /// <summary>Notes a vacancy of a post; those of one post come in their order.</summary>
    /// <param name="post">The post.</param>
    /// <param name="from">Its first day.</param>
    /// <param name="until">The day it ends; what lies after the last day of the trial does not count.</param>
    public void Note(int post, int from, int until)
    {
        var place = places[post];
        if (place == NotWatched) return;
        var count = counts[place]++;
        if (count == vacancies[place].Length) Array.Resize(ref vacancies[place], 2 * count);
        vacancies[place][count] = new Vacancy(from, Math.Min(until, lastDay));
    }

    /// <summary>Counts the trial, and forgets its vacancies.</summary>
    public void EndOfTrial()
    {
        for (var organisation = 0; organisation < organisations.Length; organisation++)
        {
            long days = DaysAllVacant(organisations[organisation]);
            if (days == 0) continue;
            Trials[organisation]++;
            Days[organisation] += days;
            SquaredDays[organisation] += days * days;
        }

        Array.Clear(counts);
    }

    /// <summary>Adds what another part of the trials came to.</summary>
    public void Add(BothMissing other)
    {
        for (var organisation = 0; organisation < organisations.Length; organisation++)
        {
            Trials[organisation] += other.Trials[organisation];
            Days[organisation] += other.Days[organisation];
            SquaredDays[organisation] += other.SquaredDays[organisation];
        }
    }

    private int DaysAllVacant(int[] posts)
    {
        foreach (var post in posts) at[post] = 0;
        for (var days = 0; ;)
        {
            var (from, until, endsFirst) = (0, int.MaxValue, NotWatched);
            foreach (var post in posts)
            {
                // A board that nobody left alone is without a holder when the post is.
                var vacant = counts[post] > 0 ? post : wholes[post];
                if (at[post] == counts[vacant]) return days;
                var vacancy = vacancies[vacant][at[post]];
                from = Math.Max(from, vacancy.From);
                if (vacancy.Until < until) (until, endsFirst) = (vacancy.Until, post);
            }

            days += Math.Max(0, until - from);
            at[endsFirst]++;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Vacancy(int From, int Until);
}
