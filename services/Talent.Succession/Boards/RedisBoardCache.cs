using Google.Protobuf;
using StackExchange.Redis;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>
/// Boards in Redis: a head (the board without its rows), the ranking as a sorted set of post ids by place, the rows by post id, and
/// the version kept, so that an older board never takes the place of a newer one. The head names the version whose ranking and rows belong
/// to it, so a reader never sees parts of two boards. No names; every key expires.
/// </summary>
/// <remarks>After a failure the server is left alone for a moment, so that a slow Redis never slows the answers down.</remarks>
/// <param name="connection">The server.</param>
/// <param name="prefix">Begins every key.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are reported.</param>
public sealed class RedisBoardCache(
    IConnectionMultiplexer connection, string prefix, TimeProvider time, ILogger<RedisBoardCache> logger) : IBoardCache
{
    // Where portals listen. It says only that it is worth asking, so it needs no prefix.
    private static readonly RedisChannel Channel = new("boards", RedisChannel.PatternMode.Literal);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    // All of a board at once, and never over a newer one that another replica has kept meanwhile.
    private const string Store = """
        if tonumber(redis.call('GET', KEYS[1]) or '0') > tonumber(ARGV[1]) then return 0 end
        redis.call('DEL', KEYS[3], KEYS[4])
        for at = 4, #ARGV, 2 do
          redis.call('ZADD', KEYS[3], (at - 4) / 2, ARGV[at])
          redis.call('HSET', KEYS[4], ARGV[at], ARGV[at + 1])
        end
        redis.call('EXPIRE', KEYS[3], ARGV[2])
        redis.call('EXPIRE', KEYS[4], ARGV[2])
        redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[2])
        redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
        return 1
        """;

    private long _restUntil;

    /// <inheritdoc />
    public bool IsUsed => true;

    /// <inheritdoc />
    public Task<bool> StoreAsync(Board board, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(board);
        return TryAsync(
            async database =>
            {
                await database.ScriptEvaluateAsync(Store, Keys(board), Values(board));
                return true;
            }, cancellation);
    }

    /// <inheritdoc />
    public void Announce(string groupId, long boardVersion)
    {
        try
        {
            connection.GetSubscriber().Publish(Channel, $"{groupId} {boardVersion}", CommandFlags.FireAndForget);
        }
        catch (RedisException failure)
        {
            // Those who listen ask by themselves every two seconds.
            logger.LogInformation(failure, "Redis is away, so a new board was not announced.");
        }
    }

    /// <inheritdoc />
    public Task<Board?> FindAsync(string groupId, CancellationToken cancellation) => TryAsync(
        async database =>
        {
            var head = (byte[]?)await database.StringGetAsync(HeadKey(groupId));
            if (head is null) return null;
            var board = Board.Parser.ParseFrom(head);
            var version = board.Provenance.BoardVersion;
            var ranking = await database.SortedSetRangeByRankAsync(RankingKey(groupId, version));
            var rows = (await database.HashGetAllAsync(RowsKey(groupId, version))).ToDictionary(row => row.Name, row => row.Value);
            if (!ranking.All(rows.ContainsKey) || ranking.Length != rows.Count) return null;
            board.Rows.AddRange(ranking.Select(post => BoardRow.Parser.ParseFrom((byte[])rows[post]!)));
            // The head expires last: without rows it is whole only if the board has none.
            return board.Rows.Count == board.Coverage.Posts ? board : null;
        }, cancellation);

    private RedisKey[] Keys(Board board)
    {
        var (group, version) = (board.GroupId, board.Provenance.BoardVersion);
        return [VersionKey(group), HeadKey(group), RankingKey(group, version), RowsKey(group, version)];
    }

    private static RedisValue[] Values(Board board)
    {
        var head = board.Clone();
        head.Rows.Clear();
        return
        [
            board.Provenance.BoardVersion, (long)Lifetime.TotalSeconds, head.ToByteArray(),
            .. board.Rows.SelectMany(row => new RedisValue[] { row.PostId, row.ToByteArray() }),
        ];
    }

    private async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> use, CancellationToken cancellation)
    {
        if (time.GetTimestamp() < Interlocked.Read(ref _restUntil)) return default;
        try
        {
            return await Observed(use(connection.GetDatabase())).WaitAsync(Patience, time, cancellation);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or InvalidProtocolBufferException)
        {
            // Losing Redis changes speed only: the database has the answer.
            logger.LogWarning(failure, "Redis did not answer; boards come from the database for {Rest}.", Rest);
            Interlocked.Exchange(ref _restUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            return default;
        }
    }

    // What fails after the wait is over has been reported already: it is no unobserved exception.
    private static Task<T> Observed<T>(Task<T> answer)
    {
        _ = answer.ContinueWith(
            static late => _ = late.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return answer;
    }

    private RedisKey VersionKey(string group) => $"{prefix}version:{group}";

    private RedisKey HeadKey(string group) => $"{prefix}board:{group}";

    private RedisKey RankingKey(string group, long version) => $"{prefix}ranking:{group}:{version}";

    private RedisKey RowsKey(string group, long version) => $"{prefix}rows:{group}:{version}";
}
