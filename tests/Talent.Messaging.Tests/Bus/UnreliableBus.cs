using System.Threading.Channels;
using Talent.Messaging.Bus;

namespace Talent.Messaging.Tests.Bus;

/// <summary>A bus that loses, repeats and reorders what it delivers, by a seed.</summary>
internal sealed class UnreliableBus(IEventBus inner, int seed, double lost = 0.1, double repeated = 0.1, double late = 0.2) : IEventBus
{
    public Task<IEventPublisher> OpenPublisherAsync(CancellationToken cancellation) => inner.OpenPublisherAsync(cancellation);

    public async Task<IEventSubscription> SubscribeAsync(string service, string source, CancellationToken cancellation) =>
        new Subscription(await inner.SubscribeAsync(service, source, cancellation), new Random(seed), lost, repeated, late);

    private sealed class Subscription : IEventSubscription
    {
        private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
        private readonly IEventSubscription _inner;

        public Subscription(IEventSubscription inner, Random random, double lost, double repeated, double late)
        {
            _inner = inner;
            _ = PumpAsync(random, lost, repeated, late);
        }

        public ChannelReader<Delivery> Deliveries => _deliveries.Reader;

        public ValueTask AcknowledgeAsync(Delivery last, CancellationToken cancellation) => _inner.AcknowledgeAsync(last, cancellation);

        public ValueTask RejectAsync(Delivery delivery, CancellationToken cancellation) => _inner.RejectAsync(delivery, cancellation);

        public Task<long?> CountWaitingAsync(CancellationToken cancellation) => _inner.CountWaitingAsync(cancellation);

        public ValueTask DisposeAsync() => _inner.DisposeAsync();

        private async Task PumpAsync(Random random, double lost, double repeated, double late)
        {
            Delivery? held = null;
            await foreach (var delivery in _inner.Deliveries.ReadAllAsync())
            {
                if (random.NextDouble() < lost)
                    continue;
                if (held is null && random.NextDouble() < late)
                {
                    held = delivery;
                    continue;
                }
                _deliveries.Writer.TryWrite(delivery);
                if (random.NextDouble() < repeated)
                    _deliveries.Writer.TryWrite(delivery);
                if (held is not null && random.NextDouble() < 0.5)
                {
                    // Its tag is older: acknowledging it as the last of a batch acknowledges less, never more.
                    _deliveries.Writer.TryWrite(held);
                    held = null;
                }
            }
            _deliveries.Writer.TryComplete();
        }
    }
}
