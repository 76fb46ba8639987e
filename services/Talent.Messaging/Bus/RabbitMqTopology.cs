using RabbitMQ.Client;

namespace Talent.Messaging.Bus;

/// <summary>The exchanges and queues. Whoever needs one declares it; declaring it again changes nothing.</summary>
internal static class RabbitMqTopology
{
    public const string Events = "talent.events";
    public const string DeadLetters = "talent.dead-letters";

    /// <summary>A queue nobody has used for this long is deleted; its service reads the Feed when it comes back.</summary>
    private static readonly TimeSpan Unused = TimeSpan.FromDays(7);

    // A delivery counts when a consumer vanished without acknowledging. Positions make repetitions harmless, so the limit only has to be
    // explicit (the default differs between versions), and so high that restarts never send one of our events to the dead letters.
    private const int DeliveryLimit = 1_000_000;

    public static async Task DeclareExchangesAsync(IChannel channel, CancellationToken cancellation)
    {
        await channel.ExchangeDeclareAsync(Events, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
        await channel.ExchangeDeclareAsync(DeadLetters, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
    }

    /// <summary>Declares the queue of a service for a source, and the queue of the dead letters.</summary>
    /// <returns>Its name, which holds the version of these arguments: they cannot be changed on a queue that exists.</returns>
    public static async Task<string> DeclareQueueAsync(IChannel channel, string service, string source, CancellationToken cancellation)
    {
        await channel.QueueDeclareAsync(DeadLetters, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellation);
        await channel.QueueBindAsync(DeadLetters, DeadLetters, "#", cancellationToken: cancellation);
        var queue = $"{service}.{source}.v1";
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-single-active-consumer"] = true,
                ["x-delivery-limit"] = DeliveryLimit,
                ["x-expires"] = (int)Unused.TotalMilliseconds,
                ["x-dead-letter-exchange"] = DeadLetters,
            }, cancellationToken: cancellation);
        await channel.QueueBindAsync(queue, Events, $"{source}.#", cancellationToken: cancellation);
        return queue;
    }
}
