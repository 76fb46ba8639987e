namespace Talent.ServiceDefaults;

/// <summary>Randomness of the pauses between repetitions. A test registers its own, seeded.</summary>
public sealed class ClientRandomness
{
    private readonly Lock _gate = new();
    private readonly Random _random;

    /// <summary>Seeded by the process, so that replicas do not come back in step.</summary>
    public ClientRandomness() : this(Environment.ProcessId ^ Environment.MachineName.GetHashCode(StringComparison.Ordinal))
    {
    }

    /// <summary>Seeded by <paramref name="seed"/>.</summary>
    public ClientRandomness(int seed) => _random = new Random(seed);

    /// <summary>The next number, from 0 to below 1.</summary>
    public double NextDouble()
    {
        lock (_gate)
            return _random.NextDouble();
    }
}
