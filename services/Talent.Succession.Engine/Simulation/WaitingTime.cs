using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// A number of days that varies, by its 10th, 50th and 90th percentile: log-normal on either side of the middle, so that an interval that
/// is wider above than below keeps both its ends. Tabulated at equally likely points, between which it is drawn straight.
/// </summary>
public sealed class WaitingTime
{
    private const int PointBits = 9;
    private const int Points = 1 << PointBits;

    // 80 % of a normal distribution lie within so many standard deviations.
    private const double EightyPerCent = 1.2815515655446004;

    private readonly float[] days;

    private WaitingTime(Func<double, double> quantile)
    {
        days = new float[Points + 1];
        for (var point = 0; point <= Points; point++)
        {
            // The ends are drawn in the middle of the outermost cells: the tail beyond has no end.
            var share = Math.Clamp((double)point / Points, 0.25 / Points, 1 - (0.25 / Points));
            days[point] = (float)quantile(share);
        }
    }

    /// <summary>The median, with the 80 % interval of the estimate.</summary>
    /// <param name="estimate">Days, known and above 0, or exactly 0.</param>
    /// <exception cref="ArgumentException">The days are unknown or negative, or only the lower end is 0.</exception>
    public static WaitingTime Of(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        if (estimate.Value is not { } middle)
            throw new ArgumentException("Give the days of a waiting time; they are unknown.", nameof(estimate));
        Require.AtLeastZero(estimate.Low, "the days of a waiting time");
        if (estimate.Low == estimate.High) return new WaitingTime(_ => middle);
        if (estimate.Low == 0)
            throw new ArgumentException("Give a lower end above 0 for a waiting time that varies.", nameof(estimate));
        var below = Math.Log(middle / estimate.Low) / EightyPerCent;
        var above = Math.Log(estimate.High / middle) / EightyPerCent;
        return new WaitingTime(share =>
        {
            var normal = NormalQuantile.Of(share);
            return middle * Math.Exp(normal * (normal < 0 ? below : above));
        });
    }

    /// <summary>Exponential with this mean: what closed forms of waiting assume.</summary>
    public static WaitingTime Exponential(double meanDays)
    {
        Require.AtLeastZero(meanDays, "the mean of a waiting time");
        return new WaitingTime(share => -Math.Log(1 - share) * meanDays);
    }

    /// <summary>Mean of what is drawn, in days.</summary>
    public double MeanDays => (days.Sum(day => (double)day) - ((days[0] + days[Points]) / 2.0)) / Points;

    /// <summary>Tables for such times in the trials.</summary>
    internal static DayTables Tables() => new(PointBits);

    /// <summary>Adds its points to the tables of the trials.</summary>
    /// <returns>Where its table begins.</returns>
    internal int AddTo(DayTables tables) =>
        tables.Add(point => days[point]);

    /// <summary>The days at a share of all cases.</summary>
    /// <param name="share">0 or more and below 1.</param>
    public double At(double share)
    {
        var place = share * Points;
        var point = (int)place;
        return days[point] + ((days[point + 1] - days[point]) * (place - point));
    }
}
