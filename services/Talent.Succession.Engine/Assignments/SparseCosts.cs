namespace Talent.Succession.Engine.Assignments;

/// <summary>Costs of the pairs that are possible at all; all others are not.</summary>
public sealed class SparseCosts
{
    private readonly int[] starts;
    private readonly int[] columnOf;
    private readonly double[] costs;

    /// <summary>Takes the possible pairs.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <param name="pairs">Row, column and finite cost, in any order, each pair once.</param>
    /// <exception cref="ArgumentException">A pair lies outside, is there twice, or its cost is not finite; the sentence says which.
    /// </exception>
    public SparseCosts(int rows, int columns, IEnumerable<(int Row, int Column, double Cost)> pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(pairs);
        (int Row, int Column, double Cost)[] sorted = [.. pairs.OrderBy(pair => pair.Row).ThenBy(pair => pair.Column)];
        starts = new int[rows + 1];
        for (var at = 0; at < sorted.Length; at++)
        {
            var (row, column, cost) = sorted[at];
            if (row < 0 || row >= rows || column < 0 || column >= columns)
            {
                throw new ArgumentException(
                    $"Give pairs within {rows} rows and {columns} columns; ({row}, {column}) is not.", nameof(pairs));
            }

            if (at > 0 && sorted[at - 1].Row == row && sorted[at - 1].Column == column)
                throw new ArgumentException($"Give each pair once; ({row}, {column}) is there twice.", nameof(pairs));
            Require.Finite(cost, $"the cost of the pair ({row}, {column})");
            starts[row + 1]++;
        }

        for (var row = 0; row < rows; row++) starts[row + 1] += starts[row];
        columnOf = [.. sorted.Select(pair => pair.Column)];
        costs = [.. sorted.Select(pair => pair.Cost)];
        (Rows, Columns) = (rows, columns);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of possible pairs.</summary>
    public int Pairs => costs.Length;

    /// <summary>The possible columns of a row, ascending.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => columnOf.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>The costs of the possible columns of a row, in the same order.</summary>
    public ReadOnlySpan<double> CostsOf(int row) => costs.AsSpan(starts[row], starts[row + 1] - starts[row]);
}
