using System.Runtime.Intrinsics;
using System.Text;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Random numbers that are a function of where they are used: seed, trial, stream and how often the stream was used before. A scenario that
/// changes one post therefore leaves every other draw as it was (common random numbers), and trials may run in any order on any number of
/// threads. The mixing is the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). A number has 64 bits, of which each half may
/// decide something of its own.
/// </summary>
internal readonly struct Draws
{
    /// <summary>How far a number is shifted to compare it with the limit of a probability.</summary>
    public const int AnswerShift = 33;

    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const ulong Odd = 0xD1342543DE82EF95;
    private const ulong FirstFactor = 0xBF58476D1CE4E5B9;
    private const ulong SecondFactor = 0x94D049BB133111EB;
    private const double HalfUnit = 1.0 / (1UL << 32);

    private readonly ulong trial;

    public Draws(ulong seed, int trial) => this.trial = Mix(Mix(seed) + ((ulong)trial * Golden));

    /// <summary>The stream of one purpose of a post, person or nomination. It depends on nothing else, so it stays when others
    /// go.</summary>
    /// <param name="purpose">What the numbers decide.</param>
    /// <param name="identifiers">Whose it is.</param>
    public static ulong Stream(string purpose, params ReadOnlySpan<string> identifiers)
    {
        var key = Hash(0, purpose);
        foreach (var identifier in identifiers) key = Hash(key, identifier);
        return key;
    }

    /// <summary>The upper half of a number.</summary>
    public static uint Upper(ulong number) => (uint)(number >> 32);

    /// <summary>The lower half of a number.</summary>
    public static uint Lower(ulong number) => (uint)number;

    /// <summary>Half a number as a share above 0 and below 1.</summary>
    public static double Share(uint half) => (half + 0.5) * HalfUnit;

    /// <summary>A probability as a limit of what the upper bits of a number come to.</summary>
    /// <param name="probability">0 to 1.</param>
    public static uint Limit(double probability) => (uint)Math.Round(probability * (1U << 31));

    /// <summary>Whether something happens that has a probability.</summary>
    /// <param name="number">The number that decides.</param>
    /// <param name="limit">The probability as a limit.</param>
    public static bool Happens(ulong number, uint limit) => (number >> AnswerShift) < limit;

    /// <summary>A number.</summary>
    /// <param name="stream">What the number is for.</param>
    /// <param name="occurrence">How often the stream was used before.</param>
    public ulong Next(ulong stream, int occurrence) => Mix(trial ^ (stream + ((ulong)(uint)occurrence * Odd)));

    /// <summary>Numbers of four streams.</summary>
    /// <param name="streams">What the numbers are for.</param>
    /// <param name="occurrence">How often each stream was used before.</param>
    public Vector256<ulong> Next(Vector256<ulong> streams, int occurrence)
    {
        var value = Vector256.Create(trial) ^ (streams + Vector256.Create((ulong)(uint)occurrence * Odd));
        value = (value ^ (value >>> 30)) * FirstFactor;
        value = (value ^ (value >>> 27)) * SecondFactor;
        return value ^ (value >>> 31);
    }

    /// <summary>The first numbers of eight streams.</summary>
    public Vector512<ulong> First(Vector512<ulong> streams)
    {
        var value = Vector512.Create(trial) ^ streams;
        value = (value ^ (value >>> 30)) * FirstFactor;
        value = (value ^ (value >>> 27)) * SecondFactor;
        return value ^ (value >>> 31);
    }

    /// <summary>The first numbers of many streams: the same as of one after the other.</summary>
    /// <param name="streams">The streams, whole vectors of them.</param>
    /// <param name="numbers">Takes the numbers; as long.</param>
    public void First(ulong[] streams, ulong[] numbers)
    {
        var each = Lanes.Of(streams);
        var first = Lanes.Of(numbers);
        for (var at = 0; at < each.Length; at++) first[at] = First(each[at]);
    }

    private static ulong Hash(ulong key, string text)
    {
        foreach (var each in Encoding.UTF8.GetBytes(text)) key = Mix(key + each + Golden);
        return Mix(key ^ (ulong)text.Length);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * FirstFactor;
        value = (value ^ (value >> 27)) * SecondFactor;
        return value ^ (value >> 31);
    }
}
