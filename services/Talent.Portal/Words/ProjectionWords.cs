using Talent.Events.V1;
using Talent.Messaging.Projections;

namespace Talent.Portal.Words;

/// <summary>The words for readers of logs, and their part of an address.</summary>
public static class ProjectionWords
{
    private const string ReactionsInAddress = "reactions-";

    /// <summary>What a reader does with whose entries.</summary>
    public static string SayReader(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return IsReactions(source) ? $"Reacts to {source[ProjectionStatus.OfReactions.Length..]}" : $"Projects {source}";
    }

    /// <summary>How far it has come.</summary>
    public static string SayState(Projection projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return projection switch
        {
            { StalledPosition: > 0 } => $"Stalled at entry {projection.StalledPosition}",
            { RebuildTarget: > 0 } => $"Being rebuilt: {projection.Position} of {projection.RebuildTarget}",
            _ => $"At entry {projection.Position}",
        };
    }

    /// <summary>Whether it is the reader of reactions, which never run again.</summary>
    public static bool IsReactions(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.StartsWith(ProjectionStatus.OfReactions, StringComparison.Ordinal);
    }

    /// <summary>The reader as one part of an address.</summary>
    public static string InAddress(string source) =>
        IsReactions(source) ? ReactionsInAddress + source[ProjectionStatus.OfReactions.Length..] : source;

    /// <summary>The reader that a part of an address names.</summary>
    public static string FromAddress(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.StartsWith(ReactionsInAddress, StringComparison.Ordinal)
            ? ProjectionStatus.OfReactions + part[ReactionsInAddress.Length..]
            : part;
    }
}
