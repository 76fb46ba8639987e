namespace Talent.Messaging.Storage;

/// <summary>One committed event: the audit trail of its service. Appended through a command, never updated, never removed.</summary>
public sealed class EventRow
{
    /// <summary>Order in which the events were numbered; not gap-free and not the order of commits. Given by the database.</summary>
    public long Sequence { get; init; }

    /// <summary>Identity of the event.</summary>
    public required string Id { get; init; }

    /// <summary>What it happened to, as <c>kind/id</c>.</summary>
    public required string Aggregate { get; init; }

    /// <summary>The version of the aggregate that it made, from 1; unique within the aggregate.</summary>
    public required long AggregateVersion { get; init; }

    /// <summary>Type and version of the payload, for example <c>roles.appointment.ended.v1</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The payload, serialised as protobuf.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Account or service that caused it.</summary>
    public required string ActorId { get; init; }

    /// <summary>Code of the reason that was given; empty where none was asked for.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>Shared by everything one request caused.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>W3C traceparent of the request; empty where it was not traced.</summary>
    public required string TraceParent { get; init; }

    /// <summary>When the command ran, by the service's clock, to the microsecond.</summary>
    public required DateTimeOffset Time { get; init; }
}
