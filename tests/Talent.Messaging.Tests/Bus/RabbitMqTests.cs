using RabbitMQ.Client;
using Talent.Messaging.Bus;
using Talent.Messaging.Tests.Flow;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Bus;

/// <summary>What only RabbitMQ has: queues that outlive their consumers, and dead letters.</summary>
public sealed class RabbitMqTests : IAsyncLifetime
{
    private readonly RabbitMqTestBus _bus = new();
    private IConnection _connection = null!;
    private IChannel _channel = null!;

    public async ValueTask InitializeAsync()
    {
        _connection = await new ConnectionFactory { Uri = await _bus.AddressAsync() }.CreateConnectionAsync();
        _channel = await _connection.CreateChannelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _bus.DisposeAsync();
    }

    [Fact]
    public async Task SubscribeAsync_Queue_IsDeclaredAsTheArchitectureSays()
    {
        await using (await (await _bus.ConnectAsync()).SubscribeAsync("succession", "roles", CancellationToken.None))
        {
            // Declaring it with the same arguments passes; any other argument is refused by the broker.
            await _channel.QueueDeclareAsync("succession.roles.v1", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-single-active-consumer"] = true,
                ["x-delivery-limit"] = 1_000_000,
                ["x-expires"] = 7 * 24 * 60 * 60 * 1000,
                ["x-dead-letter-exchange"] = "talent.dead-letters",
            });
        }
    }

    [Fact]
    public async Task SubscribeAsync_TwoReplicas_OneOfThemGetsTheMessages()
    {
        await using var first = await (await _bus.ConnectAsync()).SubscribeAsync("succession", "roles", CancellationToken.None);
        await using var second = await (await _bus.ConnectAsync()).SubscribeAsync("succession", "roles", CancellationToken.None);
        await PublishAsync("roles.post.created.v1", "one");
        Assert.Equal("one", Text(await first.Deliveries.ReadAsync()));
        await first.DisposeAsync();
        Assert.Equal("one", Text(await second.Deliveries.ReadAsync()));
    }

    [Fact]
    public async Task PublishAsync_OtherSource_IsNotDelivered()
    {
        await using var subscription = await (await _bus.ConnectAsync()).SubscribeAsync("succession", "roles", CancellationToken.None);
        await PublishAsync("development.person.recorded.v1", "other");
        await PublishAsync("roles.post.created.v1", "ours");
        Assert.Equal("ours", Text(await subscription.Deliveries.ReadAsync()));
    }

    [Fact]
    public async Task AcknowledgeAsync_Last_TakesAllBeforeItOffTheQueue()
    {
        await using (var subscription = await (await _bus.ConnectAsync()).SubscribeAsync("succession", "roles", CancellationToken.None))
        {
            foreach (var text in (string[])["one", "two", "three"])
                await PublishAsync("roles.post.created.v1", text);
            await subscription.Deliveries.ReadAsync();
            await subscription.AcknowledgeAsync(await subscription.Deliveries.ReadAsync(), CancellationToken.None);
            await Eventually.HoldsAsync(
                async () => await subscription.CountWaitingAsync(CancellationToken.None) == 1, "one is not acknowledged, delivered or not");
        }
        await using var again = await (await _bus.ConnectAsync()).SubscribeAsync("succession", "roles", CancellationToken.None);
        Assert.Equal("three", Text(await again.Deliveries.ReadAsync()));
    }

    [Fact]
    public async Task Follow_MessageThatIsNotAnEvent_GoesToTheDeadLettersAndTheRestIsApplied()
    {
        await using var pair = new Pair(new SqliteTestStorage(), _bus);
        await pair.StartAsync();
        await pair.AddAsync(3, "before");
        await pair.AssertConvergedAsync(3);
        await PublishAsync("roles.post.created.v1", "not an event");
        await pair.AddAsync(3, "after");
        await pair.AssertConvergedAsync(6);
        BasicGetResult? dead = null;
        await Eventually.HoldsAsync(async () => (dead = await _channel.BasicGetAsync("talent.dead-letters", autoAck: true)) is not null, "a dead letter");
        Assert.Equal("not an event", System.Text.Encoding.UTF8.GetString(dead!.Body.Span));
        Assert.Null(await _channel.BasicGetAsync("talent.dead-letters", autoAck: true));
    }

    private async Task PublishAsync(string key, string text)
    {
        await using var publisher = await (await _bus.ConnectAsync()).OpenPublisherAsync(CancellationToken.None);
        await publisher.PublishAsync(new OutgoingMessage(key, text, System.Text.Encoding.UTF8.GetBytes(text), ""), CancellationToken.None);
    }

    private static string Text(Delivery delivery) => System.Text.Encoding.UTF8.GetString(delivery.Body.Span);
}
