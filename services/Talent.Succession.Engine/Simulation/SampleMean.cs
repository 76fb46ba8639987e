using Talent.Succession.Engine.Explanations;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Means of trials with the interval in which the true mean lies in 80 % of cases (central limit theorem).</summary>
public static class SampleMean
{
    private const double EightyPerCent = 1.2815515655446004;

    /// <summary>A probability from how often something happened, by Wilson's interval (J. Am. Stat. Assoc. 22, 1927).</summary>
    /// <param name="count">Trials in which it happened.</param>
    /// <param name="trials">All trials, 1 or more.</param>
    public static Estimate OfCount(long count, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var share = (double)count / trials;
        const double square = EightyPerCent * EightyPerCent;
        var middle = (share + (square / (2 * trials))) / (1 + (square / trials));
        var half = EightyPerCent / (1 + (square / trials))
            * Math.Sqrt((share * (1 - share) / trials) + (square / (4.0 * trials * trials)));
        return Estimate.Of(share, Math.Max(0, Math.Min(share, middle - half)), Math.Min(1, Math.Max(share, middle + half)));
    }

    /// <summary>A mean from sum and sum of squares.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="squares">The sum of squares.</param>
    /// <param name="trials">All trials, 1 or more.</param>
    public static Estimate OfSum(double sum, double squares, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var mean = sum / trials;
        var variance = trials > 1 ? Math.Max(0, squares - (mean * sum)) / (trials - 1) : 0;
        var half = EightyPerCent * Math.Sqrt(variance / trials);
        return Estimate.Of(mean, mean - half, mean + half);
    }
}
