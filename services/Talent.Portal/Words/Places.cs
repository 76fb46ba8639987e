using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>Places of posts on a board, with "=" where several posts share one.</summary>
/// <param name="rows">The rows of the board.</param>
public sealed class Places(IReadOnlyCollection<BoardRow> rows)
{
    private readonly HashSet<int> _shared = Shared(rows.Select(row => row.Place));
    private readonly HashSet<int> _sharedWithEqualWeights = Shared(rows.Select(row => row.PlaceWithEqualWeights));

    /// <summary>The place by risk, for example "4=".</summary>
    public string Of(BoardRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Say(row.Place, _shared);
    }

    /// <summary>The place that equal weights give; "not known" where the board does not tell it.</summary>
    public string WithEqualWeights(BoardRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.PlaceWithEqualWeights == 0 ? "not known" : Say(row.PlaceWithEqualWeights, _sharedWithEqualWeights);
    }

    private static HashSet<int> Shared(IEnumerable<int> places) =>
        [.. places.GroupBy(place => place).Where(same => same.Count() > 1).Select(same => same.Key)];

    private static string Say(int place, HashSet<int> shared) => $"{place}{(shared.Contains(place) ? "=" : "")}";
}
