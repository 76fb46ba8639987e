using System.Collections.Concurrent;
using System.Threading.Channels;
using Talent.Events.V1;
using Talent.Messaging.Bus;

namespace Talent.Messaging.Tests.Bus;

/// <summary>Notes which positions are sent and which arrive, and refuses to take what a test chooses.</summary>
internal sealed class RecordingBus(IEventBus inner) : IEventBus
{
    private readonly ConcurrentQueue<Event> _published = new();
    private readonly ConcurrentQueue<Event> _delivered = new();

    /// <summary>What was sent and confirmed, in that order.</summary>
    public IReadOnlyCollection<Event> Published => _published;

    /// <summary>What arrived at any subscription.</summary>
    public IReadOnlyCollection<Event> Delivered => _delivered;

    /// <summary>Whether a message is refused, as a broker does that cannot keep it.</summary>
    public Func<Event, bool> Refuses { get; set; } = _ => false;

    public async Task<IEventPublisher> OpenPublisherAsync(CancellationToken cancellation) =>
        new Publisher(this, await inner.OpenPublisherAsync(cancellation));

    public async Task<IEventSubscription> SubscribeAsync(string service, string source, CancellationToken cancellation) =>
        new Subscription(this, await inner.SubscribeAsync(service, source, cancellation));

    private sealed class Publisher(RecordingBus bus, IEventPublisher inner) : IEventPublisher
    {
        public async Task PublishAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            var happened = Event.Parser.ParseFrom(message.Body.Span);
            if (bus.Refuses(happened))
                throw new InvalidOperationException("The broker refused the message.");
            await inner.PublishAsync(message, cancellation);
            bus._published.Enqueue(happened);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Subscription : IEventSubscription
    {
        private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
        private readonly IEventSubscription _inner;

        public Subscription(RecordingBus bus, IEventSubscription inner)
        {
            _inner = inner;
            _ = PumpAsync(bus);
        }

        public ChannelReader<Delivery> Deliveries => _deliveries.Reader;

        public ValueTask AcknowledgeAsync(Delivery last, CancellationToken cancellation) => _inner.AcknowledgeAsync(last, cancellation);

        public ValueTask RejectAsync(Delivery delivery, CancellationToken cancellation) => _inner.RejectAsync(delivery, cancellation);

        public Task<long?> CountWaitingAsync(CancellationToken cancellation) => _inner.CountWaitingAsync(cancellation);

        public ValueTask DisposeAsync() => _inner.DisposeAsync();

        // Ends the way the connection ended, so that the follower connects again.
        private async Task PumpAsync(RecordingBus bus)
        {
            Exception? lost = null;
            try
            {
                await foreach (var delivery in _inner.Deliveries.ReadAllAsync())
                {
                    bus._delivered.Enqueue(Event.Parser.ParseFrom(delivery.Body.Span));
                    _deliveries.Writer.TryWrite(delivery);
                }
            }
            catch (Exception failure)
            {
                lost = failure;
            }
            _deliveries.Writer.TryComplete(lost);
        }
    }
}
