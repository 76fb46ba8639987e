using Grpc.Core;
using Talent.Events.V1;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Feed;

/// <summary>The Feed RPC over the logs of this process.</summary>
internal sealed class FeedServer(IEnumerable<IEventLog> logs) : FeedService.FeedServiceBase
{
    private const int LargestPage = 1000;
    private const string UnknownLog = "UNKNOWN_LOG";

    public override async Task<ReadEventsResponse> ReadEvents(ReadEventsRequest request, ServerCallContext context)
    {
        if (request.AfterPosition < 0)
            throw Errors.Invalid("after_position", "The position must not be negative.");
        if (request.PageSize < 0)
            throw Errors.Invalid("page_size", "The page size must not be negative.");
        var log = logs.FirstOrDefault(each => each.Source == request.Source)
            ?? throw Errors.NotFound("This service does not keep the log that was asked for: check the source.", UnknownLog);
        return await log.ReadAsync(request.AfterPosition, Math.Min(request.PageSize, LargestPage), context.CancellationToken);
    }
}
