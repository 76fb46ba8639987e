namespace Talent.Demonstration.Generation;

/// <summary>Gives every group its trusts and its arrangement so that sharing in the whole country is as the size says.</summary>
internal sealed class ArrangementPlanner(DemonstrationSize size, RandomSource random)
{
    private const int MostTrusts = 7;
    private const int MostBoardsOfOnePerson = 4;
    private const double ShareOfSharedFamilies = 0.35;

    /// <summary>Trusts of each group: the first has four, the others at least two.</summary>
    public IReadOnlyList<int> TrustsOfGroups()
    {
        var first = Arrangement.FirstGroup.Chairs[0].Count;
        var counts = Enumerable.Repeat(2, size.Groups).ToArray();
        counts[0] = first;
        for (var left = size.Trusts - counts.Sum(); left > 0; left--)
        {
            var group = random.Between(1, size.Groups - 1);
            while (counts[group] == MostTrusts)
                group = (group % (size.Groups - 1)) + 1;
            counts[group]++;
        }
        return counts;
    }

    public IReadOnlyList<Arrangement> Arrange(IReadOnlyList<int> trusts)
    {
        var shared = Arrangement.FirstGroup.Chairs[0].Count - 1;
        var others = random.Shuffle(Enumerable.Range(1, trusts.Count - 1));
        var chairs = Blocks(others, group => trusts[group], size.ChairReductions - shared);
        // Where the chair is not shared, the chief executive is not either: "chair shared, chief executive not" is a pattern, its reverse none.
        var chiefs = Blocks(others, group => chairs[group], size.ChiefExecutiveReductions - shared);
        return
        [
            Arrangement.FirstGroup,
            .. Enumerable.Range(1, trusts.Count - 1).Select(group => new Arrangement
            {
                Chairs = Partition(trusts[group], chairs[group]),
                ChiefExecutives = Partition(trusts[group], chiefs[group]),
                SharedFamilies = SharedFamilies(),
            }),
        ];
    }

    // How many boards one person leads in each group: as large as allowed, in the order given, until the reductions are used up.
    private static Dictionary<int, int> Blocks(List<int> groups, Func<int, int> most, int reductions)
    {
        var blocks = new Dictionary<int, int>();
        foreach (var group in groups)
        {
            var block = Math.Min(Math.Min(most(group), MostBoardsOfOnePerson), reductions + 1);
            blocks[group] = Math.Max(block, 1);
            reductions -= blocks[group] - 1;
        }
        return reductions <= 0
            ? blocks
            : throw new InvalidOperationException($"The groups are too small to share {reductions} more posts; choose more trusts.");
    }

    private static List<IReadOnlyList<int>> Partition(int trusts, int shared) =>
        [[.. Enumerable.Range(0, shared)], .. Enumerable.Range(shared, trusts - shared).Select(trust => (IReadOnlyList<int>)[trust])];

    private HashSet<string> SharedFamilies() =>
        Families.WideTeam.Where(_ => random.Chance(ShareOfSharedFamilies)).ToHashSet(StringComparer.Ordinal);
}
