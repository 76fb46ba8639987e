namespace Talent.Succession.Engine.Assignments;

/// <summary>
/// The linear assignment problem where only some pairs are possible: bids as in <see cref="DenseAssignment"/>, then shortest augmenting
/// paths with a heap (Jonker and Volgenant 1987; Dijkstra 1959). O(n (m + n log n)) for n rows and m pairs at worst.
/// </summary>
public static class SparseAssignment
{
    /// <summary>The cheapest assignment of every row to a possible column of its own; null when there is none.</summary>
    /// <param name="costs">The possible pairs.</param>
    public static CheapestAssignment? Solve(SparseCosts costs)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return new SparseBidding(costs).Solve();
    }
}
