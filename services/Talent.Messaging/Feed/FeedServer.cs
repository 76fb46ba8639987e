using Grpc.Core;
using Talent.Events.V1;
using Talent.Messaging.Commands;

namespace Talent.Messaging.Feed;

/// <summary>The Feed RPC over the logs of this process.</summary>
internal sealed class FeedServer(IEnumerable<IEventLog> logs) : FeedService.FeedServiceBase
{
    private const int LargestPage = 1000;

    public override async Task<ReadEventsResponse> ReadEvents(ReadEventsRequest request, ServerCallContext context)
    {
        if (request.AfterPosition < 0 || request.PageSize < 0)
            throw Refusal.Of(StatusCode.InvalidArgument, "NEGATIVE", "after_position and page_size are not negative.");
        var log = logs.FirstOrDefault(each => each.Source == request.Source)
            ?? throw Refusal.Of(StatusCode.NotFound, Refusal.UnknownLog,
                "This service does not keep the log that was asked for: check the source.");
        return await log.ReadAsync(request.AfterPosition, Math.Min(request.PageSize, LargestPage), context.CancellationToken);
    }
}
