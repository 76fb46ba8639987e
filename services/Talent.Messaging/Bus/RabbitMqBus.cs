using RabbitMQ.Client;

namespace Talent.Messaging.Bus;

/// <summary>
/// RabbitMQ 3.10 or later. One connection for the process, made when it is first needed and again after it was lost: nothing recovers by
/// itself, because publishers and consumers go back to their last position anyway.
/// </summary>
/// <param name="address">AMQP address with user, password and virtual host.</param>
internal sealed class RabbitMqBus(Uri address) : IEventBus, IAsyncDisposable
{
    private readonly ConnectionFactory _factory = new()
    {
        Uri = address,
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        ClientProvidedName = AppDomain.CurrentDomain.FriendlyName,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
    };

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IConnection? _connection;

    public async Task<IEventPublisher> OpenPublisherAsync(CancellationToken cancellation)
    {
        // The built-in limiter of outstanding confirmations throws or sleeps; the relay bounds them itself.
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: null);
        var channel = await (await ConnectAsync(cancellation)).CreateChannelAsync(options, cancellation);
        await RabbitMqTopology.DeclareExchangesAsync(channel, cancellation);
        return new RabbitMqPublisher(channel);
    }

    public async Task<IEventSubscription> SubscribeAsync(string service, string source, CancellationToken cancellation)
    {
        var channel = await (await ConnectAsync(cancellation)).CreateChannelAsync(options: null, cancellation);
        await RabbitMqTopology.DeclareExchangesAsync(channel, cancellation);
        var queue = await RabbitMqTopology.DeclareQueueAsync(channel, service, source, cancellation);
        var subscription = new RabbitMqSubscription(channel, queue);
        await subscription.StartAsync(cancellation);
        return subscription;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
            return;
        if (connection.IsOpen)
            await connection.CloseAsync(TimeSpan.FromSeconds(2));
        await connection.DisposeAsync();
    }

    private async Task<IConnection> ConnectAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_connection is { IsOpen: true } open)
                return open;
            if (_connection is { } lost)
                await lost.DisposeAsync();
            _connection = null;
            return _connection = await _factory.CreateConnectionAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }
}
