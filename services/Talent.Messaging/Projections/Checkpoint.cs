namespace Talent.Messaging.Projections;

/// <summary>Where a reader of a log stands.</summary>
/// <param name="LogId">Identity of the log; empty: never read, or to be rebuilt.</param>
/// <param name="Position">The last position that is done with.</param>
internal sealed record Checkpoint(string LogId, long Position)
{
    public static Checkpoint None { get; } = new("", 0);
}
