using Talent.Messaging.Bus;
using Talent.Messaging.Tests.Flow;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Bus;

public sealed class BrokerRestartTests
{
    [Fact]
    public async Task Follow_BrokerIsKilledAndStartedAgain_LosesAndRepeatsNothing()
    {
        await using var broker = new PrivateBroker();
        await broker.StartAsync();
        var bus = new RecordedTestBus(new PrivateTestBus(broker));
        // The silence is also the longest pause between two tries to reach the broker.
        await using var pair = new Pair(new SqliteTestStorage(), bus) { Silence = TimeSpan.FromSeconds(2) };
        await pair.StartAsync();
        // What is published before the queue is there goes by the Feed alone.
        var (before, after) = (0, 0);
        await Eventually.HoldsAsync(
            async () =>
            {
                await pair.AddAsync(1, $"before-{before}");
                await pair.AssertConvergedAsync(++before);
                return bus.Delivered.Count > 0;
            },
            "the broker delivers");
        // RabbitMQ 3.10 writes a new queue to disk a moment after it is declared; killed sooner, the queue has no leader ever after.
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
        await broker.KillAsync();
        // Without the broker the Feed is read: everything still arrives, only later.
        await pair.AddAsync(40, "meanwhile");
        await pair.AssertConvergedAsync(before + 40);
        await broker.StartAsync();
        await pair.AddAsync(40, "after");
        await pair.AssertConvergedAsync(before + 80);
        // The Feed would do by itself: the broker has to take and deliver again.
        await Eventually.HoldsAsync(
            async () =>
            {
                await pair.AddAsync(1, $"again-{after}");
                await pair.AssertConvergedAsync(before + 80 + ++after);
                return bus.Delivered.Any(each => each.Position > before + 80);
            },
            "the broker delivers again");
        await Eventually.HoldsAsync(
            () => Task.FromResult(pair.Log.Lines.Any(line => line.Contains("by its Feed alone", StringComparison.Ordinal))),
            "the loss was reported");
    }

    private sealed class PrivateTestBus(PrivateBroker broker) : TestBus
    {
        private readonly List<RabbitMqBus> _connected = [];

        internal override Task<IEventBus> ConnectAsync()
        {
            var bus = new RabbitMqBus(broker.Address);
            _connected.Add(bus);
            return Task.FromResult<IEventBus>(bus);
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (var bus in _connected)
                await bus.DisposeAsync();
        }
    }
}
