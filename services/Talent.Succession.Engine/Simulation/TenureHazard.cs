using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// How likely a holder is to leave, by time in post: a yearly rate that changes at given times and stays as it is in between. The time to
/// the exit T of somebody who has been in post for a years follows from the cumulated rate H: H(a + T) - H(a) is exponential with mean 1.
/// </summary>
public sealed class TenureHazard
{
    /// <summary>Days in a year.</summary>
    public const double DaysPerYear = 365.25;

    private readonly double[] from;
    private readonly double[] rates;
    private readonly double[] cumulated;

    /// <summary>Takes the rates.</summary>
    /// <param name="steps">Years in post from which a yearly rate applies, each once, in any order, and the rate, 0 or more; one from 0.
    /// </param>
    /// <exception cref="ArgumentException">No rate applies from the first day, two begin together, or a rate is negative.</exception>
    public TenureHazard(IEnumerable<(double FromYears, double Rate)> steps)
    {
        (double FromYears, double Rate)[] sorted =
            [.. Require.Distinct(steps, step => step.FromYears, "the steps of a hazard").OrderBy(step => step.FromYears)];
        if (sorted.Length == 0 || sorted[0].FromYears != 0)
            throw new ArgumentException("Give the yearly rate that applies from the first day, 0 years in post.", nameof(steps));
        from = [.. sorted.Select(step => Require.AtLeastZero(step.FromYears, "the years of a step"))];
        rates = [.. sorted.Select(step => Require.AtLeastZero(step.Rate, "a yearly rate"))];
        cumulated = new double[from.Length];
        for (var step = 1; step < from.Length; step++)
            cumulated[step] = cumulated[step - 1] + (rates[step - 1] * (from[step] - from[step - 1]));
    }

    /// <summary>Years in post from which each rate applies, shortest first; the first is 0.</summary>
    public IReadOnlyList<double> FromYears => Array.AsReadOnly(from);

    /// <summary>True when the rate never changes, so that the years in post do not matter.</summary>
    public bool IsConstant => rates.Length == 1;

    /// <summary>The same rate for ever.</summary>
    public static TenureHazard Constant(double rate) => new([(0, rate)]);

    /// <summary>The national rate of a family with its multipliers by years in post; null when the family has no figure.</summary>
    public static TenureHazard? Of(FamilyKey family, TurnoverRates turnover)
    {
        ArgumentNullException.ThrowIfNull(turnover);
        if (turnover.RateOf(family) is not { } rate) return null;
        var bands = turnover.BandsOf(family);
        return bands.Count == 0
            ? Constant(rate.Value)
            : new TenureHazard(bands.Select(band => (band.FromYears, rate.Value * band.Multiplier.Value)));
    }

    /// <summary>The cumulated rate H after so many years in post.</summary>
    public double Cumulated(double years)
    {
        var step = StepAt(from, years);
        return cumulated[step] + (rates[step] * (years - from[step]));
    }

    /// <summary>Probability of still being in post after so many years: exp(-H).</summary>
    public double Survival(double years) => Math.Exp(-Cumulated(years));

    /// <summary>Years in post at which the cumulated rate reaches a value; positive infinity when it never does.</summary>
    public double YearsUntil(double value)
    {
        var step = StepAt(cumulated, value);
        // A rate of 0 adds nothing: the value is reached where the next rate begins, or never.
        return rates[step] > 0 ? from[step] + ((value - cumulated[step]) / rates[step])
            : value <= cumulated[step] ? from[step] : double.PositiveInfinity;
    }

    /// <summary>Mean years from taking up to the exit: the integral of the survival; positive infinity when some never leave.</summary>
    public double MeanYears()
    {
        if (rates[^1] == 0) return double.PositiveInfinity;
        var mean = 0.0;
        for (var step = 0; step < from.Length; step++)
        {
            var begin = Math.Exp(-cumulated[step]);
            var end = step + 1 < from.Length ? Math.Exp(-cumulated[step + 1]) : 0;
            mean += rates[step] > 0 ? (begin - end) / rates[step] : begin * (from[step + 1] - from[step]);
        }

        return mean;
    }

    /// <summary>
    /// Years in post of a holder met on an average day, at a share of all holders: the age of a stationary renewal process, whose density
    /// is the survival divided by its mean (Cox, Renewal Theory, 1962).
    /// </summary>
    /// <param name="share">0 or more and below 1.</param>
    /// <exception cref="InvalidOperationException">Some never leave, so that there is no average day.</exception>
    public double StationaryYears(double share)
    {
        var mean = MeanYears();
        if (!double.IsFinite(mean)) throw new InvalidOperationException("Some never leave, so the years in post have no distribution.");
        var left = share * mean;
        for (var step = 0; ; step++)
        {
            var begin = Math.Exp(-cumulated[step]);
            var last = step == from.Length - 1;
            var area = rates[step] > 0
                ? (begin - (last ? 0 : Math.Exp(-cumulated[step + 1]))) / rates[step] : begin * (from[step + 1] - from[step]);
            if (left >= area && !last)
            {
                left -= area;
                continue;
            }

            return rates[step] > 0 ? from[step] - (Math.Log(1 - Math.Min(left * rates[step] / begin, 1 - 1e-12)) / rates[step])
                : from[step] + (left / begin);
        }
    }

    private static int StepAt(double[] starts, double value)
    {
        var step = starts.Length - 1;
        while (step > 0 && value < starts[step]) step--;
        return step;
    }
}
