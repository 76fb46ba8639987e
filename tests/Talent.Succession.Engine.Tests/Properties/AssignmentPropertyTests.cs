using FsCheck;
using FsCheck.Fluent;
using Talent.Succession.Engine.Assignments;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>What holds of the cheapest assignment for any costs: whole numbers, so that sums are exact and ties are many.</summary>
public sealed class AssignmentPropertyTests
{
    private const int MostRows = 8;

    private sealed record Problem(int Rows, int Columns, IReadOnlyList<int> Costs)
    {
        public double[] Numbers => [.. Costs.Select(cost => (double)cost)];

        public IEnumerable<(int Row, int Column, double Cost)> Pairs =>
            Costs.Select((cost, at) => (at / Columns, at % Columns, (double)cost));
    }

    [Fact]
    public void Dense_AnyCosts_IsProvedByItsPrices() => Cases.Check(Problems(), problem =>
    {
        var found = DenseAssignment.Solve(problem.Numbers, problem.Rows, problem.Columns);

        Assert.Equal(problem.Rows, found.ColumnOf.Distinct().Count());
        Assert.All(problem.Pairs, pair => Assert.True(found.RowPrices[pair.Row] + found.ColumnPrices[pair.Column] <= pair.Cost + 1e-9));
        Assert.Equal(found.RowPrices.Sum() + found.ColumnPrices.Sum(), found.Cost, 1e-6);
        Assert.Equal(found.ColumnOf.Select((column, row) => problem.Costs[(row * problem.Columns) + column]).Sum(), found.Cost, 1e-9);
    });

    [Fact]
    public void Dense_SameAddedToEveryCostOfARow_CostsThatMore() => Cases.Check(Problems(), problem =>
    {
        var dearer = problem.Numbers;
        for (var column = 0; column < problem.Columns; column++) dearer[column] += 17;

        Assert.Equal(
            DenseAssignment.Solve(problem.Numbers, problem.Rows, problem.Columns).Cost + 17,
            DenseAssignment.Solve(dearer, problem.Rows, problem.Columns).Cost, 1e-9);
    });

    [Fact]
    public void Dense_ColumnMore_NeverCostsMore() => Cases.Check(Problems(), problem =>
    {
        double[] wider =
        [
            .. Enumerable.Range(0, problem.Rows).SelectMany(row =>
                problem.Numbers.Skip(row * problem.Columns).Take(problem.Columns).Append(50 - row)),
        ];

        Assert.True(
            DenseAssignment.Solve(wider, problem.Rows, problem.Columns + 1).Cost
            <= DenseAssignment.Solve(problem.Numbers, problem.Rows, problem.Columns).Cost + 1e-9);
    });

    [Fact]
    public void Sparse_EveryPairPossible_CostsWhatTheDenseOneDoes() => Cases.Check(Problems(), problem =>
        Assert.Equal(
            DenseAssignment.Solve(problem.Numbers, problem.Rows, problem.Columns).Cost,
            SparseAssignment.Solve(new SparseCosts(problem.Rows, problem.Columns, problem.Pairs))!.Cost, 1e-9));

    [Fact]
    public void Sparse_PairsTooDearToTake_AreAsGoodAsImpossible() => Cases.Check(Problems(), problem =>
    {
        // A pair below 0 is taken for one that is not possible, in the dense problem at a price above all others together.
        const double Dear = 1e6;
        double[] dense = [.. problem.Numbers.Select(cost => cost < 0 ? Dear : cost)];
        var expected = DenseAssignment.Solve(dense, problem.Rows, problem.Columns).Cost;
        var found = SparseAssignment.Solve(
            new SparseCosts(problem.Rows, problem.Columns, problem.Pairs.Where(pair => pair.Cost >= 0)));

        Assert.Equal(expected >= Dear ? null : expected, found?.Cost);
    });

    private static Arbitrary<Problem> Problems() => (
        from rows in Gen.Choose(1, MostRows)
        from more in Gen.Choose(0, 4)
        from costs in Gen.ListOf(Gen.Choose(-10, 30), rows * (rows + more))
        select new Problem(rows, rows + more, [.. costs])).ToArbitrary();
}
