namespace Talent.Succession.Engine.Simulation;

/// <summary>Uncovered days of each post in each trial, kept so that two results can be compared trial by trial. Twenty years fit.</summary>
internal sealed class DaysByTrial
{
    private readonly int posts;
    private readonly ushort[] uncovered;
    private readonly ushort[] interim;

    public DaysByTrial(int trials, int posts)
    {
        this.posts = posts;
        uncovered = new ushort[trials * posts];
        interim = new ushort[trials * posts];
    }

    /// <summary>Takes the days of each post at the end of a trial. Threads keep different trials, so none waits for another.</summary>
    /// <param name="trial">Which trial.</param>
    /// <param name="sums">By post: its <see cref="VacancySums"/>.</param>
    /// <param name="interimDays">By post: days with interim cover.</param>
    public void Keep(int trial, ReadOnlySpan<ulong> sums, ReadOnlySpan<int> interimDays)
    {
        var first = trial * posts;
        for (var post = 0; post < posts; post++)
        {
            uncovered[first + post] = (ushort)VacancySums.Days(sums[post]);
            interim[first + post] = (ushort)interimDays[post];
        }
    }

    /// <summary>Days without a holder.</summary>
    public int Uncovered(int trial, int post) => uncovered[(trial * posts) + post];

    /// <summary>Those that had interim cover.</summary>
    public int Interim(int trial, int post) => interim[(trial * posts) + post];
}
