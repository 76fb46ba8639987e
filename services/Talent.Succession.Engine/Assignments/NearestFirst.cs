namespace Talent.Succession.Engine.Assignments;

/// <summary>Columns by distance, nearest first and of equal ones the lowest: a binary heap in which a distance can be shortened.</summary>
internal sealed class NearestFirst(int columns)
{
    private const int NotSeen = 0;
    private const int Taken = -1;

    private readonly int[] heap = new int[columns];
    private readonly double[] distance = new double[columns];

    // Place in the heap, from 1.
    private readonly int[] place = new int[columns];
    private int count;

    /// <summary>The columns that wait, in no order.</summary>
    public ReadOnlySpan<int> Waiting => heap.AsSpan(0, count);

    /// <summary>Whether a column has been taken since the last clearing.</summary>
    public bool HasTaken(int column) => place[column] == Taken;

    /// <summary>Adds a column, or shortens the distance of one that waits.</summary>
    public void Put(int column, double at)
    {
        distance[column] = at;
        Rise(place[column] == NotSeen ? ++count : place[column], column);
    }

    /// <summary>Takes the nearest column.</summary>
    public bool TryTake(out int column)
    {
        column = count > 0 ? heap[0] : -1;
        if (count == 0) return false;
        place[column] = Taken;
        var last = heap[--count];
        if (count > 0) Sink(last);
        return true;
    }

    /// <summary>Forgets everything; the columns taken are named, so that the work is no more than what was done.</summary>
    public void Clear(ReadOnlySpan<int> taken)
    {
        foreach (var column in taken) place[column] = NotSeen;
        foreach (var column in Waiting) place[column] = NotSeen;
        count = 0;
    }

    private void Rise(int at, int column)
    {
        while (at > 1 && IsBefore(column, heap[(at / 2) - 1]))
        {
            var above = heap[(at / 2) - 1];
            Set(at, above);
            at /= 2;
        }

        Set(at, column);
    }

    private void Sink(int column)
    {
        var at = 1;
        while (2 * at <= count)
        {
            var below = 2 * at;
            if (below < count && IsBefore(heap[below], heap[below - 1])) below++;
            if (!IsBefore(heap[below - 1], column)) break;
            Set(at, heap[below - 1]);
            at = below;
        }

        Set(at, column);
    }

    private void Set(int at, int column) => (heap[at - 1], place[column]) = (column, at);

    private bool IsBefore(int one, int other) =>
        distance[one] < distance[other] || (distance[one] == distance[other] && one < other);
}
