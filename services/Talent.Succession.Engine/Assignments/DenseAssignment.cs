namespace Talent.Succession.Engine.Assignments;

/// <summary>
/// The linear assignment problem for a full matrix of costs, by Jonker and Volgenant (Computing 38, 1987): rows bid for their cheapest
/// columns first, and what is left over is placed along shortest augmenting paths. O(n^3) at worst.
/// </summary>
public static class DenseAssignment
{
    /// <summary>The cheapest assignment of every row to a column of its own.</summary>
    /// <param name="costs">Row after row, every number finite.</param>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, at least as many as rows.</param>
    /// <exception cref="ArgumentException">There are fewer columns than rows, not rows x columns costs, or a cost is not finite.
    /// </exception>
    public static CheapestAssignment Solve(ReadOnlySpan<double> costs, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (columns < rows)
            throw new ArgumentException($"Give at least as many columns as rows; there are {columns} for {rows}.", nameof(columns));
        if (costs.Length != (long)rows * columns)
            throw new ArgumentException($"Give {(long)rows * columns} costs, row after row; there are {costs.Length}.", nameof(costs));
        foreach (var cost in costs) Require.Finite(cost, "a cost of an assignment");
        return new DenseBidding(costs, rows, columns).Solve();
    }
}
