using System.Text;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Random numbers that are a function of where they are used: seed, trial, stream and how often the stream was used before. A scenario that
/// changes one post therefore leaves every other draw as it was (common random numbers), and trials may run in any order on any number of
/// threads. The mixing is the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
/// </summary>
internal readonly struct Draws
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong Odd = 0xD1342543DE82EF95;
    private const double Unit = 1.0 / (1UL << 53);

    private readonly ulong trial;

    public Draws(ulong seed, int trial) => this.trial = Mix(Mix(seed) + ((ulong)trial * Golden));

    /// <summary>The stream of one purpose of a post, person or nomination. It depends on nothing else, so it stays when others go.</summary>
    /// <param name="purpose">What the numbers decide.</param>
    /// <param name="identifiers">Whose it is.</param>
    public static ulong Stream(string purpose, params ReadOnlySpan<string> identifiers)
    {
        var key = Hash(0, purpose);
        foreach (var identifier in identifiers) key = Hash(key, identifier);
        return key;
    }

    /// <summary>A number above 0 and below 1.</summary>
    /// <param name="stream">What the number is for.</param>
    /// <param name="occurrence">How often the stream was used before.</param>
    public double Next(ulong stream, int occurrence) =>
        ((Mix(trial ^ (stream + ((ulong)(uint)occurrence * Odd))) >> 11) + 0.5) * Unit;

    private static ulong Hash(ulong key, string text)
    {
        foreach (var each in Encoding.UTF8.GetBytes(text)) key = Mix(key + each + Golden);
        return Mix(key ^ (ulong)text.Length);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
