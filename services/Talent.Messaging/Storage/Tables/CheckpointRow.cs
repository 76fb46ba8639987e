namespace Talent.Messaging.Storage;

/// <summary>How far the projections of this service have come in the log of one source.</summary>
public sealed class CheckpointRow
{
    /// <summary>The service whose log is followed; for its reactions, with <c>reactions/</c> before it.</summary>
    public required string Source { get; init; }

    /// <summary>Identity of the log the position counts in; empty before the first contact.</summary>
    public required string LogId { get; set; }

    /// <summary>The last event that was applied or found to be of no interest; zero: none.</summary>
    public long Position { get; set; }

    /// <summary>The event at <see cref="Position"/>; empty: none, or not known.</summary>
    public string EventId { get; set; } = "";

    /// <summary>The event that cannot be applied; zero: the projection is not stalled.</summary>
    public long StalledPosition { get; set; }

    /// <summary>Identity of the event that cannot be applied; empty: not stalled.</summary>
    public string StalledEventId { get; set; } = "";

    /// <summary>Why it cannot be applied; empty: not stalled.</summary>
    public string StalledReason { get; set; } = "";

    /// <summary>Head of the source when a rebuild began: the projection is complete again at this position; zero: no rebuild.</summary>
    public long RebuildTarget { get; set; }
}
