namespace Talent.Succession.Engine.Assignments;

/// <summary>The steps of Jonker and Volgenant over the possible pairs alone.</summary>
internal sealed class SparseBidding
{
    private const int None = -1;
    private const int Rounds = 2;
    private const int BidsForEachRow = 4;

    private readonly SparseCosts costs;
    private readonly double[] prices;
    private readonly int[] columnOf;
    private readonly int[] rowOf;
    private readonly double[] distance;
    private readonly int[] from;
    private readonly int[] settled;
    private readonly NearestFirst open;

    public SparseBidding(SparseCosts costs)
    {
        this.costs = costs;
        prices = new double[costs.Columns];
        columnOf = new int[costs.Rows];
        rowOf = new int[costs.Columns];
        distance = new double[costs.Columns];
        from = new int[costs.Columns];
        settled = new int[costs.Columns];
        open = new NearestFirst(costs.Columns);
        Array.Fill(columnOf, None);
        Array.Fill(rowOf, None);
        Array.Fill(distance, double.PositiveInfinity);
    }

    public CheapestAssignment? Solve()
    {
        // Stryker disable once Statement : it only saves time; the paths alone find an assignment of the same cost.
        Bid();
        for (var row = 0; row < costs.Rows; row++)
        {
            if (columnOf[row] == None && !Augment(row)) return null;
        }

        var rowPrices = new double[costs.Rows];
        var total = 0.0;
        for (var row = 0; row < costs.Rows; row++)
        {
            var cost = CostOf(row, columnOf[row]);
            total += cost;
            rowPrices[row] = cost - prices[columnOf[row]];
        }

        return new CheapestAssignment(columnOf, rowPrices, prices, total);
    }

    private void Bid()
    {
        for (var round = 0; round < Rounds; round++)
        {
            int[] waiting = [.. Enumerable.Range(0, costs.Rows).Where(row => columnOf[row] == None)];
            var bids = 0L;
            var limit = (long)BidsForEachRow * waiting.Length;
            foreach (var first in waiting)
            {
                for (var row = first; row != None && bids < limit; bids++) row = Bid(row);
            }
        }
    }

    /// <summary>One bid; returns the row that lost its column and may bid again, or none.</summary>
    private int Bid(int row)
    {
        var columns = costs.ColumnsOf(row);
        var line = costs.CostsOf(row);
        var (column, first, second) = (None, double.PositiveInfinity, double.PositiveInfinity);
        for (var at = 0; at < columns.Length; at++)
        {
            var margin = line[at] - prices[columns[at]];
            if (margin < first) (second, first, column) = (first, margin, columns[at]);
            else if (margin < second) second = margin;
        }

        if (column == None) return None;
        var loser = rowOf[column];
        // A row with one possible column would bid without end: it takes the column when it is free, else the search places it.
        if (loser != None && !(second > first && double.IsFinite(second))) return None;
        if (double.IsFinite(second)) prices[column] -= second - first;
        if (loser != None) columnOf[loser] = None;
        Pair(row, column);
        return loser;
    }

    /// <summary>Gives a row a column along the cheapest chain of exchanges; false when there is no chain.</summary>
    private bool Augment(int root)
    {
        var count = 0;
        var row = root;
        var offset = 0.0;
        while (true)
        {
            Relax(row, offset);
            if (!open.TryTake(out var nearest)) return false;
            settled[count++] = nearest;
            row = rowOf[nearest];
            if (row == None) break;
            offset = distance[nearest] - (CostOf(row, nearest) - prices[nearest]);
        }

        var reached = distance[settled[count - 1]];
        for (var at = 0; at < count - 1; at++) prices[settled[at]] += distance[settled[at]] - reached;
        Exchange(root, settled[count - 1]);
        Forget(count);
        return true;
    }

    private void Relax(int row, double offset)
    {
        var columns = costs.ColumnsOf(row);
        var line = costs.CostsOf(row);
        for (var at = 0; at < columns.Length; at++)
        {
            var column = columns[at];
            var found = line[at] - prices[column] + offset;
            if (!(found < distance[column]) || open.HasTaken(column)) continue;
            (distance[column], from[column]) = (found, row);
            open.Put(column, found);
        }
    }

    private void Exchange(int root, int end)
    {
        for (var column = end; ;)
        {
            var row = from[column];
            var before = columnOf[row];
            Pair(row, column);
            if (row == root) return;
            column = before;
        }
    }

    private void Forget(int count)
    {
        foreach (var column in settled.AsSpan(0, count)) distance[column] = double.PositiveInfinity;
        foreach (var column in open.Waiting) distance[column] = double.PositiveInfinity;
        open.Clear(settled.AsSpan(0, count));
    }

    private double CostOf(int row, int column) => costs.CostsOf(row)[costs.ColumnsOf(row).BinarySearch(column)];

    private void Pair(int row, int column) => (columnOf[row], rowOf[column]) = (column, row);
}
