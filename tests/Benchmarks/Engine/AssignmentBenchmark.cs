using Talent.Succession.Engine.Assignments;
using Talent.Succession.Engine.Matching;

namespace Talent.Benchmarks.Engine;

/// <summary>The engine's assignments and matchings beside those of scipy, on the same problems read from the same files.</summary>
static class AssignmentBenchmark
{
    const int PairsInRow = 10;

    public static async Task Run(string folder)
    {
        foreach (var size in new[] { 500, 1000, 2000 }) await Dense(folder, size);
        await Sparse(folder, 1000, 10_000);
        await Sparse(folder, 2000, 20_000);
        await Matching(folder, 2000, 20_000);
    }

    static async Task Dense(string folder, int size)
    {
        var random = new Random(size);
        double[] costs = [.. Enumerable.Range(0, size * size).Select(_ => random.NextDouble())];
        ProblemFiles.WriteCosts(folder, costs);
        await Compare($"assignment-dense-{size}", "dense", folder, () => DenseAssignment.Solve(costs, size, size).Cost);
    }

    static async Task Sparse(string folder, int rows, int columns)
    {
        var pairs = Pairs(rows, columns);
        ProblemFiles.WritePairs(folder, rows, columns, pairs);
        var costs = new SparseCosts(rows, columns, pairs);
        await Compare(
            $"assignment-sparse-{rows}x{columns}", "sparse", folder,
            () => (SparseAssignment.Solve(costs) ?? throw new InvalidOperationException("There is no assignment.")).Cost);
    }

    static async Task Matching(string folder, int rows, int columns)
    {
        var pairs = Pairs(rows, columns);
        ProblemFiles.WritePairs(folder, rows, columns, pairs);
        var graph = new BipartiteGraph(columns, pairs.GroupBy(pair => pair.Row, pair => pair.Column));
        await Compare($"matching-{rows}x{columns}", "matching", folder, () => HopcroftKarp.Match(graph).Size);
    }

    static async Task Compare(string what, string kind, string folder, Func<double> solve)
    {
        using var peer = await PythonPeer.Start("assignment.py", kind, folder);
        await PeerRounds.Compare(what, length => Task.FromResult(EngineRound.Play(length, solve)), peer.Play, (ours, theirs) =>
        {
            if (Math.Abs(ours - theirs) > 1e-6 * Math.Max(1, Math.Abs(theirs)))
                throw new InvalidOperationException($"{what}: we found {ours}, scipy {theirs}.");
        });
    }

    // Row after row, columns ascending; a pair of its own for each row makes sure that there is an assignment.
    static (int Row, int Column, double Cost)[] Pairs(int rows, int columns)
    {
        var random = new Random(rows);
        return
        [
            .. Enumerable.Range(0, rows).SelectMany(row => Enumerable.Range(0, PairsInRow - 1).Select(_ => random.Next(columns)).Append(row)
                .Distinct().Order().Select(column => (row, column, random.NextDouble() + 1))),
        ];
    }
}
