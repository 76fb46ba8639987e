using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Talent.Succession.Boards;
using Talent.Succession.V1;
using Talent.Testing;

namespace Talent.Succession.Tests.Boards;

public sealed class RedisBoardCacheTests
{
    [Fact]
    public async Task Find_BoardStored_IsTheSameInTheSameOrder()
    {
        var (cache, connection, _) = await StartAsync();
        using var _ = connection;
        var board = Board(3, "b", "a", "c");
        await cache.StoreAsync(board, CancellationToken.None);
        Assert.Equal(board, await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Find_NewerBoardStored_IsTheNewer()
    {
        var (cache, connection, _) = await StartAsync();
        using var _ = connection;
        await cache.StoreAsync(Board(3, "b", "a"), CancellationToken.None);
        await cache.StoreAsync(Board(4, "a"), CancellationToken.None);
        Assert.Equal(Board(4, "a"), await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Store_Board_EveryKeyExpires()
    {
        var (cache, connection, prefix) = await StartAsync();
        using var _ = connection;
        await cache.StoreAsync(Board(3, "b", "a"), CancellationToken.None);
        foreach (var key in new[] { "board:g", "ranking:g:3", "rows:g:3" })
            Assert.NotNull(await connection.GetDatabase().KeyTimeToLiveAsync(prefix + key));
    }

    [Fact]
    public async Task Store_Board_TellsThoseWhoListen()
    {
        var (cache, connection, _) = await StartAsync();
        using var _ = connection;
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var board = Board(7, "b");
        board.GroupId = Guid.Parse("0192f0c1-0000-7000-8000-000000000001").ToString();
        await connection.GetSubscriber().SubscribeAsync(new RedisChannel("boards", RedisChannel.PatternMode.Literal), (_, message) =>
        {
            if (message == $"{board.GroupId} 7") heard.TrySetResult();
        });
        await cache.StoreAsync(board, CancellationToken.None);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    [Fact]
    public async Task Find_PartsLost_IsNothing()
    {
        var (cache, connection, prefix) = await StartAsync();
        using var _ = connection;
        await cache.StoreAsync(Board(3, "b", "a"), CancellationToken.None);
        await connection.GetDatabase().KeyDeleteAsync(prefix + "rows:g:3");
        await connection.GetDatabase().KeyDeleteAsync(prefix + "ranking:g:3");
        Assert.Null(await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Find_ServerGone_IsNothingAndNoFailure()
    {
        var options = ConfigurationOptions.Parse("localhost:1,connectTimeout=100,connectRetry=1");
        options.AbortOnConnectFail = false;
        using var connection = await ConnectionMultiplexer.ConnectAsync(options);
        var cache = new RedisBoardCache(connection, "gone:", TimeProvider.System, NullLogger<RedisBoardCache>.Instance);
        await cache.StoreAsync(Board(3, "b"), CancellationToken.None);
        Assert.Null(await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task GetBoard_ServiceWithRedis_KeepsTheBoardThereAndServesIt()
    {
        var redis = await TestServers.RedisAsync();
        await using var host = await ServiceHost.StartAsync("sqlite", new Dictionary<string, string?>
        {
            ["ConnectionStrings:cache"] = redis.ConnectionString,
            ["Talent:CachePrefix"] = redis.KeyPrefix,
        });
        await host.TellAsync(Sample.GroupFormed(), Sample.PostCreated(Sample.Post("p")));
        var board = await host.BoardAsync(await host.DirectorAsync(), board => board.Rows.Count == 1 && board.Provenance.BoardVersion > 0);
        var cache = host.Services.GetRequiredService<IBoardCache>();
        Board? kept = null;
        for (var attempt = 0; attempt < 200 && kept?.Provenance.BoardVersion != board.Provenance.BoardVersion; attempt++)
        {
            kept = await cache.FindAsync(Sample.Group, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        Assert.Equal(board.Rows, kept!.Rows);
    }

    [Fact]
    public async Task GetBoard_RedisCannotBeReached_AnswersTheSame()
    {
        await using var host = await ServiceHost.StartAsync("sqlite", new Dictionary<string, string?>
        {
            ["ConnectionStrings:cache"] = "localhost:1,connectTimeout=100,connectRetry=1",
        });
        await host.TellAsync(Sample.GroupFormed(), Sample.PostCreated(Sample.Post("p")));
        var board = await host.BoardAsync(await host.DirectorAsync(), board => board.Provenance.BoardVersion > 0);
        Assert.Equal("p", Assert.Single(board.Rows).PostId);
    }

    private static async Task<(RedisBoardCache Cache, ConnectionMultiplexer Connection, string Prefix)> StartAsync()
    {
        var redis = await TestServers.RedisAsync();
        var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var cache = new RedisBoardCache(connection, redis.KeyPrefix, TimeProvider.System, NullLogger<RedisBoardCache>.Instance);
        return (cache, connection, redis.KeyPrefix);
    }

    private static Board Board(long version, params string[] posts)
    {
        var board = new Board
        {
            GroupId = "g",
            Provenance = new Provenance { BoardVersion = version },
            Coverage = new Coverage { Posts = posts.Length },
        };
        board.Rows.AddRange(posts.Select((post, at) => new BoardRow { PostId = post, Title = post, Place = at + 1 }));
        return board;
    }
}
