using System.Numerics;
using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// How many posts are vacant on each day of a trial, kept as changes from day to day. The days are cut into as many stretches as a vector
/// has lanes, which lie beside each other, so that all stretches are added up at once.
/// </summary>
internal sealed class VacanciesAtOnce
{
    private readonly int stretchBits;
    private readonly int stretchMask;
    private readonly int[] changes;

    /// <param name="days">The last day.</param>
    public VacanciesAtOnce(int days)
    {
        stretchBits = BitOperations.Log2((uint)Math.Max(1, (days + 1) / Vector512<int>.Count)) + 1;
        stretchMask = (1 << stretchBits) - 1;
        changes = new int[Vector512<int>.Count << stretchBits];
    }

    /// <summary>Counts a vacancy.</summary>
    /// <param name="from">Its first day.</param>
    /// <param name="until">The day it ends, at most the one after the last.</param>
    public void Add(int from, int until)
    {
        changes[Place(from)]++;
        changes[Place(until)]--;
    }

    /// <summary>The most on a day; forgets all for the next trial.</summary>
    public int TakeMost()
    {
        var (vacant, most) = (Vector512<int>.Zero, Vector512<int>.Zero);
        foreach (ref var change in Lanes.Of(changes))
        {
            vacant += change;
            most = Vector512.Max(most, vacant);
            change = Vector512<int>.Zero;
        }

        var (before, peak) = (0, 0);
        for (var stretch = 0; stretch < Vector512<int>.Count; stretch++)
        {
            peak = Math.Max(peak, before + most[stretch]);
            before += vacant[stretch];
        }

        return peak;
    }

    private int Place(int day) => ((day & stretchMask) * Vector512<int>.Count) + (day >> stretchBits);
}
