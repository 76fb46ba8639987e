namespace Talent.Demonstration.Generation;

/// <summary>
/// Numbers by lot from a seed: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine and runtime. Not for secrets.
/// </summary>
internal sealed class RandomSource(ulong seed)
{
    private ulong state = seed;

    /// <summary>A source of its own for one purpose, so that more draws for one purpose leave the others as they are.</summary>
    public RandomSource Fork(string purpose)
    {
        // FNV-1a over the purpose, mixed with the seed of this source.
        var hash = purpose.Aggregate(14695981039346656037UL, (sum, letter) => (sum ^ letter) * 1099511628211UL);
        return new RandomSource(new RandomSource(state ^ hash).Next());
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0, inclusive, to 1, exclusive.</summary>
    public double NextShare() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>From the first to the last, both included.</summary>
    public int Between(int first, int last) => first + (int)(NextShare() * (last - first + 1));

    public bool Chance(double probability) => NextShare() < probability;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>One of the values, each as often as its weight says.</summary>
    public T PickWeighted<T>(params ReadOnlySpan<(T Value, double Weight)> from)
    {
        var total = 0.0;
        foreach (var (_, weight) in from)
            total += weight;
        var left = NextShare() * total;
        foreach (var (value, weight) in from)
        {
            if (left < weight)
                return value;
            left -= weight;
        }
        return from[^1].Value;
    }

    /// <summary>Exponentially distributed, in the unit of the median.</summary>
    public double Exponential(double median) => -Math.Log(1 - NextShare()) * median / Math.Log(2);

    /// <summary>The values in an order by lot.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> values)
    {
        var shuffled = values.ToList();
        for (var last = shuffled.Count - 1; last > 0; last--)
        {
            var other = Between(0, last);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }
        return shuffled;
    }
}
