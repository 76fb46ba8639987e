namespace Talent.Succession.Engine.Matching;

/// <summary>
/// Who may fill what: left vertices 0..n-1 (posts) and right vertices 0..m-1 (people). Neighbours are kept sorted and distinct, so
/// equal graphs give equal matchings, whatever the order the edges were named in.
/// </summary>
public sealed class BipartiteGraph
{
    private readonly int[][] neighbours;

    /// <summary>Takes a graph.</summary>
    /// <param name="rightCount">Number of right vertices, 0 or more.</param>
    /// <param name="neighbours">For each left vertex its right neighbours, in any order.</param>
    /// <exception cref="ArgumentException">A neighbour lies outside the right side.</exception>
    public BipartiteGraph(int rightCount, IEnumerable<IEnumerable<int>> neighbours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rightCount);
        ArgumentNullException.ThrowIfNull(neighbours);
        RightCount = rightCount;
        this.neighbours = [.. neighbours.Select(row => row.Distinct().Order().ToArray())];
        if (this.neighbours.Any(row => row.Length > 0 && (row[0] < 0 || row[^1] >= rightCount)))
            throw new ArgumentException($"Every neighbour must lie between 0 and {rightCount - 1}.", nameof(neighbours));
    }

    /// <summary>Number of left vertices.</summary>
    public int LeftCount => neighbours.Length;

    /// <summary>Number of right vertices.</summary>
    public int RightCount { get; }

    /// <summary>Right neighbours of a left vertex, ascending.</summary>
    public IReadOnlyList<int> Neighbours(int left) => neighbours[left];

    /// <summary>Number of right vertices next to at least one of these left vertices: |N(S)| of Hall's theorem.</summary>
    public int CountNeighbours(IEnumerable<int> lefts) => lefts.SelectMany(left => neighbours[left]).Distinct().Count();
}
