namespace Talent.Succession.Engine.Matching;

/// <summary>
/// Who may fill what: left vertices 0..n-1 (posts) and right vertices 0..m-1 (people). Neighbours are kept sorted and distinct, so
/// equal graphs give equal matchings, whatever the order the edges were named in.
/// </summary>
public sealed class BipartiteGraph
{
    private readonly int[] starts;
    private readonly int[] rights;

    /// <summary>Takes a graph.</summary>
    /// <param name="rightCount">Number of right vertices, 0 or more.</param>
    /// <param name="neighbours">For each left vertex its right neighbours, in any order.</param>
    /// <exception cref="ArgumentException">A neighbour lies outside the right side.</exception>
    public BipartiteGraph(int rightCount, IEnumerable<IEnumerable<int>> neighbours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rightCount);
        ArgumentNullException.ThrowIfNull(neighbours);
        int[][] rows = [.. neighbours.Select(row => row.Distinct().Order().ToArray())];
        if (rows.Any(row => row.Length > 0 && (row[0] < 0 || row[^1] >= rightCount)))
            throw new ArgumentException($"Every neighbour must lie between 0 and {rightCount - 1}.", nameof(neighbours));
        RightCount = rightCount;
        starts = new int[rows.Length + 1];
        for (var left = 0; left < rows.Length; left++) starts[left + 1] = starts[left] + rows[left].Length;
        rights = [.. rows.SelectMany(row => row)];
    }

    /// <summary>Number of left vertices.</summary>
    public int LeftCount => starts.Length - 1;

    /// <summary>Number of right vertices.</summary>
    public int RightCount { get; }

    /// <summary>Right neighbours of a left vertex, ascending.</summary>
    public IReadOnlyList<int> Neighbours(int left) => new ArraySegment<int>(rights, starts[left], starts[left + 1] - starts[left]);

    /// <summary>Number of right vertices next to at least one of these left vertices: |N(S)| of Hall's theorem.</summary>
    public int CountNeighbours(IEnumerable<int> lefts) => lefts.SelectMany(Neighbours).Distinct().Count();

    /// <summary>The same neighbours, for loops that count.</summary>
    internal ReadOnlySpan<int> Row(int left) => rights.AsSpan(starts[left], starts[left + 1] - starts[left]);
}
