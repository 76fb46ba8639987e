namespace Talent.Succession.Engine.Flows;

/// <summary>A square matrix of finite numbers, row after row.</summary>
public sealed class SquareMatrix
{
    private readonly double[][] rows;

    /// <summary>Takes the rows, each as long as there are rows.</summary>
    /// <exception cref="ArgumentException">The rows are not square or hold a number that is not finite.</exception>
    public SquareMatrix(IEnumerable<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        this.rows = [.. rows.Select(row => row.ToArray())];
        if (this.rows.Any(row => row.Length != this.rows.Length))
            throw new ArgumentException("Give as many numbers in each row as there are rows.", nameof(rows));
        foreach (var value in this.rows.SelectMany(row => row)) Require.Finite(value, "a number of a matrix");
    }

    /// <summary>Number of rows.</summary>
    public int Size => rows.Length;

    /// <summary>The number in a row and column, both from 0.</summary>
    public double this[int row, int column] => rows[row][column];

    /// <summary>The numbers of a row.</summary>
    public IReadOnlyList<double> Row(int row) => rows[row];

    /// <summary>The inverse of 1 - this, by Gauss and Jordan with the largest pivot.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public SquareMatrix InverseOfIdentityLessThis()
    {
        var size = Size;
        double[][] work =
        [
            .. Enumerable.Range(0, size).Select(row => Enumerable.Range(0, 2 * size).Select(column => column < size
                ? (row == column ? 1 : 0) - rows[row][column]
                : column - size == row ? 1.0 : 0.0).ToArray()),
        ];
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(work[row][column]));
            (work[column], work[pivot]) = (work[pivot], work[column]);
            if (Math.Abs(work[column][column]) < 1e-12)
                throw new InvalidOperationException("Some state is never left for good, so the expected number of visits is not finite.");
            Eliminate(work, column);
        }

        return new SquareMatrix(work.Select(row => row[size..]));
    }

    private static void Eliminate(double[][] work, int column)
    {
        var divisor = work[column][column];
        for (var at = 0; at < work[column].Length; at++) work[column][at] /= divisor;
        for (var row = 0; row < work.Length; row++)
        {
            var factor = work[row][column];
            if (row == column || factor == 0) continue;
            for (var at = 0; at < work[row].Length; at++) work[row][at] -= factor * work[column][at];
        }
    }
}
