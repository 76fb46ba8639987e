using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.CriticalPeople;

/// <summary>
/// The smallest sets of people whose joint departure leaves more than a stated part of the weight of a group's posts uncovered. Whether a
/// post is covered is decided by matching, not by chance: those who stay and are ready within the horizon take over the posts that fall
/// vacant, each person one, heavier posts first.
/// </summary>
public sealed class CriticalSets
{
    /// <summary>So many people are looked at in all their combinations.</summary>
    public const int MostKeyPeople = 60;

    private const int MostTogether = 3;

    private CriticalSets(IReadOnlyList<CriticalSet> sets, int leftOut) => (Sets, LeftOut) = (sets, leftOut);

    /// <summary>The sets: smaller ones first, of equal size the heavier.</summary>
    public IReadOnlyList<CriticalSet> Sets { get; }

    /// <summary>
    /// How many people were left out because the group has more than <see cref="MostKeyPeople"/>: those who hold and are named for the
    /// least weight. With 0 the sets are all there are.
    /// </summary>
    public int LeftOut { get; }

    /// <summary>Finds the sets of a group.</summary>
    /// <param name="snapshot">The group.</param>
    /// <param name="thresholds">Within how many days a successor counts as ready.</param>
    /// <param name="share">More than this part of the weight of all posts must become uncovered, 0 to 1.</param>
    /// <param name="weighting">By which weights.</param>
    /// <exception cref="ArgumentException">The share lies outside 0 to 1.</exception>
    public static CriticalSets Find(
        GroupSnapshot snapshot, RuleThresholds thresholds, double share, Weighting weighting = Weighting.ByCriticality)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(thresholds);
        Require.Between(share, 0, 1, "the share of weight that makes a set critical");
        var departures = new Departures(snapshot, thresholds, weighting);
        var key = departures.KeyPeople(MostKeyPeople);
        var found = new List<int[]>();
        var sets = new List<CriticalSet>();
        for (var size = 1; size <= MostTogether; size++)
        {
            var ofSize = Combinations(key, size).Where(set => !found.Exists(less => less.All(set.Contains)))
                .Where(set => departures.UncoveredWeight(set) > share * departures.TotalWeight).ToArray();
            found.AddRange(ofSize);
            sets.AddRange(ofSize.Select(departures.Describe)
                .OrderByDescending(set => set.ShareOfWeight).ThenBy(set => set.People[0].Value, StringComparer.Ordinal));
        }

        return new CriticalSets(sets, departures.Count - key.Length);
    }

    private static IEnumerable<int[]> Combinations(int[] of, int size)
    {
        var at = Enumerable.Range(0, size).ToArray();
        while (size <= of.Length)
        {
            yield return [.. at.Select(place => of[place])];
            var last = size - 1;
            while (last >= 0 && at[last] == of.Length - size + last) last--;
            if (last < 0) yield break;
            at[last]++;
            for (var next = last + 1; next < size; next++) at[next] = at[next - 1] + 1;
        }
    }
}
