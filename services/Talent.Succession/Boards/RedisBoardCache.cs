using Google.Protobuf;
using StackExchange.Redis;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>
/// Boards in Redis: a head (the board without its rows), the ranking as a sorted set of post ids by place, and the rows by post id. The
/// head names the version whose ranking and rows belong to it, so a reader never sees parts of two boards. No names; every key expires.
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
    private long _restUntil;

    /// <inheritdoc />
    public bool IsUsed => true;

    /// <inheritdoc />
    public async Task StoreAsync(Board board, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(board);
        await TryAsync(
            async database =>
            {
                var head = board.Clone();
                head.Rows.Clear();
                var transaction = database.CreateTransaction();
                var work = Fill(transaction, board, head.ToByteArray());
                if (!await transaction.ExecuteAsync()) return false;
                await Task.WhenAll(work);
                await connection.GetSubscriber().PublishAsync(Channel, $"{board.GroupId} {board.Provenance.BoardVersion}");
                return true;
            }, cancellation);
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

    private List<Task> Fill(ITransaction transaction, Board board, byte[] head)
    {
        var (group, version) = (board.GroupId, board.Provenance.BoardVersion);
        var (ranking, rows) = (RankingKey(group, version), RowsKey(group, version));
        var work = new List<Task> { transaction.KeyDeleteAsync(ranking), transaction.KeyDeleteAsync(rows) };
        if (board.Rows.Count > 0)
        {
            work.Add(transaction.SortedSetAddAsync(ranking, [.. board.Rows.Select((row, at) => new SortedSetEntry(row.PostId, at))]));
            work.Add(transaction.HashSetAsync(rows, [.. board.Rows.Select(row => new HashEntry(row.PostId, row.ToByteArray()))]));
            work.Add(transaction.KeyExpireAsync(ranking, Lifetime));
            work.Add(transaction.KeyExpireAsync(rows, Lifetime));
        }

        work.Add(transaction.StringSetAsync(HeadKey(group), head, Lifetime));
        return work;
    }

    private async Task<T?> TryAsync<T>(Func<IDatabase, Task<T>> use, CancellationToken cancellation)
    {
        if (time.GetTimestamp() < Interlocked.Read(ref _restUntil)) return default;
        try
        {
            return await use(connection.GetDatabase()).WaitAsync(Patience, time, cancellation);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or InvalidProtocolBufferException)
        {
            // Losing Redis changes speed only: the database has the answer.
            logger.LogWarning(failure, "Redis did not answer; boards come from the database for {Rest}.", Rest);
            Interlocked.Exchange(ref _restUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            return default;
        }
    }

    private RedisKey HeadKey(string group) => $"{prefix}board:{group}";

    private RedisKey RankingKey(string group, long version) => $"{prefix}ranking:{group}:{version}";

    private RedisKey RowsKey(string group, long version) => $"{prefix}rows:{group}:{version}";
}
