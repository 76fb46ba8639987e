using Talent.Succession.Engine.Matching;

namespace Talent.Succession.Engine.Tests;

public sealed class MatchingTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 400)];

    [Fact]
    public void HopcroftKarp_SmallRandomGraphs_EqualsBruteForce()
    {
        foreach (var seed in Seeds)
        {
            var (graph, weights) = Random(seed);
            Assert.Equal(BruteForce(graph, weights).Size, HopcroftKarp.Match(graph).Size);
        }
    }

    [Fact]
    public void HeaviestFirst_SmallRandomGraphs_EqualsBruteForceInSizeAndWeight()
    {
        foreach (var seed in Seeds)
        {
            var (graph, weights) = Random(seed);
            var matching = HeaviestFirst.Match(graph, weights);
            var weight = Enumerable.Range(0, graph.LeftCount).Where(left => matching.RightOf(left) >= 0).Sum(left => weights[left]);
            Assert.Equal(BruteForce(graph, weights), (matching.Size, weight));
        }
    }

    [Fact]
    public void BothMatchings_RandomGraphs_UseOnlyEdgesAndEachVertexOnce()
    {
        foreach (var seed in Seeds)
        {
            var (graph, weights) = Random(seed, 30);
            foreach (var matching in new[] { HopcroftKarp.Match(graph), HeaviestFirst.Match(graph, weights) })
            {
                var used = Enumerable.Range(0, graph.LeftCount).Where(left => matching.RightOf(left) >= 0).ToArray();
                Assert.All(used, left => Assert.Contains(matching.RightOf(left), graph.Neighbours(left)));
                Assert.All(used, left => Assert.Equal(left, matching.LeftOf(matching.RightOf(left))));
                Assert.Equal(used.Length, used.Select(matching.RightOf).Distinct().Count());
                Assert.Equal(graph.LeftCount - used.Length, matching.Bare.Count);
            }
        }
    }

    [Fact]
    public void BothMatchings_LargerRandomGraphs_AgreeInSize()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var (graph, weights) = Random(seed, 200);
            Assert.Equal(HopcroftKarp.Match(graph).Size, HeaviestFirst.Match(graph, weights).Size);
        }
    }

    [Fact]
    public void HopcroftKarp_LongAlternatingPath_IsMatchedCompletely()
    {
        const int size = 20_000;
        var graph = new BipartiteGraph(size, Enumerable.Range(0, size).Select(left => new[] { left, Math.Max(0, left - 1) }));
        Assert.Equal(size, HopcroftKarp.Match(graph).Size);
    }

    [Fact]
    public void BothMatchings_EdgesNamedInAnotherOrder_AreTheSame()
    {
        var (graph, weights) = Random(7, 40);
        var reversed = new BipartiteGraph(
            graph.RightCount,
            Enumerable.Range(0, graph.LeftCount).Select(left => graph.Neighbours(left).Reverse().Concat(graph.Neighbours(left))));
        Assert.All(Enumerable.Range(0, graph.LeftCount), left =>
        {
            Assert.Equal(HopcroftKarp.Match(graph).RightOf(left), HopcroftKarp.Match(reversed).RightOf(left));
            Assert.Equal(HeaviestFirst.Match(graph, weights).RightOf(left), HeaviestFirst.Match(reversed, weights).RightOf(left));
        });
    }

    [Fact]
    public void HopcroftKarp_Relabelled_KeepsItsSize()
    {
        foreach (var seed in Seeds)
        {
            var (graph, _) = Random(seed, 12);
            var random = new Random(seed);
            var rights = Enumerable.Range(0, graph.RightCount).ToArray();
            var lefts = Enumerable.Range(0, graph.LeftCount).ToArray();
            random.Shuffle(rights);
            random.Shuffle(lefts);
            var relabelled = new BipartiteGraph(
                graph.RightCount, lefts.Select(left => graph.Neighbours(left).Select(right => rights[right])));
            Assert.Equal(HopcroftKarp.Match(graph).Size, HopcroftKarp.Match(relabelled).Size);
        }
    }

    [Fact]
    public void HopcroftKarp_EdgeAdded_NeverShrinks()
    {
        foreach (var seed in Seeds)
        {
            var (graph, _) = Random(seed, 10);
            var random = new Random(seed);
            var (at, to) = (random.Next(graph.LeftCount), random.Next(graph.RightCount));
            var more = new BipartiteGraph(
                graph.RightCount,
                Enumerable.Range(0, graph.LeftCount)
                    .Select(left => left == at ? graph.Neighbours(left).Append(to) : graph.Neighbours(left)));
            Assert.InRange(HopcroftKarp.Match(more).Size - HopcroftKarp.Match(graph).Size, 0, 1);
        }
    }

    [Fact]
    public void HopcroftKarp_PersonRemoved_ShrinksByAtMostOne()
    {
        foreach (var seed in Seeds)
        {
            var (graph, _) = Random(seed, 10);
            var gone = new Random(seed).Next(graph.RightCount);
            var fewer = new BipartiteGraph(
                graph.RightCount,
                Enumerable.Range(0, graph.LeftCount).Select(left => graph.Neighbours(left).Where(right => right != gone)));
            Assert.InRange(HopcroftKarp.Match(graph).Size - HopcroftKarp.Match(fewer).Size, 0, 1);
        }
    }

    [Fact]
    public void Components_RandomGraphs_AreHallsDual()
    {
        foreach (var seed in Seeds)
        {
            var (graph, _) = Random(seed);
            var matching = HopcroftKarp.Match(graph);
            var components = DeficientSets.Components(graph, matching);
            var worst = Subsets(graph.LeftCount).Max(set => set.Length - graph.CountNeighbours(set));
            Assert.Equal(worst, matching.Bare.Count);
            Assert.Equal(worst, components.Sum(set => set.Shortfall));
            Assert.All(components, set => Assert.Equal(set.Rights.Count, graph.CountNeighbours(set.Lefts)));
            Assert.All(components, set => Assert.True(set.Shortfall > 0));
        }
    }

    [Fact]
    public void Components_AnyGreatestMatching_AreTheSame()
    {
        foreach (var seed in Seeds)
        {
            var (graph, weights) = Random(seed, 9);
            var one = DeficientSets.Components(graph, HopcroftKarp.Match(graph));
            var other = DeficientSets.Components(graph, HeaviestFirst.Match(graph, weights));
            Assert.Equal(one.Select(Text), other.Select(Text));
        }
    }

    [Fact]
    public void Minimal_RandomGraphs_HoldNoSmallerDeficientSet()
    {
        foreach (var seed in Seeds)
        {
            var (graph, _) = Random(seed);
            foreach (var set in DeficientSets.Minimal(graph, HopcroftKarp.Match(graph)))
            {
                Assert.Equal(1, set.Shortfall);
                Assert.Equal(set.Rights.Count, graph.CountNeighbours(set.Lefts));
                foreach (var part in Subsets(set.Lefts.Count).Where(part => part.Length > 0 && part.Length < set.Lefts.Count))
                    Assert.True(part.Length <= graph.CountNeighbours(part.Select(at => set.Lefts[at])));
            }
        }
    }

    [Fact]
    public void Components_MatchingThatCanBeExtended_IsRefused()
    {
        var full = new BipartiteGraph(1, [[0]]);
        var empty = HopcroftKarp.Match(new BipartiteGraph(1, [[]]));
        Assert.Throws<ArgumentException>(() => DeficientSets.Components(full, empty));
    }

    [Fact]
    public void Constructor_NeighbourOutsideTheRightSide_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new BipartiteGraph(2, [[0, 2]]));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void HeaviestFirst_WeightNotAboveZero_IsRefused(double weight) =>
        Assert.Throws<ArgumentException>(() => HeaviestFirst.Match(new BipartiteGraph(1, [[0]]), [weight]));

    private static string Text(DeficientSet set) => $"{string.Join(',', set.Lefts)}:{string.Join(',', set.Rights)}";

    private static (BipartiteGraph Graph, double[] Weights) Random(int seed, int size = 7)
    {
        var random = new Random(seed);
        var (lefts, rights) = (random.Next(1, size + 1), random.Next(1, size + 1));
        var degree = random.Next(1, 4);
        var graph = new BipartiteGraph(
            rights,
            Enumerable.Range(0, lefts)
                .Select(_ => Enumerable.Range(0, rights).Where(_ => random.Next(rights) < degree).ToArray()).ToArray());
        return (graph, [.. Enumerable.Range(0, lefts).Select(_ => (double)random.Next(1, 6))]);
    }

    private static (int Size, double Weight) BruteForce(BipartiteGraph graph, double[] weights, int left = 0, int used = 0)
    {
        if (left == graph.LeftCount) return (0, 0);
        var best = BruteForce(graph, weights, left + 1, used);
        foreach (var right in graph.Neighbours(left).Where(right => (used & (1 << right)) == 0))
        {
            var (size, weight) = BruteForce(graph, weights, left + 1, used | (1 << right));
            best = Better(best, (size + 1, weight + weights[left]));
        }

        return best;
    }

    private static (int Size, double Weight) Better((int Size, double Weight) one, (int Size, double Weight) other) =>
        one.CompareTo(other) >= 0 ? one : other;

    private static IEnumerable<int[]> Subsets(int count) => Enumerable.Range(0, 1 << count)
        .Select(set => Enumerable.Range(0, count).Where(at => (set & (1 << at)) != 0).ToArray());
}
