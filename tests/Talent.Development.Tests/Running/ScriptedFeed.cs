using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Talent.Events.V1;

namespace Talent.Development.Tests.Running;

/// <summary>The log of another service, as a test tells it.</summary>
public sealed class ScriptedFeed : FeedService.FeedServiceClient
{
    private readonly List<Event> _events = [];
    private readonly Lock _lock = new();

    /// <summary>Whether the service answers.</summary>
    public bool Reachable { get; set; } = true;

    /// <summary>Publishes an event of a type.</summary>
    public void Publish(string type, IMessage payload, DateTimeOffset time)
    {
        lock (_lock)
        {
            var position = _events.Count + 1;
            _events.Add(new Event
            {
                LogId = "log",
                Position = position,
                Id = $"event-{position}",
                Aggregate = $"any/{position}",
                AggregateVersion = 1,
                Type = type,
                Payload = payload.ToByteString(),
                ActorId = "service",
                Time = Timestamp.FromDateTimeOffset(time),
            });
        }
    }

    public override AsyncUnaryCall<ReadEventsResponse> ReadEventsAsync(
        ReadEventsRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default)
    {
        var answer = Reachable ? Task.FromResult(Answer(request)) : Task.FromException<ReadEventsResponse>(
            new RpcException(new Status(StatusCode.Unavailable, "Nobody is there.")));
        return new AsyncUnaryCall<ReadEventsResponse>(answer, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }

    private ReadEventsResponse Answer(ReadEventsRequest request)
    {
        lock (_lock)
        {
            return new ReadEventsResponse
            {
                LogId = "log",
                HeadPosition = _events.Count,
                Events = { _events.Skip((int)request.AfterPosition).Take(request.PageSize) },
            };
        }
    }
}
