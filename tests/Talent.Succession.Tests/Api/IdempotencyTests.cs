using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Testing;

namespace Talent.Succession.Tests.Api;

public sealed class SqliteIdempotencyTests() : IdempotencyCompliance("sqlite");

public sealed class PostgresIdempotencyTests() : IdempotencyCompliance("postgresql");

/// <summary>Every mutation asked for twice is carried out once, on either database.</summary>
public abstract class IdempotencyCompliance(string database) : IAsyncLifetime
{
    private ServiceHost Host { get; set; } = null!;

    public static TheoryData<string> Methods => [.. EveryMutation.Methods.Select(method => method.Name)];

    public async ValueTask InitializeAsync() => Host = await ServiceHost.StartAsync(database);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Host.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_RepeatedOrReusedOrWithoutId_IsCarriedOutOnce(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var requests = new EveryMutation(Host);
        var flag = await requests.RaiseFlagAsync();
        var (prepared, headers) = await requests.PrepareAsync(method, flag);
        var (other, _) = await requests.PrepareAsync(method, flag);
        var request = prepared.Under(EveryMutation.NextId());
        Assert.Equal("request_id", (await RefusedAsync(prepared)).Fields[0].Field);
        var first = await method.SendAsync(Host.Channel, request, headers);
        var events = await CountEventsAsync();

        Assert.Equal(first, await method.SendAsync(Host.Channel, request, headers));
        Assert.Equal("REQUEST_ID_REUSED", (await RefusedAsync(other.Under(RequestIdOf(request)))).Reason);
        Assert.Equal(events, await CountEventsAsync());

        async Task<ErrorDetails> RefusedAsync(Google.Protobuf.IMessage wrong) =>
            (await Assert.ThrowsAsync<RpcException>(() => method.SendAsync(Host.Channel, wrong, headers))).GetDetails();
    }

    private static string RequestIdOf(Google.Protobuf.IMessage request) =>
        (string)request.Descriptor.FindFieldByName("request_id").Accessor.GetValue(request);

    // Boards are computed meanwhile and raise flags: only what commands of people append counts.
    private async Task<int> CountEventsAsync()
    {
        await using var context = Host.Storage.CreateContext();
        return await context.Events.CountAsync(
            row => row.Type.StartsWith("succession.nomination") || row.Type == "succession.flag.discussed.v1");
    }
}
