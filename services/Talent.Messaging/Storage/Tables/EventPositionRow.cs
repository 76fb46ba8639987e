namespace Talent.Messaging.Storage;

/// <summary>The place of an event in the published log. Given once, by the relay that holds the lease.</summary>
public sealed class EventPositionRow
{
    /// <summary>From 1, without gaps.</summary>
    public required long Position { get; init; }

    /// <summary>The event at this position.</summary>
    public required string EventId { get; init; }
}
