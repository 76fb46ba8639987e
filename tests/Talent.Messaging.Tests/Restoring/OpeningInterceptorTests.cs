using Grpc.Core;
using Grpc.Net.Client;
using Talent.Events.V1;
using Talent.Messaging.Tests.Sample;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Tests.Restoring;

/// <summary>What callers hear from methods that answer only while their service is open.</summary>
public sealed class OpeningInterceptorTests : IAsyncDisposable
{
    private readonly SqliteTestStorage _storage = new();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Call_NotRestored_IsAnswered()
    {
        await using var service = await StartAsync(await _storage.SettingsForAsync("roles"));

        Assert.Equal(0, (await ReadAsync(service)).HeadPosition);
    }

    [Fact]
    public async Task Call_RestoredAndNotCaughtUp_IsUnavailableForThatReason()
    {
        await using var service = await StartAsync(await _storage.SettingsForAsync("roles"));
        await service.MigrateAsync("migrate", "--restored");

        Assert.Equal((StatusCode.Unavailable, "SERVICE_RESTORED"), await RefusedAsync(service));
    }

    [Fact]
    public async Task Call_DatabaseDoesNotAnswer_IsUnavailableForThatReason()
    {
        const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=roles";
        var nowhere = new Dictionary<string, string?> { ["ConnectionStrings:roles-db"] = Nowhere };
        await using var service = await StartAsync(nowhere, migrate: false);

        Assert.Equal((StatusCode.Unavailable, Reason.DatabaseUnavailable), await RefusedAsync(service));
    }

    private static Task<SampleService> StartAsync(IReadOnlyDictionary<string, string?> storage, bool migrate = true) =>
        SampleService.StartAsync(new SampleSetting("roles", storage)
        {
            Idle = true,
            Migrate = migrate,
            FeedOpensWithService = true,
            Options = new MessagingOptions { OpenKept = TimeSpan.Zero },
            Messaging = messaging => messaging.Erase<SampleErasure>(),
        });

    private static async Task<ReadEventsResponse> ReadAsync(SampleService service)
    {
        using var channel = GrpcChannel.ForAddress(service.Address);
        return await new FeedService.FeedServiceClient(channel).ReadEventsAsync(new ReadEventsRequest { Source = "roles" });
    }

    private static async Task<(StatusCode Code, string Reason)> RefusedAsync(SampleService service)
    {
        var refused = (await Assert.ThrowsAsync<RpcException>(() => ReadAsync(service))).GetDetails();
        return (refused.Code, refused.Reason);
    }
}
