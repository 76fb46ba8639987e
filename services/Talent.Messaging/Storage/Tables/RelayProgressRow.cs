namespace Talent.Messaging.Storage;

/// <summary>How far the relay has come; one row.</summary>
public sealed class RelayProgressRow
{
    /// <summary>Always 1: there is one row.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Every event up to this sequence number has a position or will never be committed.</summary>
    public long SettledSequence { get; set; }

    /// <summary>Every event up to this position was confirmed by the broker.</summary>
    public long PublishedPosition { get; set; }
}
