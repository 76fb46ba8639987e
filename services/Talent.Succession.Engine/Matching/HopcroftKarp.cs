namespace Talent.Succession.Engine.Matching;

/// <summary>
/// Maximum-cardinality matching by Hopcroft and Karp (SIAM J. Comput. 2, 1973): phases of shortest augmenting paths that share no vertex,
/// O(E sqrt V), after a first pass that gives every left vertex a neighbour that is free. Vertices are visited in ascending order, so the
/// result is a function of the graph alone.
/// </summary>
public static class HopcroftKarp
{
    /// <summary>A matching of the greatest possible size.</summary>
    public static BipartiteMatching Match(BipartiteGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var search = new Search(graph);
        search.TakeFree();
        while (search.Layer()) search.Augment();
        return new BipartiteMatching(search.RightOf, search.LeftOf);
    }

    private sealed class Search(BipartiteGraph graph)
    {
        private const int Unreached = int.MaxValue;
        private readonly int[] layer = new int[graph.LeftCount];
        private readonly int[] next = new int[graph.LeftCount];
        private readonly int[] line = new int[graph.LeftCount];

        public int[] RightOf { get; } = Filled(graph.LeftCount);

        public int[] LeftOf { get; } = Filled(graph.RightCount);

        /// <summary>Gives each left vertex its first neighbour without a partner.</summary>
        public void TakeFree()
        {
            for (var left = 0; left < graph.LeftCount; left++)
            {
                foreach (var right in graph.Row(left))
                {
                    if (LeftOf[right] != BipartiteMatching.None) continue;
                    (RightOf[left], LeftOf[right]) = (right, left);
                    break;
                }
            }
        }

        /// <summary>
        /// Measures the distance of left vertices from the bare ones, as far as the shortest augmenting path goes; false without one.
        /// </summary>
        public bool Layer()
        {
            var count = 0;
            Array.Clear(next);
            for (var left = 0; left < graph.LeftCount; left++)
            {
                layer[left] = RightOf[left] == BipartiteMatching.None ? 0 : Unreached;
                if (layer[left] == 0) line[count++] = left;
            }

            var shortest = Unreached;
            for (var at = 0; at < count && layer[line[at]] < shortest; at++)
            {
                var left = line[at];
                foreach (var right in graph.Row(left))
                {
                    var mate = LeftOf[right];
                    if (mate == BipartiteMatching.None)
                    {
                        shortest = layer[left] + 1;
                    }
                    else if (layer[mate] == Unreached)
                    {
                        layer[mate] = layer[left] + 1;
                        line[count++] = mate;
                    }
                }
            }

            return shortest != Unreached;
        }

        /// <summary>Takes as many shortest paths as share no vertex.</summary>
        public void Augment()
        {
            for (var left = 0; left < graph.LeftCount; left++)
            {
                if (RightOf[left] == BipartiteMatching.None) Augment(left);
            }
        }

        /// <summary>Depth first along the layers without recursion: paths can be as long as there are posts.</summary>
        private void Augment(int root)
        {
            var depth = 1;
            line[0] = root;
            while (depth > 0)
            {
                var left = line[depth - 1];
                var row = graph.Row(left);
                if (next[left] == row.Length)
                {
                    layer[left] = Unreached;
                    if (--depth > 0) next[line[depth - 1]]++;
                    continue;
                }

                var mate = LeftOf[row[next[left]]];
                if (mate == BipartiteMatching.None)
                {
                    Flip(depth);
                    return;
                }

                if (layer[mate] != Unreached && layer[mate] == layer[left] + 1) line[depth++] = mate;
                else next[left]++;
            }
        }

        private void Flip(int depth)
        {
            foreach (var left in line.AsSpan(0, depth))
            {
                var right = graph.Row(left)[next[left]];
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
