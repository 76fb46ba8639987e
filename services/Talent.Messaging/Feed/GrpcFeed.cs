using Microsoft.Extensions.DependencyInjection;
using Talent.Events.V1;

namespace Talent.Messaging.Feed;

/// <summary>The Feed RPC, by the client that is registered under the name of the source.</summary>
internal sealed class GrpcFeed(IServiceProvider services) : IFeed
{
    public async Task<ReadEventsResponse> ReadAsync(string source, long afterPosition, int size, CancellationToken cancellation)
    {
        var client = services.GetRequiredKeyedService<FeedService.FeedServiceClient>(source);
        var request = new ReadEventsRequest { Source = source, AfterPosition = afterPosition, PageSize = size };
        return await client.ReadEventsAsync(request, cancellationToken: cancellation);
    }
}
