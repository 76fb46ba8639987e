using System.Numerics;
using System.Runtime.CompilerServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// What is to happen on which day of a trial: a list for each day, and a bit for each day that has one. Each thing that may happen is
/// expected on one day at most and can be put off or brought forward. There is hardly a branch: what is last of its day cannot be foretold.
/// </summary>
internal sealed class Agenda
{
    private const int BitsPerWord = 64;

    private readonly int stop;
    private readonly int nothing;
    private readonly int firstDay;
    private readonly int end;
    private readonly int[] following;
    private readonly int[] preceding;
    private readonly ulong[] busy;
    private int word;

    /// <param name="days">The last day.</param>
    /// <param name="count">How many things may happen; they are numbered from 0.</param>
    public Agenda(int days, int count)
    {
        // After the things stands one that stops the trial on the day after the last, then what stands for nothing at the end of a list,
        // then the head of each day's list, which nothing precedes.
        (stop, nothing, firstDay, end) = (count, count + 1, count + 2, days + 1);
        following = new int[firstDay + end + 1];
        preceding = new int[firstDay];
        busy = new ulong[(end / BitsPerWord) + 1];
        Array.Fill(following, nothing);
    }

    /// <summary>Begins a trial. The one before must have run to its end, which leaves all days empty.</summary>
    public void Clear()
    {
        word = 0;
        following[firstDay + end] = nothing;
        Add(stop, end);
    }

    /// <summary>Expects something that is not expected yet on a day from today on; what lies after the last day never comes.</summary>
    // A trial adds from several places, so that it would not be put into them by itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int what, int day)
    {
        day = Branchless.Min(day, end);
        var head = firstDay + day;
        ref var first = ref following[head];
        var next = first;
        first = what;
        following[what] = next;
        preceding[what] = head;
        preceding[next] = what;
        busy[(int)((uint)day / BitsPerWord)] |= 1UL << day;
    }

    /// <summary>Expects something on another day from today on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(int what, int day)
    {
        var (next, previous) = (following[what], preceding[what]);
        following[previous] = next;
        preceding[next] = previous;
        // Less than 0 unless it was the first of its day.
        var left = previous - firstDay;
        var alone = ~(left >> 31) & -Branchless.IsEqual(next, nothing);
        left &= alone;
        busy[(int)((uint)left / BitsPerWord)] &= ~((ulong)(uint)-alone << left);
        Add(what, day);
    }

    /// <summary>Takes what comes next.</summary>
    /// <param name="day">Its day; the one after the last when the trial is over.</param>
    /// <returns>What it is: of those of a day the one that was added last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(out int day)
    {
        while (busy[word] == 0) word++;
        ref var bits = ref busy[word];
        var bit = BitOperations.TrailingZeroCount(bits);
        day = (word * BitsPerWord) + bit;
        if (day == end) return stop;
        var head = firstDay + day;
        ref var first = ref following[head];
        var what = first;
        var next = following[what];
        first = next;
        preceding[next] = head;
        bits ^= (ulong)Branchless.IsEqual(next, nothing) << bit;
        return what;
    }
}
