using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Calibration;

/// <summary>
/// What somebody sees who looks at many posts on an average day, or follows them for some years, where a post is never empty: a
/// stationary renewal process (Cox, Renewal Theory, 1962). With the survival S and its integral m, the mean term, a holder has been in
/// post for u years with density S(u) / m, and stays for another u with the same density.
/// </summary>
public sealed class StationaryTenure
{
    private readonly TenureHazard hazard;
    private readonly double mean;

    /// <summary>Takes how likely holders are to leave.</summary>
    /// <exception cref="ArgumentException">Some never leave, so that there is no average day.</exception>
    public StationaryTenure(TenureHazard hazard)
    {
        ArgumentNullException.ThrowIfNull(hazard);
        (this.hazard, mean) = (hazard, hazard.MeanYears());
        if (!double.IsFinite(mean))
            throw new ArgumentException("Give a yearly rate above 0 for those longest in post: some never leave.", nameof(hazard));
    }

    /// <summary>Part of the holders who leave in a year: 1 / m.</summary>
    public double ExitsAYear => 1 / mean;

    /// <summary>Part of the holders met on an average day who took up the post within so many years.</summary>
    /// <param name="years">0 or more.</param>
    public double AppointedWithin(double years) => Integral(hazard.Cumulated, hazard.FromYears, years) / mean;

    /// <summary>
    /// Part of the posts that have one, two, and three or more holders within so many years. There is one where the holder of the first
    /// day stays longer. There are two where the first change comes after u years, with density S(u) / m, and the next holder outlasts
    /// what is left.
    /// </summary>
    /// <param name="years">0 or more.</param>
    public (double One, double Two, double More) HoldersWithin(double years)
    {
        var one = 1 - AppointedWithin(years);
        double[] breaks = [.. hazard.FromYears, .. hazard.FromYears.Select(from => years - from)];
        var two = Integral(at => hazard.Cumulated(at) + hazard.Cumulated(years - at), breaks, years) / mean;
        return (one, two, 1 - one - two);
    }

    /// <summary>Part of the time in which a post is empty that takes so long to fill after every exit: T / (m + T).</summary>
    /// <param name="yearsToFill">Mean years from an exit to the next holder, 0 or more.</param>
    public double TimeVacant(double yearsToFill) => yearsToFill / (mean + yearsToFill);

    // The integral from 0 to an end of exp(-g), where g is straight between the breaks.
    private static double Integral(Func<double, double> g, IEnumerable<double> breaks, double end)
    {
        double[] at = [0, .. breaks.Where(each => each > 0 && each < end).Distinct().Order(), end];
        var sum = 0.0;
        for (var piece = 1; piece < at.Length; piece++)
        {
            var (from, to) = (g(at[piece - 1]), g(at[piece]));
            var rise = to - from;
            // (1 - exp(-x)) / x loses its digits near 0, where it is 1 - x / 2.
            var part = Math.Abs(rise) < 1e-8 ? 1 - (rise / 2) : (1 - Math.Exp(-rise)) / rise;
            sum += (at[piece] - at[piece - 1]) * Math.Exp(-from) * part;
        }

        return sum;
    }
}
