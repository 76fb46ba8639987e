using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
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
        Assert.True(channel.Connected);
    }

    [Fact]
    public async Task Start_WhenRedisIsAway_GoesOnWithoutAnnouncements()
    {
        using var channel = Channel("127.0.0.1:1,connectTimeout=200,syncTimeout=200");

        await channel.StartAsync(CancellationToken.None);

        Assert.False(channel.Connected);
    }

    private static RedisBoardChannel Channel(string connection) =>
        new(connection, new Announcements(TimeProvider.System), TimeProvider.System, NullLogger<RedisBoardChannel>.Instance);
}
