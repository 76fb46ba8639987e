using System.Numerics;

namespace Talent.Succession.Engine.Assignments;

/// <summary>The steps of Jonker and Volgenant over one full matrix; each works on many columns at once.</summary>
internal ref struct DenseBidding
{
    private const int None = -1;

    // Bidding twice over the rows left over is what the authors found best; each time it ends after so many bids a row at the latest, as
    // rounding could let two rows outbid each other without end.
    private const int Rounds = 2;
    private const int BidsForEachRow = 4;

    private static readonly int Lanes = Vector<double>.Count;
    private static readonly Vector<long> LaneIndex = Vector.CreateSequence(0L, 1L);

    private readonly ReadOnlySpan<double> costs;
    private readonly int rows;
    private readonly int columns;
    private readonly double[] prices;
    private readonly int[] columnOf;
    private readonly int[] rowOf;

    public DenseBidding(ReadOnlySpan<double> costs, int rows, int columns)
    {
        this.costs = costs;
        (this.rows, this.columns) = (rows, columns);
        prices = new double[columns];
        columnOf = new int[rows];
        rowOf = new int[columns];
        Array.Fill(columnOf, None);
        Array.Fill(rowOf, None);
    }

    public readonly CheapestAssignment Solve()
    {
        // A column without a row must keep the price 0, so prices may start from the columns' minima only when none is left over.
        // Stryker disable once Statement : it only saves time; the paths alone find an assignment of the same cost.
        if (rows == columns) ReduceColumns();
        // Stryker disable once Statement : it only saves time; the paths alone find an assignment of the same cost.
        Bid();
        Augment();
        var rowPrices = new double[rows];
        var total = 0.0;
        for (var row = 0; row < rows; row++)
        {
            var cost = Row(row)[columnOf[row]];
            total += cost;
            rowPrices[row] = cost - prices[columnOf[row]];
        }

        return new CheapestAssignment(columnOf, rowPrices, prices, total);
    }

    private readonly ReadOnlySpan<double> Row(int row) => costs.Slice(row * columns, columns);

    /// <summary>Every column offers itself to the row to which it is cheapest; a row takes one, lowering its price to the next best.
    /// </summary>
    private readonly void ReduceColumns()
    {
        var cheapest = new int[columns];
        Row(0).CopyTo(prices);
        for (var row = 1; row < rows; row++)
        {
            var line = Row(row);
            for (var column = 0; column < columns; column++)
            {
                if (!(line[column] < prices[column])) continue;
                prices[column] = line[column];
                cheapest[column] = row;
            }
        }

        var offers = new int[rows];
        for (var column = columns - 1; column >= 0; column--)
        {
            var row = cheapest[column];
            if (++offers[row] > 1) continue;
            Pair(row, column);
        }

        for (var row = 0; row < rows; row++)
        {
            if (offers[row] != 1) continue;
            var column = columnOf[row];
            var best = Best(row);
            // The row's own column has the margin 0 and is the best one, or as good as it.
            Lower(column, (best.Column == column ? best.Second : best.First) - (Row(row)[column] - prices[column]));
        }
    }

    /// <summary>Rows without a column bid for the cheapest one, as much as it is better than the second; who is outbid goes on.</summary>
    private readonly void Bid()
    {
        var waiting = new int[rows];
        for (var round = 0; round < Rounds; round++)
        {
            var count = Waiting(waiting);
            var bids = 0L;
            var limit = (long)BidsForEachRow * count;
            for (var at = 0; at < count; at++)
            {
                for (var row = waiting[at]; row != None && bids < limit; bids++) row = Bid(row);
            }
        }
    }

    // With one column there is no second best, and nothing to lower the price to.
    private readonly void Lower(int column, double margin)
    {
        if (double.IsFinite(margin)) prices[column] -= margin;
    }

    /// <summary>One bid; returns the row that lost its column and may bid again, or none.</summary>
    private readonly int Bid(int row)
    {
        var best = Best(row);
        var column = best.Column;
        var margin = best.Second - best.First;
        var loser = rowOf[column];
        if (loser != None && !(margin > 0)) return None;
        Lower(column, margin);
        if (loser != None) columnOf[loser] = None;
        Pair(row, column);
        return loser;
    }

    /// <summary>The column that is cheapest to a row at today's prices, its margin, and the margin of the second.</summary>
    private readonly (int Column, double First, double Second) Best(int row)
    {
        var line = Row(row);
        var first = new Vector<double>(double.PositiveInfinity);
        var second = first;
        var index = Vector<long>.Zero;
        var here = LaneIndex;
        var step = new Vector<long>(Lanes);
        var column = 0;
        for (; column <= columns - Lanes; column += Lanes)
        {
            var margin = new Vector<double>(line[column..]) - new Vector<double>(prices, column);
            var better = Vector.LessThan(margin, first);
            second = Vector.ConditionalSelect(better, first, Vector.Min(second, margin));
            index = Vector.ConditionalSelect(better, here, index);
            first = Vector.Min(first, margin);
            here += step;
        }

        var (at, one, two) = (None, double.PositiveInfinity, double.PositiveInfinity);
        for (var lane = 0; lane < Lanes; lane++)
        {
            // Equal margins go to the lowest column, whatever the width of the machine's vectors.
            if (first[lane] < one || (first[lane] == one && index[lane] < at))
            {
                (two, one, at) = (Math.Min(one, second[lane]), first[lane], (int)index[lane]);
            }
            else
            {
                two = Math.Min(two, first[lane]);
            }

            two = Math.Min(two, second[lane]);
        }

        for (; column < columns; column++)
        {
            var margin = line[column] - prices[column];
            if (margin < one) (two, one, at) = (one, margin, column);
            else two = Math.Min(two, margin);
        }

        return (at, one, two);
    }

    /// <summary>Gives the rows still waiting a column along the cheapest chain of exchanges, one after the other.</summary>
    private readonly void Augment()
    {
        var search = new Search(columns);
        var waiting = new int[rows];
        var count = Waiting(waiting);
        for (var at = 0; at < count; at++)
        {
            var end = FindPath(search, waiting[at]);
            for (var column = end; ;)
            {
                var row = (int)search.From[column];
                var before = columnOf[row];
                Pair(row, column);
                if (row == waiting[at]) break;
                column = before;
            }
        }
    }

    /// <summary>Dijkstra's search for the nearest column without a row; lowers the prices of the columns on the way.</summary>
    private readonly int FindPath(Search search, int root)
    {
        Array.Fill(search.Distance, double.PositiveInfinity);
        prices.CopyTo(search.Open, 0);
        var settled = 0;
        var row = root;
        var reached = 0.0;
        while (true)
        {
            // What the column of this row costs it already; the root has none.
            var offset = row == root ? 0 : reached - (Row(row)[columnOf[row]] - prices[columnOf[row]]);
            var nearest = Relax(search, row, offset);
            reached = search.Distance[nearest];
            if (rowOf[nearest] == None)
            {
                for (var at = 0; at < settled; at++) prices[search.Settled[at]] += search.At[at] - reached;
                return nearest;
            }

            search.Settled[settled] = nearest;
            search.At[settled++] = reached;
            search.Open[nearest] = double.NegativeInfinity;
            search.Distance[nearest] = double.PositiveInfinity;
            row = rowOf[nearest];
        }
    }

    /// <summary>Shortens the distances by way of a row and returns the nearest column that is not settled.</summary>
    private readonly int Relax(Search search, int row, double offset)
    {
        var line = Row(row);
        var (distance, open, from) = (search.Distance, search.Open, search.From);
        var add = new Vector<double>(offset);
        var by = new Vector<long>(row);
        var least = new Vector<double>(double.PositiveInfinity);
        var index = Vector<long>.Zero;
        var here = LaneIndex;
        var step = new Vector<long>(Lanes);
        var column = 0;
        for (; column <= columns - Lanes; column += Lanes)
        {
            var known = new Vector<double>(distance, column);
            var found = new Vector<double>(line[column..]) - new Vector<double>(open, column) + add;
            var shorter = Vector.LessThan(found, known);
            known = Vector.ConditionalSelect(shorter, found, known);
            known.CopyTo(distance, column);
            Vector.ConditionalSelect(shorter, by, new Vector<long>(from, column)).CopyTo(from, column);
            var nearer = Vector.LessThan(known, least);
            least = Vector.ConditionalSelect(nearer, known, least);
            index = Vector.ConditionalSelect(nearer, here, index);
            here += step;
        }

        var (at, best) = (None, double.PositiveInfinity);
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (least[lane] < best || (least[lane] == best && index[lane] < at)) (best, at) = (least[lane], (int)index[lane]);
        }

        for (; column < columns; column++)
        {
            var found = line[column] - open[column] + offset;
            if (found < distance[column]) (distance[column], from[column]) = (found, row);
            if (distance[column] < best) (best, at) = (distance[column], column);
        }

        return at;
    }

    private readonly int Waiting(int[] waiting)
    {
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            if (columnOf[row] == None) waiting[count++] = row;
        }

        return count;
    }

    private readonly void Pair(int row, int column) => (columnOf[row], rowOf[column]) = (column, row);

    /// <summary>What one search needs. A settled column has an open price of minus infinity, so that no way to it is shorter.</summary>
    private sealed class Search(int columns)
    {
        public double[] Distance { get; } = new double[columns];

        public double[] Open { get; } = new double[columns];

        public long[] From { get; } = new long[columns];

        public int[] Settled { get; } = new int[columns];

        public double[] At { get; } = new double[columns];
    }
}
