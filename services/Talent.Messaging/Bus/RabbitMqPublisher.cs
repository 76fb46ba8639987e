using RabbitMQ.Client;

namespace Talent.Messaging.Bus;

/// <summary>Publishes durably; the task of a message ends with the broker's confirmation.</summary>
internal sealed class RabbitMqPublisher(IChannel channel) : IEventPublisher
{
    public const string TraceParent = "traceparent";

    public Task PublishAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var properties = new BasicProperties
        {
            ContentType = "application/x-protobuf",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = message.MessageId,
            Type = message.RoutingKey,
        };
        if (message.TraceParent.Length > 0)
            properties.Headers = new Dictionary<string, object?> { [TraceParent] = message.TraceParent };
        return channel.BasicPublishAsync(
            RabbitMqTopology.Events, message.RoutingKey, mandatory: false, properties, message.Body, cancellation).AsTask();
    }

    public ValueTask DisposeAsync() => channel.DisposeAsync();
}
