using System.Collections.Concurrent;
using System.Reflection;
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
    public async Task Store_OlderBoard_NeverTakesThePlaceOfANewer()
    {
        var (cache, connection, _) = await StartAsync();
        using var _ = connection;
        Assert.True(await cache.StoreAsync(Board(4, "a"), CancellationToken.None));
        Assert.True(await cache.StoreAsync(Board(3, "b", "a"), CancellationToken.None));
        Assert.Equal(Board(4, "a"), await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Store_SameVersionAnew_IsTheLast()
    {
        var (cache, connection, _) = await StartAsync();
        using var _ = connection;
        await cache.StoreAsync(Board(4, "b", "a"), CancellationToken.None);
        await cache.StoreAsync(Board(4, "a"), CancellationToken.None);
        Assert.Equal(Board(4, "a"), await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Store_BoardWithoutRows_IsFound()
    {
        var (cache, connection, _) = await StartAsync();
        using var _ = connection;
        await cache.StoreAsync(Board(4), CancellationToken.None);
        Assert.Equal(Board(4), await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Store_Board_EveryKeyExpires()
    {
        var (cache, connection, prefix) = await StartAsync();
        using var _ = connection;
        await cache.StoreAsync(Board(3, "b", "a"), CancellationToken.None);
        foreach (var key in new[] { "version:g", "board:g", "ranking:g:3", "rows:g:3" })
            Assert.NotNull(await connection.GetDatabase().KeyTimeToLiveAsync(prefix + key));
    }

    [Fact]
    public async Task Announce_WhileStoringFails_StillTellsThoseWhoListen()
    {
        var (cache, connection, prefix) = await StartAsync();
        using var _ = connection;
        const string group = "0192f0c1-0000-7000-8000-000000000001";
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await connection.GetSubscriber().SubscribeAsync(new RedisChannel("boards", RedisChannel.PatternMode.Literal), (_, message) =>
        {
            if (message == $"{group} 7") heard.TrySetResult();
        });
        await connection.GetDatabase().ListLeftPushAsync(prefix + "version:g", "not a version");
        Assert.False(await cache.StoreAsync(Board(7, "b"), CancellationToken.None));
        cache.Announce(group, 7);
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
        Assert.False(await cache.StoreAsync(Board(3, "b"), CancellationToken.None));
        cache.Announce("g", 3);
        Assert.Null(await cache.FindAsync("g", CancellationToken.None));
    }

    [Fact]
    public async Task Find_ServerFailsAfterTheWait_LeavesNoExceptionUnobserved()
    {
        var unobserved = new ConcurrentQueue<string>();
        TaskScheduler.UnobservedTaskException += Keep;
        try
        {
            await FindLateAsync();
            for (var i = 0; i < 5; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Keep;
        }

        Assert.DoesNotContain(unobserved, each => each.Contains(nameof(FindLateAsync), StringComparison.Ordinal));

        void Keep(object? sender, UnobservedTaskExceptionEventArgs failure) => unobserved.Enqueue(failure.Exception.ToString());
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

        var kept = await KeptAsync(cache, board.Provenance.BoardVersion);

        Assert.Equal(board.Rows, kept!.Rows);
    }

    [Fact]
    public async Task GetBoard_RedisKeptAnOlderBoard_ServesTheOneRecorded()
    {
        var redis = await TestServers.RedisAsync();
        await using var host = await ServiceHost.StartAsync("sqlite", new Dictionary<string, string?>
        {
            ["ConnectionStrings:cache"] = redis.ConnectionString,
            ["Talent:CachePrefix"] = redis.KeyPrefix,
        });
        await host.TellAsync(Sample.GroupFormed(), Sample.PostCreated(Sample.Post("p")));
        var director = await host.DirectorAsync();
        var older = await host.BoardAsync(director, board => board.Rows.Count == 1 && board.Provenance.BoardVersion > 0);
        await host.TellAsync(Sample.PostCreated(Sample.Post("q")));
        var newer = await host.BoardAsync(
            director, board => board.Rows.Count == 2 && board.Provenance.BoardVersion > older.Provenance.BoardVersion);
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var cache = new RedisBoardCache(connection, redis.KeyPrefix, new FakeTimeProvider(), NullLogger<RedisBoardCache>.Instance);
        await KeptAsync(cache, newer.Provenance.BoardVersion);
        // As if the storing of the newer one had failed.
        await connection.GetDatabase().KeyDeleteAsync(redis.KeyPrefix + $"version:{Sample.Group}");
        await cache.StoreAsync(older, CancellationToken.None);

        var served = (await host.Boards.GetBoardAsync(new GetBoardRequest { GroupId = Sample.Group }, director)).Board;

        Assert.Equal(newer.Rows, served.Rows);
    }

    [Fact]
    public async Task Look_AfterStoringFailed_StoresTheBoardLater()
    {
        var redis = await TestServers.RedisAsync();
        await using var host = await ServiceHost.StartAsync("sqlite");
        await host.TellAsync(Sample.GroupFormed(), Sample.PostCreated(Sample.Post("p")));
        var board = await host.BoardAsync(await host.DirectorAsync(), board => board.Provenance.BoardVersion > 0);
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var cache = new RedisBoardCache(connection, redis.KeyPrefix, time, NullLogger<RedisBoardCache>.Instance);
        using var watch = new BoardWatch(host.Storage, new BoardVersions(), cache, time, NullLogger<BoardWatch>.Instance);
        await connection.GetDatabase().ListLeftPushAsync(redis.KeyPrefix + $"version:{Sample.Group}", "not a version");
        await watch.LookAsync(CancellationToken.None);
        await connection.GetDatabase().KeyDeleteAsync(redis.KeyPrefix + $"version:{Sample.Group}");
        time.Advance(TimeSpan.FromSeconds(5));

        await watch.LookAsync(CancellationToken.None);

        Assert.Equal(board.Rows, (await cache.FindAsync(Sample.Group, CancellationToken.None))!.Rows);
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

    private static async Task<Board?> KeptAsync(IBoardCache cache, long version)
    {
        Board? kept = null;
        for (var attempt = 0; attempt < 600 && kept?.Provenance.BoardVersion != version; attempt++)
        {
            kept = await cache.FindAsync(Sample.Group, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        return kept;
    }

    private static async Task FindLateAsync()
    {
        var late = new TaskCompletionSource<RedisValue>(TaskCreationOptions.RunContinuationsAsynchronously);
        var database = Answering.As<IDatabase>(nameof(IDatabase.StringGetAsync), late.Task);
        var connection = Answering.As<IConnectionMultiplexer>(nameof(IConnectionMultiplexer.GetDatabase), database);
        var time = new FakeTimeProvider();
        var cache = new RedisBoardCache(connection, "late:", time, NullLogger<RedisBoardCache>.Instance);
        var finding = cache.FindAsync("g", CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await finding);
        late.SetException(new InvalidTimeZoneException(nameof(FindLateAsync)));
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
    }

    // Time stands still, so however busy the machine is, patience with Redis never ends.
    private static async Task<(RedisBoardCache Cache, ConnectionMultiplexer Connection, string Prefix)> StartAsync()
    {
        var redis = await TestServers.RedisAsync();
        var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var cache = new RedisBoardCache(connection, redis.KeyPrefix, new FakeTimeProvider(), NullLogger<RedisBoardCache>.Instance);
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

    /// <summary>Answers one method of an interface, whatever it is asked.</summary>
    public class Answering : DispatchProxy
    {
        private string _method = "";
        private object? _answer;

        /// <summary>Something that has the interface.</summary>
        public static T As<T>(string method, object answer)
            where T : class
        {
            var made = Create<T, Answering>();
            var answering = (Answering)(object)made;
            (answering._method, answering._answer) = (method, answer);
            return made;
        }

        /// <inheritdoc />
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == _method ? _answer : throw new NotSupportedException($"{targetMethod?.Name} is not answered.");
    }
}
