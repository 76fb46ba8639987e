namespace Talent.Succession.Engine.Matching;

/// <summary>
/// The heaviest posts first: among all matchings of the greatest size, one whose covered left vertices weigh the most together.
/// </summary>
/// <remarks>
/// Proof that greed is exact. Call a set of left vertices coverable when some matching covers all of it. (1) A subset of a coverable set
/// is coverable: drop the other edges. (2) Let A and B be coverable and |A| less than |B|; let M and N be matchings that cover exactly A
/// and exactly B. Each vertex lies on at most one edge of M and one of N, so the edges in one of them but not in both form paths and
/// cycles that alternate. As N has more edges, some path has one more edge of N than of M; its two ends are uncovered by M, one is a left
/// vertex b, and b is in B but not in A. Exchanging the edges of M on that path covers A and b. By (1) and (2) the coverable sets are the
/// independent sets of a matroid (the transversal matroid; Edmonds and Fulkerson 1965). In a matroid, taking elements by falling weight and
/// keeping each that leaves the set independent yields a heaviest basis (Rado 1957; Edmonds 1971), and all bases have the same, the
/// greatest size. Whether b can be added to the covered set A is one search for an augmenting path from b: if some matching covers A and b,
/// the argument of (2) with that matching as N gives such a path, and it starts at b, the only vertex of N outside A. The path uncovers no
/// left vertex, and by (1) what cannot be added now cannot be added later, so one search for each vertex is enough: O(V E).
/// </remarks>
public static class HeaviestFirst
{
    /// <summary>A matching of the greatest size, and among those of the greatest weight.</summary>
    /// <param name="graph">Who may fill what.</param>
    /// <param name="weights">A weight above 0 for each left vertex. Equal weights are taken in ascending order of the vertex.</param>
    /// <exception cref="ArgumentException">There is not one weight above 0 for each left vertex.</exception>
    public static BipartiteMatching Match(BipartiteGraph graph, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count != graph.LeftCount || weights.Any(weight => !(weight > 0)))
            throw new ArgumentException("Give one weight above 0 for each left vertex.", nameof(weights));
        var rightOf = Enumerable.Repeat(BipartiteMatching.None, graph.LeftCount).ToArray();
        var leftOf = Enumerable.Repeat(BipartiteMatching.None, graph.RightCount).ToArray();
        foreach (var left in Enumerable.Range(0, graph.LeftCount).OrderByDescending(left => weights[left]))
            Cover(graph, left, rightOf, leftOf);
        return new BipartiteMatching(rightOf, leftOf);
    }

    private static void Cover(BipartiteGraph graph, int root, int[] rightOf, int[] leftOf)
    {
        var reachedFrom = Enumerable.Repeat(BipartiteMatching.None, graph.RightCount).ToArray();
        var queue = new Queue<int>([root]);
        while (queue.TryDequeue(out var left))
        {
            foreach (var right in graph.Neighbours(left))
            {
                if (reachedFrom[right] != BipartiteMatching.None) continue;
                reachedFrom[right] = left;
                if (leftOf[right] != BipartiteMatching.None)
                {
                    queue.Enqueue(leftOf[right]);
                    continue;
                }

                Flip(right, reachedFrom, rightOf, leftOf);
                return;
            }
        }
    }

    private static void Flip(int end, int[] reachedFrom, int[] rightOf, int[] leftOf)
    {
        for (var right = end; right != BipartiteMatching.None;)
        {
            var left = reachedFrom[right];
            var before = rightOf[left];
            (rightOf[left], leftOf[right]) = (right, left);
            right = before;
        }
    }
}
