using Grpc.Core;
using Talent.Events.V1;
using Talent.Messaging.Feed;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Tests.Feed;

public sealed class FeedServerTests
{
    [Theory]
    [InlineData(-1, 0, "after_position")]
    [InlineData(0, -1, "page_size")]
    public async Task ReadEvents_NegativeNumber_NamesTheField(long afterPosition, int pageSize, string field)
    {
        var request = new ReadEventsRequest { Source = "roles", AfterPosition = afterPosition, PageSize = pageSize };

        var refused = await RefusedAsync(request);

        Assert.Equal((StatusCode.InvalidArgument, field), (refused.Code, Assert.Single(refused.Fields).Field));
    }

    [Fact]
    public async Task ReadEvents_LogOfAnotherService_IsNotFound()
    {
        var refused = await RefusedAsync(new ReadEventsRequest { Source = "elsewhere" });

        Assert.Equal((StatusCode.NotFound, "UNKNOWN_LOG"), (refused.Code, refused.Reason));
    }

    // Both are refused before the context of the call is looked at.
    private static async Task<ErrorDetails> RefusedAsync(ReadEventsRequest request) =>
        (await Assert.ThrowsAsync<RpcException>(() => new FeedServer([]).ReadEvents(request, null!))).GetDetails();
}
