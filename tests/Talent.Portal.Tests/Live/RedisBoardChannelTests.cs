using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Talent.Portal.Doubles;
using Talent.Portal.Live;
using Talent.Testing;

namespace Talent.Portal.Tests.Live;

public sealed class RedisBoardChannelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Listen_WhenRedisAnnouncesTheGroup_Wakes()
    {
        var redis = await TestServers.RedisAsync();
        var group = $"{redis.KeyPrefix}group";
        using var channel = Channel(redis.ConnectionString);
        await channel.StartAsync(CancellationToken.None);
        using var listener = channel.Listen(group);
        var waiting = listener.WaitAsync(TimeSpan.FromDays(1), CancellationToken.None);

        using var publisher = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!waiting.IsCompleted)
        {
            // The channel subscribes in the background, so what is announced before is lost, as it may be.
            await publisher.GetSubscriber().PublishAsync(new RedisChannel("boards", RedisChannel.PatternMode.Literal), $"{group} 7");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }

        await waiting;
    }

    [Fact]
    public async Task Follow_WhenRedisIsLostInMidStream_StillShowsTheNextVersionSoon()
    {
        var redis = await TestServers.RedisAsync();
        var server = (DnsEndPoint)ConfigurationOptions.Parse(redis.ConnectionString).EndPoints.Single();
        using var way = CuttableConnection.To(server.Host, server.Port);
        await using var portal = new OwnPortal(redis.ConnectionString.Replace(
            $"{server.Host}:{server.Port}", $"127.0.0.1:{way.Port}", StringComparison.Ordinal));
        await portal.Host.InitializeAsync();
        using var director = await portal.Host.VisitAsAsync("director");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        await using var stream = await director.Client.GetStreamAsync(
            new Uri($"/groups/{Invented.GroupId}/board/events?version=1", UriKind.Relative), patience.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
        using var publisher = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        // Until an announcement is what shows the version.
        while (await NextAsync(portal.Host, events, publisher) > TimeSpan.FromSeconds(1))
            Assert.False(patience.IsCancellationRequested);

        way.Cut();

        Assert.InRange(await NextAsync(portal.Host, events, publisher: null), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Follow_WhenRedisIsAwayFromTheStart_ShowsTheNextVersionSoon()
    {
        await using var portal = new OwnPortal("127.0.0.1:1,connectTimeout=200,syncTimeout=200");
        await portal.Host.InitializeAsync();
        using var director = await portal.Host.VisitAsAsync("director");
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await using var stream = await director.Client.GetStreamAsync(
            new Uri($"/groups/{Invented.GroupId}/board/events?version=1", UriKind.Relative), patience.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);

        Assert.InRange(await NextAsync(portal.Host, events, publisher: null), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    // How long it takes until the reader is told of a new version.
    private static async Task<TimeSpan> NextAsync(
        PortalHost portal, IAsyncEnumerator<SseItem<string>> events, ConnectionMultiplexer? publisher)
    {
        var version = ++portal.Recorded.BoardVersion;
        var start = TimeProvider.System.GetTimestamp();
        if (publisher is not null)
            await publisher.GetSubscriber().PublishAsync(new RedisChannel("boards", RedisChannel.PatternMode.Literal), $"{Invented.GroupId} {version}");
        do
            Assert.True(await events.MoveNextAsync());
        while (events.Current is not { EventType: "changed" } || events.Current.Data != $"{version}");
        return TimeProvider.System.GetElapsedTime(start);
    }

    private static RedisBoardChannel Channel(string connection) =>
        new(connection, new Announcements(TimeProvider.System), TimeProvider.System, NullLogger<RedisBoardChannel>.Instance);

    private sealed class OwnPortal(string redis) : IAsyncDisposable
    {
        public PortalHost Host { get; } = new()
        {
            Settings = new Dictionary<string, string?>
            {
                ["ConnectionStrings:cache"] = redis,
                ["Talent:BoardPollInterval"] = "00:00:02",
            },
        };

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
