using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What is said beside weighted figures as long as the group has not agreed how critical its posts are.</summary>
public static class EqualWeights
{
    private const string NotAgreed =
        "How critical each post is has not been agreed by the group, so weighted figures are also shown with equal weights.";

    /// <summary>That figures are also shown with equal weights, and whether the order changes with them; null once it is agreed.</summary>
    public static string? Say(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        if (board.CriticalityAgreed)
            return null;
        return board.OrderChangesWithEqualWeights
            ? $"{NotAgreed} Equal weights put the posts in another order."
            : $"{NotAgreed} Equal weights leave the posts in the same order.";
    }

    /// <summary>The places of one post, for example "place 3 on the group's board, tied; place 5 with equal weights".</summary>
    public static string SayPlaces(BoardRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var place = $"place {row.Place} on the group's board{(row.Tied ? ", tied" : "")}";
        return row.PlaceWithEqualWeights == 0 ? place : $"{place}; place {row.PlaceWithEqualWeights} with equal weights";
    }
}
