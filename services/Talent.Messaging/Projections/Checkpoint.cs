using Talent.Events.V1;

namespace Talent.Messaging.Projections;

/// <summary>Where a reader of a log stands.</summary>
/// <param name="LogId">Identity of the log; empty: never read, or to be rebuilt.</param>
/// <param name="Position">The last position that is done with.</param>
/// <param name="EventId">The event at that position; empty: none, or not known.</param>
internal sealed record Checkpoint(string LogId, long Position, string EventId = "")
{
    public static Checkpoint None { get; } = new("", 0);

    /// <summary>
    /// From where to read on: one position before the next, so that the log shows whether it still holds the event that was done last.
    /// </summary>
    public long ReadAfter => Math.Max(0, Position - 1);

    /// <summary>The same log, done with up to an event.</summary>
    public Checkpoint At(Event happened) => new(LogId, happened.Position, happened.Id);

    /// <summary>
    /// Whether a page that was read after <see cref="ReadAfter"/> belongs to another history: another log, one that ends before the
    /// position, or one with another event there. A log that was put back to an earlier state and written to again shows only the last.
    /// </summary>
    public bool Contradicts(ReadEventsResponse page) =>
        page.LogId != LogId || page.HeadPosition < Position
        || page.Events.Any(each => each.Position == Position && Contradicts(each));

    /// <summary>Whether an event of the same log at the same position is another one.</summary>
    public bool Contradicts(Event happened) => Contradicts(new Checkpoint(LogId, happened.Position, happened.Id));

    /// <summary>Whether another reader of the same log found another event at the same position.</summary>
    public bool Contradicts(Checkpoint other) =>
        other.Position == Position && EventId.Length > 0 && other.EventId.Length > 0 && other.EventId != EventId;
}
