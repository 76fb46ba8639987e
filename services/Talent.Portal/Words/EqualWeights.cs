using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>What is said beside weighted figures as long as the group has not agreed how critical its posts are.</summary>
public static class EqualWeights
{
    /// <summary>That figures are also shown with equal weights, and why.</summary>
    public const string NotAgreed =
        "How critical each post is has not been agreed by the group, so weighted figures are also shown with equal weights.";

    /// <summary>That figures are also shown with equal weights, and whether the order changes with them; null once it is agreed.</summary>
    public static string? Say(Board board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return board.CriticalityAgreed ? null : $"{NotAgreed} {SayOrder(board.OrderChangesWithEqualWeights, "posts")}";
    }

    /// <summary>The same of what would help most in a forecast; null once it is agreed, or where no actions were simulated.</summary>
    public static string? Say(Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        if (forecast.CriticalityAgreed || forecast.RankedActions is not { } ranked)
            return null;
        var order = $"{NotAgreed} {SayOrder(ranked.OrderChangesWithEqualWeights, "actions")}";
        return ranked.Generated > ranked.Actions.Count
            ? $"{order} Which actions were simulated was chosen by the criticalities that have been proposed."
            : order;
    }

    /// <summary>For example "Equal weights put the posts in another order by what the changes bring."</summary>
    /// <param name="changes">Whether they do.</param>
    /// <param name="what">What is in an order.</param>
    /// <param name="by">By what it is; null where that goes without saying.</param>
    public static string SayOrder(bool changes, string what, string? by = null)
    {
        var order = changes ? $"Equal weights put the {what} in another order" : $"Equal weights leave the {what} in the same order";
        return by is null ? $"{order}." : $"{order} {by}.";
    }

    /// <summary>The places of one post, for example "place 3 on the group's board, tied; place 5 with equal weights".</summary>
    public static string SayPlaces(BoardRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var place = $"place {row.Place} on the group's board{(row.Tied ? ", tied" : "")}";
        return row.PlaceWithEqualWeights == 0 ? place : $"{place}; place {row.PlaceWithEqualWeights} with equal weights";
    }
}
