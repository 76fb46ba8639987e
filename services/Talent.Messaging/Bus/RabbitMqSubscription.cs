using System.Text;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Talent.Messaging.Bus;

/// <summary>One consumer of a queue.</summary>
internal sealed class RabbitMqSubscription : IEventSubscription
{
    // Twice the largest batch: one is applied while the next arrives.
    private const ushort Prefetch = 1000;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Unacknowledged _unacknowledged = new();
    private readonly IChannel _channel;
    private readonly string _queue;

    public RabbitMqSubscription(IChannel channel, string queue)
    {
        _channel = channel;
        _queue = queue;
        channel.ChannelShutdownAsync += (_, reason) =>
        {
            _deliveries.Writer.TryComplete(reason.Exception);
            return Task.CompletedTask;
        };
    }

    public ChannelReader<Delivery> Deliveries => _deliveries.Reader;

    public async Task StartAsync(CancellationToken cancellation)
    {
        await _channel.BasicQosAsync(prefetchSize: 0, Prefetch, global: false, cancellation);
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += (_, arrived) =>
        {
            _unacknowledged.Arrive(arrived.DeliveryTag);
            // The memory is the client's own again when this returns.
            _deliveries.Writer.TryWrite(new Delivery(arrived.Body.ToArray(), TraceParentOf(arrived.BasicProperties), arrived.DeliveryTag));
            return Task.CompletedTask;
        };
        consumer.UnregisteredAsync += (_, _) =>
        {
            // The broker cancels a consumer whose queue is gone.
            _deliveries.Writer.TryComplete();
            return Task.CompletedTask;
        };
        await _channel.BasicConsumeAsync(_queue, autoAck: false, consumer, cancellation);
    }

    public async ValueTask AcknowledgeAsync(Delivery last, CancellationToken cancellation)
    {
        await _channel.BasicAckAsync(last.Tag, multiple: true, cancellation);
        _unacknowledged.Acknowledge(last.Tag);
    }

    public async ValueTask RejectAsync(Delivery delivery, CancellationToken cancellation)
    {
        await _channel.BasicRejectAsync(delivery.Tag, requeue: false, cancellation);
        _unacknowledged.Reject(delivery.Tag);
    }

    // The broker counts what it has not delivered.
    public async Task<long?> CountWaitingAsync(CancellationToken cancellation) =>
        await _channel.MessageCountAsync(_queue, cancellation) + _unacknowledged.Count;

    public async ValueTask DisposeAsync()
    {
        _deliveries.Writer.TryComplete();
        await _channel.DisposeAsync();
    }

    private static string TraceParentOf(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue(RabbitMqPublisher.TraceParent, out var value) == true && value is byte[] text
            ? Encoding.ASCII.GetString(text)
            : "";
}
