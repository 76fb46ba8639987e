using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Tests.Running;
using Talent.ServiceDefaults;
using Talent.Testing;

namespace Talent.Development.Tests.Api;

/// <summary>Every mutation asked for twice is carried out once, on either database.</summary>
public abstract class IdempotencyTests(DevelopmentFixture fixture)
{
    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    public static TheoryData<string> Methods => [.. EveryMutation.Methods.Select(method => method.Name)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_SentAgain_AnswersTheSameAndChangesNothing(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var (prepared, headers) = await new EveryMutation(_host).PrepareAsync(method);
        var request = prepared.Under(_given.NewId());
        var first = await method.SendAsync(_host.Channel, request, headers);
        var events = await CountEventsAsync();

        var second = await method.SendAsync(_host.Channel, request, headers);

        Assert.Equal(first, second);
        Assert.Equal(events, await CountEventsAsync());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_AnotherUnderTheSameId_IsRefused(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var requests = new EveryMutation(_host);
        var (one, headers) = await requests.PrepareAsync(method);
        var (other, otherHeaders) = await requests.PrepareAsync(method);
        var requestId = _given.NewId();
        await method.SendAsync(_host.Channel, one.Under(requestId), headers);

        var refused = await Assert.ThrowsAsync<RpcException>(
            () => method.SendAsync(_host.Channel, other.Under(requestId), otherHeaders));

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), (refused.StatusCode, refused.GetDetails().Reason));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Mutation_WithoutRequestId_IsRefused(string name)
    {
        var method = EveryMutation.Methods.Single(each => each.Name == name);
        var (request, headers) = await new EveryMutation(_host).PrepareAsync(method);

        var refused = await Assert.ThrowsAsync<RpcException>(() => method.SendAsync(_host.Channel, request, headers));

        Assert.Equal("request_id", refused.GetDetails().Fields[0].Field);
    }

    private async Task<int> CountEventsAsync()
    {
        await using var context = _host.Storage.CreateContext();
        return await context.Events.CountAsync();
    }
}

public sealed class IdempotencyOnSqliteTests(SqliteDevelopment fixture) : IdempotencyTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class IdempotencyOnPostgresTests(PostgresDevelopment fixture)
    : IdempotencyTests(fixture), IClassFixture<PostgresDevelopment>;
