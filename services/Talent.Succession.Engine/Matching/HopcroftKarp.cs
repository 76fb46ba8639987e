namespace Talent.Succession.Engine.Matching;

/// <summary>
/// Maximum-cardinality matching by Hopcroft and Karp (SIAM J. Comput. 2, 1973): phases of shortest augmenting paths that share no vertex,
/// O(E sqrt V). Vertices are visited in ascending order, so the result is a function of the graph alone.
/// </summary>
public static class HopcroftKarp
{
    /// <summary>A matching of the greatest possible size.</summary>
    public static BipartiteMatching Match(BipartiteGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var search = new Search(graph);
        while (search.Layer())
        {
            for (var left = 0; left < graph.LeftCount; left++)
            {
                if (search.RightOf[left] == BipartiteMatching.None) search.Augment(left);
            }
        }

        return new BipartiteMatching(search.RightOf, search.LeftOf);
    }

    private sealed class Search(BipartiteGraph graph)
    {
        private const int Unreached = int.MaxValue;
        private readonly int[] layer = new int[graph.LeftCount];
        private readonly int[] next = new int[graph.LeftCount];

        public int[] RightOf { get; } = Filled(graph.LeftCount);

        public int[] LeftOf { get; } = Filled(graph.RightCount);

        /// <summary>Measures the distance of every left vertex from the bare ones; false when no augmenting path is left.</summary>
        public bool Layer()
        {
            var queue = new Queue<int>();
            Array.Clear(next);
            for (var left = 0; left < graph.LeftCount; left++)
            {
                layer[left] = RightOf[left] == BipartiteMatching.None ? 0 : Unreached;
                if (layer[left] == 0) queue.Enqueue(left);
            }

            var found = false;
            while (queue.TryDequeue(out var left))
            {
                foreach (var right in graph.Neighbours(left))
                {
                    var mate = LeftOf[right];
                    if (mate == BipartiteMatching.None)
                    {
                        found = true;
                    }
                    else if (layer[mate] == Unreached)
                    {
                        layer[mate] = layer[left] + 1;
                        queue.Enqueue(mate);
                    }
                }
            }

            return found;
        }

        /// <summary>Depth first along the layers without recursion: paths can be as long as there are posts.</summary>
        public void Augment(int root)
        {
            var path = new Stack<int>([root]);
            while (path.TryPeek(out var left))
            {
                var neighbours = graph.Neighbours(left);
                if (next[left] == neighbours.Count)
                {
                    layer[left] = Unreached;
                    path.Pop();
                    if (path.TryPeek(out var before)) next[before]++;
                    continue;
                }

                var mate = LeftOf[neighbours[next[left]]];
                if (mate == BipartiteMatching.None)
                {
                    Flip(path);
                    return;
                }

                if (layer[mate] != Unreached && layer[mate] == layer[left] + 1) path.Push(mate);
                else next[left]++;
            }
        }

        private void Flip(Stack<int> path)
        {
            foreach (var left in path)
            {
                var right = graph.Neighbours(left)[next[left]];
                (RightOf[left], LeftOf[right]) = (right, left);
                layer[left] = Unreached;
            }
        }

        private static int[] Filled(int count)
        {
            var mates = new int[count];
            Array.Fill(mates, BipartiteMatching.None);
            return mates;
        }
    }
}
