using System.Numerics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>What happens on which day of a trial: a list for each day, and a bit for each day that has one.</summary>
internal sealed class Agenda
{
    private const int None = -1;
    private const int BitsPerWord = 64;

    private readonly int[] first;
    private readonly ulong[] busy;
    private int[] next = new int[256];
    private int[] what = new int[256];
    private int count;
    private int day;

    public Agenda(int days)
    {
        first = new int[days + 1];
        busy = new ulong[(days / BitsPerWord) + 1];
        Days = days;
        Array.Fill(first, None);
    }

    /// <summary>The last day.</summary>
    public int Days { get; }

    /// <summary>Begins a trial. The one before must have run to its end, which leaves all days empty.</summary>
    public void Clear() => (count, day) = (0, 0);

    /// <summary>Enters something on a day from today on; what lies after the last day is left out.</summary>
    public void Enter(int on, int entry)
    {
        if (on > Days) return;
        if (count == next.Length)
        {
            Array.Resize(ref next, 2 * count);
            Array.Resize(ref what, 2 * count);
        }

        what[count] = entry;
        next[count] = first[on];
        first[on] = count++;
        busy[on / BitsPerWord] |= 1UL << (on % BitsPerWord);
    }

    /// <summary>Takes the next entry; of one day the last one entered.</summary>
    public bool TryTake(out int on, out int entry)
    {
        for (var word = day / BitsPerWord; word < busy.Length; word++)
        {
            if (busy[word] == 0) continue;
            on = day = (word * BitsPerWord) + BitOperations.TrailingZeroCount(busy[word]);
            var at = first[on];
            entry = what[at];
            first[on] = next[at];
            if (first[on] == None) busy[word] &= busy[word] - 1;
            return true;
        }

        (on, entry) = (Days, None);
        return false;
    }
}
