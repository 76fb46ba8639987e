namespace Talent.Succession.Engine.Matching;

/// <summary>Left vertices that together have fewer neighbours than members, so that some of them must stay bare (Hall 1935).</summary>
/// <param name="Lefts">The left vertices S, ascending.</param>
/// <param name="Rights">Their neighbours N(S), ascending: whom they compete for.</param>
public sealed record DeficientSet(IReadOnlyList<int> Lefts, IReadOnlyList<int> Rights)
{
    /// <summary>How many of the left vertices stay bare: |S| - |N(S)|.</summary>
    public int Shortfall => Lefts.Count - Rights.Count;
}

/// <summary>Finds what makes a matching fall short, by alternating reachability.</summary>
public static class DeficientSets
{
    /// <summary>
    /// The connected parts of what can be reached from bare vertices by alternating paths (the under-covered part of Dulmage and
    /// Mendelsohn 1958). They hold every left vertex that some greatest matching leaves bare, they do not depend on which greatest
    /// matching is given, and their shortfalls add up to the number of bare vertices.
    /// </summary>
    /// <param name="graph">Who may fill what.</param>
    /// <param name="greatest">A matching of the greatest size.</param>
    public static IReadOnlyList<DeficientSet> Components(BipartiteGraph graph, BipartiteMatching greatest)
    {
        ArgumentNullException.ThrowIfNull(greatest);
        var reached = Reach(graph, greatest, greatest.Bare).Lefts;
        var usedBy = reached.SelectMany(left => graph.Neighbours(left), (left, right) => (left, right))
            .ToLookup(edge => edge.right, edge => edge.left);
        var seen = new HashSet<int>();
        var components = new List<DeficientSet>();
        foreach (var start in reached.Where(seen.Add))
        {
            var members = new List<int>();
            var rights = new HashSet<int>();
            var queue = new Queue<int>([start]);
            while (queue.TryDequeue(out var left))
            {
                members.Add(left);
                foreach (var other in graph.Neighbours(left).Where(rights.Add).SelectMany(right => usedBy[right]).Where(seen.Add))
                    queue.Enqueue(other);
            }

            components.Add(new DeficientSet([.. members.Order()], [.. rights.Order()]));
        }

        return components;
    }

    /// <summary>
    /// For each bare vertex the smallest set that forces it: all left vertices reached from it. Its shortfall is exactly 1 and no proper
    /// subset is deficient: a deficient subset would have to hold the bare vertex, its neighbours would be exactly the partners of its
    /// other members, so it would be closed under alternating paths and hold everything reached from the bare vertex.
    /// </summary>
    /// <param name="graph">Who may fill what.</param>
    /// <param name="greatest">A matching of the greatest size; another one may leave other vertices bare.</param>
    public static IReadOnlyList<DeficientSet> Minimal(BipartiteGraph graph, BipartiteMatching greatest)
    {
        ArgumentNullException.ThrowIfNull(greatest);
        return [.. greatest.Bare.Select(bare => Reach(graph, greatest, [bare]))];
    }

    private static DeficientSet Reach(BipartiteGraph graph, BipartiteMatching matching, IEnumerable<int> from)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var queue = new Queue<int>(from);
        var lefts = new HashSet<int>(queue);
        var rights = new HashSet<int>();
        while (queue.TryDequeue(out var left))
        {
            foreach (var right in graph.Neighbours(left).Where(rights.Add))
            {
                var mate = matching.LeftOf(right);
                if (mate == BipartiteMatching.None)
                    throw new ArgumentException("Give a matching of the greatest size; this one can be extended.", nameof(matching));
                if (lefts.Add(mate)) queue.Enqueue(mate);
            }
        }

        return new DeficientSet([.. lefts.Order()], [.. rights.Order()]);
    }
}
