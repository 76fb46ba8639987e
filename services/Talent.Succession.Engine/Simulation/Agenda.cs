using System.Numerics;
using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What happens on which day of a trial: a list for each day, and a bit for each day that has one.</summary>
internal sealed class Agenda
{
    /// <summary>No entry.</summary>
    public const int None = -1;

    private const int BitsPerWord = 64;

    private readonly int end;
    private readonly int[] first;
    private readonly ulong[] busy;
    private Entry[] entries;
    private int count;
    private int word;

    /// <param name="days">The last day.</param>
    /// <param name="entries">How many entries there is room for at first, 1 or more.</param>
    public Agenda(int days, int entries)
    {
        this.entries = new Entry[entries];
        end = days + 1;
        first = new int[end + 1];
        busy = new ulong[(end / BitsPerWord) + 1];
        Array.Fill(first, None);
    }

    /// <summary>Begins a trial. The one before must have run to its end, which leaves all days empty.</summary>
    public void Clear()
    {
        (count, word) = (0, 0);
        first[end] = None;
        busy[^1] = 1UL << (end % BitsPerWord);
    }

    /// <summary>Enters something on a day from today on; what lies after the last day is never taken.</summary>
    public void Enter(int on, int what)
    {
        var at = count;
        var list = entries;
        if ((uint)at >= (uint)list.Length) list = Grow();
        // Without a branch: whether a day lies beyond the last cannot be foretold.
        on = Branchless.Min(on, end);
        ref var head = ref first[on];
        list[at] = new Entry(what, head);
        head = at;
        count = at + 1;
        busy[(int)((uint)on / BitsPerWord)] |= 1UL << on;
    }

    /// <summary>Turns to the next day that has entries, today included.</summary>
    /// <param name="today">The day; after the last one the trial is over.</param>
    /// <returns>Its first entry, the one entered last.</returns>
    public int Turn(out int today)
    {
        while (busy[word] == 0) word++;
        ref var bits = ref busy[word];
        today = (word * BitsPerWord) + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        ref var head = ref first[today];
        var at = head;
        head = None;
        return at;
    }

    /// <summary>Takes an entry.</summary>
    /// <param name="at">Which.</param>
    /// <param name="what">What was entered.</param>
    /// <returns>The next of its day, or <see cref="None"/>.</returns>
    public int Take(int at, out int what)
    {
        ref readonly var entry = ref entries[at];
        what = entry.What;
        return entry.Next;
    }

    private Entry[] Grow()
    {
        Array.Resize(ref entries, 2 * entries.Length);
        return entries;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int What, int Next);
}
