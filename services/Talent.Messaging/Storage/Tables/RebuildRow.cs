namespace Talent.Messaging.Storage;

/// <summary>A rebuild that an operator asked for.</summary>
public sealed class RebuildRow
{
    /// <summary>Its identity.</summary>
    public required string Id { get; init; }

    /// <summary>The service whose log the projections are of.</summary>
    public required string Source { get; init; }

    /// <summary>The log that was followed until then; empty: none yet, or a rebuild had been asked for before.</summary>
    public required string LogId { get; init; }

    /// <summary>How far they had come.</summary>
    public long Position { get; init; }

    /// <summary>Why; never about a person.</summary>
    public required string Reason { get; init; }

    /// <summary>The operator's account.</summary>
    public required string ActorId { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset AskedAt { get; init; }
}
