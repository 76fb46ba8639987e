namespace Talent.Succession.Engine.Assignments;

/// <summary>
/// Every row with a column of its own at the least total cost, and the prices that prove it: no row could get any column for less than what
/// the two prices add up to (linear-programming duality), and the pairs chosen cost exactly that.
/// </summary>
public sealed class CheapestAssignment
{
    private readonly int[] columnOf;
    private readonly double[] rowPrices;
    private readonly double[] columnPrices;

    internal CheapestAssignment(int[] columnOf, double[] rowPrices, double[] columnPrices, double cost)
    {
        (this.columnOf, this.rowPrices, this.columnPrices) = (columnOf, rowPrices, columnPrices);
        Cost = cost;
    }

    /// <summary>The sum of the costs of the pairs.</summary>
    public double Cost { get; }

    /// <summary>The column of each row, all different.</summary>
    public IReadOnlyList<int> ColumnOf => columnOf;

    /// <summary>The dual variable of each row: its cost less the price of its column.</summary>
    public IReadOnlyList<double> RowPrices => rowPrices;

    /// <summary>
    /// The dual variable of each column, never above 0 where there are more columns than rows: what rows would pay less to have it. A
    /// column without a row costs nothing.
    /// </summary>
    public IReadOnlyList<double> ColumnPrices => columnPrices;
}
