using Talent.Succession.Engine.Assignments;

namespace Talent.Succession.Engine.Tests;

public sealed class AssignmentTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 300)];

    [Fact]
    public void Dense_SmallMatrices_EqualsBruteForce()
    {
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var (rows, columns) = Shape(random, 6);
            var costs = Costs(random, rows * columns, whole: seed % 2 == 0);
            var found = DenseAssignment.Solve(costs, rows, columns);
            Assert.Equal(Cheapest(rows, columns, (row, column) => costs[(row * columns) + column])!.Value, found.Cost, 1e-9);
        }
    }

    [Fact]
    public void Dense_LargerMatrices_AreProvedByTheirPrices()
    {
        foreach (var seed in Seeds.Take(60))
        {
            var random = new Random(seed);
            var (rows, columns) = Shape(random, 90);
            var costs = Costs(random, rows * columns, whole: seed % 3 == 0);
            AssertProved(DenseAssignment.Solve(costs, rows, columns), rows, columns, (row, column) => costs[(row * columns) + column]);
        }
    }

    [Fact]
    public void Dense_ColumnsPermuted_CostsTheSame()
    {
        foreach (var seed in Seeds.Take(60))
        {
            var random = new Random(seed);
            var costs = Costs(random, 40 * 40, whole: false);
            var order = Enumerable.Range(0, 40).ToArray();
            random.Shuffle(order);
            double[] permuted = [.. Enumerable.Range(0, 40).SelectMany(row => order.Select(column => costs[(row * 40) + column]))];
            Assert.Equal(DenseAssignment.Solve(costs, 40, 40).Cost, DenseAssignment.Solve(permuted, 40, 40).Cost, 1e-9);
        }
    }

    [Fact]
    public void Dense_EqualCostsEverywhere_AssignsEveryRow()
    {
        var found = DenseAssignment.Solve(new double[50 * 50], 50, 50);
        Assert.Equal(50, found.ColumnOf.Distinct().Count());
    }

    [Fact]
    public void Dense_OneRowAndOneColumn_HasPricesThatProveIt() =>
        AssertProved(DenseAssignment.Solve([7], 1, 1), 1, 1, (_, _) => 7);

    [Fact]
    public void Dense_FewerColumnsThanRows_IsRefused() =>
        Assert.Throws<ArgumentException>(() => DenseAssignment.Solve(new double[6], 3, 2));

    [Fact]
    public void Dense_WrongNumberOfCosts_IsRefused() =>
        Assert.Throws<ArgumentException>(() => DenseAssignment.Solve(new double[5], 2, 3));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Dense_CostThatIsNotFinite_IsRefused(double cost) =>
        Assert.Throws<ArgumentException>(() => DenseAssignment.Solve([1, cost, 1, 1], 2, 2));

    [Fact]
    public void Sparse_SmallProblems_EqualsBruteForce()
    {
        foreach (var seed in Seeds)
        {
            var random = new Random(seed);
            var (rows, columns) = Shape(random, 6);
            var costs = Pairs(random, rows, columns, 0.5, whole: seed % 2 == 0);
            var expected = Cheapest(rows, columns, Lookup(costs));
            var found = SparseAssignment.Solve(Sparse(rows, columns, costs));
            Assert.Equal(expected is null, found is null);
            if (found is not null) Assert.Equal(expected!.Value, found.Cost, 1e-9);
        }
    }

    [Fact]
    public void Sparse_LargerProblems_AreProvedByTheirPrices()
    {
        foreach (var seed in Seeds.Take(60))
        {
            var random = new Random(seed);
            var (rows, columns) = Shape(random, 120);
            var costs = Pairs(random, rows, columns, 0.1, whole: seed % 3 == 0);
            // A diagonal makes sure that there is an assignment.
            for (var row = 0; row < rows; row++) costs.TryAdd((row, row), 10);
            var found = SparseAssignment.Solve(Sparse(rows, columns, costs))!;
            AssertProved(found, rows, columns, Lookup(costs));
        }
    }

    [Fact]
    public void Sparse_EveryPairPossible_CostsWhatTheDenseOneDoes()
    {
        foreach (var seed in Seeds.Take(60))
        {
            var random = new Random(seed);
            var (rows, columns) = Shape(random, 60);
            var costs = Costs(random, rows * columns, whole: false);
            var pairs = Enumerable.Range(0, costs.Length).Select(at => (at / columns, at % columns, costs[at]));
            Assert.Equal(
                DenseAssignment.Solve(costs, rows, columns).Cost,
                SparseAssignment.Solve(new SparseCosts(rows, columns, pairs))!.Cost, 1e-9);
        }
    }

    [Fact]
    public void Sparse_TwoRowsForOneColumn_HasNoAssignment() =>
        Assert.Null(SparseAssignment.Solve(new SparseCosts(2, 3, [(0, 1, 1), (1, 1, 1)])));

    [Fact]
    public void Sparse_NoRows_CostsNothing() => Assert.Equal(0, SparseAssignment.Solve(new SparseCosts(0, 3, []))!.Cost);

    [Fact]
    public void SparseCosts_PairTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SparseCosts(1, 1, [(0, 0, 1), (0, 0, 2)]));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    [InlineData(-1, 0)]
    public void SparseCosts_PairOutside_IsRefused(int row, int column) =>
        Assert.Throws<ArgumentException>(() => new SparseCosts(2, 2, [(row, column, 1)]));

    [Fact]
    public void SparseCosts_PairsInAnyOrder_AreKeptByRowThenColumn()
    {
        var costs = new SparseCosts(3, 4, [(2, 3, 5), (0, 2, 1), (2, 0, 4), (0, 1, -2)]);
        Assert.Equal((3, 4, 4), (costs.Rows, costs.Columns, costs.Pairs));
        Assert.Equal([1, 2], costs.ColumnsOf(0).ToArray());
        Assert.Equal([-2, 1], costs.CostsOf(0).ToArray());
        Assert.True(costs.ColumnsOf(1).IsEmpty);
        Assert.True(costs.CostsOf(1).IsEmpty);
        Assert.Equal([0, 3], costs.ColumnsOf(2).ToArray());
        Assert.Equal([4, 5], costs.CostsOf(2).ToArray());
    }

    [Fact]
    public void SparseCosts_CostThatIsNotFinite_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SparseCosts(1, 1, [(0, 0, double.PositiveInfinity)]));

    [Fact]
    public void SparseCosts_RowsBelowZero_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => new SparseCosts(-1, 1, []));

    [Fact]
    public void SparseCosts_ColumnsBelowZero_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => new SparseCosts(0, -1, []));

    [Fact]
    public void Dense_RowsBelowZero_AreRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => DenseAssignment.Solve([], -1, 2));

    [Fact]
    public void Dense_NoRows_CostsNothing() => Assert.Equal(0, DenseAssignment.Solve([], 0, 3).Cost);

    [Fact]
    public void Sparse_MoreRowsThanColumns_HasNoAssignment() =>
        Assert.Null(SparseAssignment.Solve(new SparseCosts(2, 1, [(0, 0, 1), (1, 0, 1)])));

    [Fact]
    public void Sparse_RowWithoutAnyPair_HasNoAssignment() =>
        Assert.Null(SparseAssignment.Solve(new SparseCosts(2, 2, [(0, 0, 1), (0, 1, 1)])));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(17)]
    public void Dense_TwoColumnsEquallyCheap_TakesTheLower(int columns)
    {
        for (var lower = 0; lower < columns; lower++)
        {
            for (var upper = lower + 1; upper < columns; upper++)
            {
                double[] costs = [.. Enumerable.Repeat(9.0, columns)];
                (costs[lower], costs[upper]) = (1, 1);
                Assert.Equal(lower, DenseAssignment.Solve(costs, 1, columns).ColumnOf[0]);
            }
        }
    }

    [Fact]
    public void Dense_NothingToAssign_CostsNothing() => Assert.Equal(0, DenseAssignment.Solve([], 0, 0).Cost);

    // As wide as every vector and one more or less, so that the columns beside the last whole vector count too.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    public void Dense_AnyPlaceOfTheCheapestColumns_IsFound(int columns)
    {
        for (var cheap = 0; cheap < columns; cheap++)
        {
            // Both rows want the same column; the second best of row 0 costs 1 more, that of row 1 costs 2 more.
            var next = (cheap + 1) % columns;
            double[] costs = [.. Enumerable.Repeat(9.0, 2 * columns)];
            (costs[cheap], costs[next]) = (0, 1);
            (costs[columns + cheap], costs[columns + next]) = (0, 2);
            var found = DenseAssignment.Solve(costs, 2, columns);
            Assert.Equal((1, next, cheap), (found.Cost, found.ColumnOf[0], found.ColumnOf[1]));
        }
    }

    private static (int Rows, int Columns) Shape(Random random, int most)
    {
        var rows = random.Next(1, most);
        return (rows, random.Next(3) == 0 ? rows + random.Next(most) : rows);
    }

    private static double[] Costs(Random random, int count, bool whole) =>
        [.. Enumerable.Range(0, count).Select(_ => whole ? random.Next(6) : random.NextDouble() - 0.3)];

    private static Dictionary<(int Row, int Column), double> Pairs(Random random, int rows, int columns, double density, bool whole)
    {
        var pairs = new Dictionary<(int, int), double>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (random.NextDouble() < density) pairs[(row, column)] = whole ? random.Next(6) : random.NextDouble() - 0.3;
            }
        }

        return pairs;
    }

    private static SparseCosts Sparse(int rows, int columns, Dictionary<(int Row, int Column), double> pairs) =>
        new(rows, columns, pairs.Select(pair => (pair.Key.Row, pair.Key.Column, pair.Value)));

    private static Func<int, int, double?> Lookup(Dictionary<(int Row, int Column), double> costs) =>
        (row, column) => costs.TryGetValue((row, column), out var cost) ? cost : null;

    private static double? Cheapest(int rows, int columns, Func<int, int, double?> cost)
    {
        var used = new bool[columns];
        double? From(int row)
        {
            if (row == rows) return 0;
            double? best = null;
            for (var column = 0; column < columns; column++)
            {
                if (used[column] || cost(row, column) is not { } here) continue;
                used[column] = true;
                if (From(row + 1) is { } rest && !(best <= here + rest)) best = here + rest;
                used[column] = false;
            }

            return best;
        }

        return From(0);
    }

    // Linear-programming duality: feasible prices that add up to the cost prove that nothing is cheaper.
    private static void AssertProved(CheapestAssignment found, int rows, int columns, Func<int, int, double?> cost)
    {
        Assert.Equal(rows, found.ColumnOf.Distinct().Count());
        for (var row = 0; row < rows; row++)
        {
            Assert.NotNull(cost(row, found.ColumnOf[row]));
            for (var column = 0; column < columns; column++)
            {
                if (cost(row, column) is { } here)
                    Assert.True(found.RowPrices[row] + found.ColumnPrices[column] <= here + 1e-9, $"({row}, {column}) is underpriced.");
            }
        }

        var taken = found.ColumnOf.ToHashSet();
        Assert.All(
            Enumerable.Range(0, columns).Where(column => !taken.Contains(column)),
            column => Assert.Equal(0, found.ColumnPrices[column]));
        if (columns > rows) Assert.All(found.ColumnPrices, price => Assert.True(price <= 0));
        Assert.Equal(found.Cost, found.RowPrices.Sum() + found.ColumnPrices.Sum(), 1e-6);
    }
}
