using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Feed;

/// <summary>Events as they travel.</summary>
internal static class EventMessages
{
    public static Event ToMessage(this EventRow row, string logId, long position) => new()
    {
        LogId = logId,
        Position = position,
        Id = row.Id,
        Aggregate = row.Aggregate,
        AggregateVersion = row.AggregateVersion,
        Type = row.Type,
        Payload = UnsafeByteOperations.UnsafeWrap(row.Payload),
        ActorId = row.ActorId,
        ReasonCode = row.ReasonCode,
        CorrelationId = row.CorrelationId,
        TraceParent = row.TraceParent,
        Time = Timestamp.FromDateTimeOffset(row.Time),
    };
}
