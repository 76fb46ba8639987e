namespace Talent.Succession.Engine.Pipelines;

/// <summary>
/// The exact distribution of a whole number that adds up from independent parts, by convolution. A sum of events of unequal probability is
/// Poisson-binomial (Poisson 1837); its quantiles here carry no error of simulation.
/// </summary>
public sealed class CountDistribution
{
    private const double Rounding = 1e-12;
    private readonly double[] masses;

    private CountDistribution(int least, double[] masses) => (Least, this.masses) = (least, masses);

    /// <summary>The least number it may be; its probability may be 0.</summary>
    public int Least { get; }

    /// <summary>The greatest number it may be; its probability may be 0.</summary>
    public int Most => Least + masses.Length - 1;

    /// <summary>The mean.</summary>
    public double Mean => masses.Select((mass, at) => mass * (Least + at)).Sum();

    /// <summary>A number that is certain.</summary>
    public static CountDistribution Certain(int number) => new(number, [1]);

    /// <summary>How many of some independent events happen.</summary>
    /// <param name="probabilities">The probability of each, 0 to 1.</param>
    /// <exception cref="ArgumentException">A probability lies outside 0 to 1.</exception>
    public static CountDistribution OfEvents(IEnumerable<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        // In one order whatever the order given, so that equal events give the same bytes.
        return Sum(probabilities.Select(each => Require.Between(each, 0, 1, "the probability of an event")).Order().Select(Event));
    }

    /// <summary>The sum of independent numbers.</summary>
    public static CountDistribution Sum(IEnumerable<CountDistribution> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Aggregate(Certain(0), (sum, part) => sum.Plus(part));
    }

    /// <summary>One of several distributions, each with its probability.</summary>
    /// <param name="parts">The probabilities, which add up to 1, and the distributions; at least one.</param>
    /// <exception cref="ArgumentException">The probabilities do not add up to 1, or one lies outside 0 to 1.</exception>
    public static CountDistribution Mixture(IEnumerable<(double Probability, CountDistribution Count)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        (double Probability, CountDistribution Count)[] list = [.. parts];
        foreach (var (probability, _) in list) Require.Between(probability, 0, 1, "the probability of a part");
        if (Math.Abs(list.Sum(part => part.Probability) - 1) > 1e-9)
            throw new ArgumentException("Give probabilities of the parts that add up to 1.", nameof(parts));
        var least = list.Min(part => part.Count.Least);
        var mixed = new double[list.Max(part => part.Count.Most) - least + 1];
        foreach (var (probability, count) in list)
        {
            for (var at = 0; at < count.masses.Length; at++) mixed[count.Least - least + at] += probability * count.masses[at];
        }

        return new CountDistribution(least, mixed);
    }

    /// <summary>The sum of this and another, independent number.</summary>
    public CountDistribution Plus(CountDistribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = new double[masses.Length + other.masses.Length - 1];
        for (var here = 0; here < masses.Length; here++)
        {
            if (masses[here] == 0) continue;
            for (var there = 0; there < other.masses.Length; there++) sum[here + there] += masses[here] * other.masses[there];
        }

        return new CountDistribution(Least + other.Least, sum);
    }

    /// <summary>This less another, independent number; it may be below 0.</summary>
    public CountDistribution Minus(CountDistribution other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Plus(new CountDistribution(-other.Most, [.. other.masses.Reverse()]));
    }

    /// <summary>The probability of a number.</summary>
    public double At(int number) => number < Least || number > Most ? 0 : masses[number - Least];

    /// <summary>The least number that is not exceeded with at least this probability.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside its range.</exception>
    public int Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        var sum = 0.0;
        for (var at = 0; at < masses.Length; at++)
        {
            sum += masses[at];
            if (sum >= share - Rounding) return Least + at;
        }

        return Most;
    }

    private static CountDistribution Event(double probability) => new(0, [1 - probability, probability]);
}
