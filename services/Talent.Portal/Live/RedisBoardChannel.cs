using StackExchange.Redis;

namespace Talent.Portal.Live;

/// <summary>
/// Announcements over the Redis channel <c>boards</c>, as <c>GROUP VERSION</c>. They may be lost or come out of order, so they only say that
/// it is worth asking at once; while Redis is away nothing is announced, and a board changes a little later.
/// </summary>
public sealed class RedisBoardChannel(
    string connectionString, Announcements announcements, TimeProvider time, ILogger<RedisBoardChannel> log) : BackgroundService, IBoardChannel
{
    private static readonly RedisChannel Channel = new("boards", RedisChannel.PatternMode.Literal);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private volatile ConnectionMultiplexer? _redis;

    /// <inheritdoc />
    public IBoardAnnouncements Listen(string groupId) => announcements.Listen(groupId);

    /// <inheritdoc />
    public override void Dispose()
    {
        _redis?.Dispose();
        base.Dispose();
    }

    /// <summary>Subscribes, however long Redis stays away; once subscribed, the client subscribes again after every reconnection.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TrySubscribeAsync(stoppingToken))
            await Task.Delay(Pause, time, stoppingToken);
    }

    private async Task<bool> TrySubscribeAsync(CancellationToken stoppingToken)
    {
        var connecting = ConnectionMultiplexer.ConnectAsync(Options());
        try
        {
            var redis = await connecting.WaitAsync(Patience, time, stoppingToken);
            if (!redis.IsConnected)
                throw new TimeoutException("Redis does not answer.");
            await redis.GetSubscriber().SubscribeAsync(Channel, (_, message) => Pass(message)).WaitAsync(Patience, time, stoppingToken);
            _redis = redis;
            return true;
        }
        catch (Exception refused) when (refused is RedisException or TimeoutException or OperationCanceledException)
        {
            _ = DisposeAsync(connecting);
            stoppingToken.ThrowIfCancellationRequested();
            log.LogWarning(refused, "Redis is away, so open boards ask for their version");
            return false;
        }
    }

    private static async Task DisposeAsync(Task<ConnectionMultiplexer> connecting)
    {
        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully)
            (await connecting).Dispose();
    }

    private ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(connectionString);
        options.AbortOnConnectFail = false;
        options.ReconnectRetryPolicy = new ExponentialRetry(200, 2000);
        return options;
    }

    private void Pass(RedisValue message)
    {
        var text = (string?)message ?? "";
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0)
            announcements.Announce(text[..space]);
    }
}
