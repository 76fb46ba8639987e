namespace Talent.Messaging.Storage;

/// <summary>An event that an operator decided to pass over in this service's projections; a rebuild passes over it too.</summary>
public sealed class SkippedEventRow
{
    /// <summary>The service whose log holds the event.</summary>
    public required string Source { get; init; }

    /// <summary>The event.</summary>
    public required string EventId { get; init; }

    /// <summary>Where it stood when it was skipped.</summary>
    public required long Position { get; init; }

    /// <summary>Why, in the operator's words about the event, never about a person.</summary>
    public required string Reason { get; init; }

    /// <summary>The operator's account.</summary>
    public required string ActorId { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset SkippedAt { get; init; }
}
