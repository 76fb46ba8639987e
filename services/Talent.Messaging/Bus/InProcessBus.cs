using System.Threading.Channels;

namespace Talent.Messaging.Bus;

/// <summary>
/// The bus of a single process. A message reaches the subscriptions that are open; the others read the Feed when they open. A
/// subscription that cannot keep up loses its oldest messages and reads them from the Feed too, so memory stays bounded.
/// </summary>
internal sealed class InProcessBus : IEventBus
{
    private const int Capacity = 10_000;
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];

    public Task<IEventPublisher> OpenPublisherAsync(CancellationToken cancellation) =>
        Task.FromResult<IEventPublisher>(new Publisher(this));

    public Task<IEventSubscription> SubscribeAsync(string service, string source, CancellationToken cancellation)
    {
        var subscription = new Subscription(this, $"{source}.");
        lock (_gate)
            _subscriptions.Add(subscription);
        return Task.FromResult<IEventSubscription>(subscription);
    }

    private void Publish(OutgoingMessage message)
    {
        lock (_gate)
        {
            foreach (var subscription in _subscriptions)
                subscription.Offer(message);
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
            _subscriptions.Remove(subscription);
    }

    private sealed class Publisher(InProcessBus bus) : IEventPublisher
    {
        public Task PublishAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            bus.Publish(message);
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Subscription(InProcessBus bus, string prefix) : IEventSubscription
    {
        private readonly Channel<Delivery> _deliveries = Channel.CreateBounded<Delivery>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

        private readonly Unacknowledged _unacknowledged = new();
        private ulong _tag;

        public ChannelReader<Delivery> Deliveries => _deliveries.Reader;

        // Called under the gate of the bus, so tags ascend.
        public void Offer(OutgoingMessage message)
        {
            if (!message.RoutingKey.StartsWith(prefix, StringComparison.Ordinal))
                return;
            _unacknowledged.Arrive(++_tag);
            _deliveries.Writer.TryWrite(new Delivery(message.Body, message.TraceParent, _tag));
        }

        public ValueTask AcknowledgeAsync(Delivery last, CancellationToken cancellation)
        {
            _unacknowledged.Acknowledge(last.Tag);
            return ValueTask.CompletedTask;
        }

        public ValueTask RejectAsync(Delivery delivery, CancellationToken cancellation)
        {
            _unacknowledged.Reject(delivery.Tag);
            return ValueTask.CompletedTask;
        }

        public Task<long?> CountWaitingAsync(CancellationToken cancellation) => Task.FromResult<long?>(_unacknowledged.Count);

        public ValueTask DisposeAsync()
        {
            bus.Remove(this);
            _deliveries.Writer.TryComplete();
            return ValueTask.CompletedTask;
        }
    }
}
