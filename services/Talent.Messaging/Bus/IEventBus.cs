using System.Threading.Channels;

namespace Talent.Messaging.Bus;

/// <summary>
/// Carries published events to the services that follow them. It only has to be quick: what it loses, repeats or reorders is found by
/// position and read from the Feed.
/// </summary>
internal interface IEventBus
{
    /// <summary>Opens a way to publish.</summary>
    Task<IEventPublisher> OpenPublisherAsync(CancellationToken cancellation);

    /// <summary>Follows all events of a source. Several replicas of a service share its queue, and one of them gets the messages.</summary>
    /// <param name="service">The service that follows.</param>
    /// <param name="source">The service whose events are followed.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IEventSubscription> SubscribeAsync(string service, string source, CancellationToken cancellation);
}

/// <summary>One way to publish; it ends with the connection.</summary>
internal interface IEventPublisher : IAsyncDisposable
{
    /// <summary>Sends a message; messages go out in the order of the calls, which need not be awaited one by one.</summary>
    /// <returns>Completes when the bus has taken the message for good; fails when it is not known to have.</returns>
    Task PublishAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>One way to receive; it ends with the connection.</summary>
internal interface IEventSubscription : IAsyncDisposable
{
    /// <summary>What arrives. Completes, with or without the reason, when the connection is lost.</summary>
    ChannelReader<Delivery> Deliveries { get; }

    /// <summary>Takes the message and all before it off the queue: their effect is committed.</summary>
    ValueTask AcknowledgeAsync(Delivery last, CancellationToken cancellation);

    /// <summary>Sets aside a message that is not one of ours, for somebody to look at.</summary>
    ValueTask RejectAsync(Delivery delivery, CancellationToken cancellation);

    /// <summary>
    /// How many messages wait in the queue, with those that were delivered here and are not acknowledged; null where there is no queue to
    /// ask. May be asked while messages are received and acknowledged.
    /// </summary>
    Task<long?> CountWaitingAsync(CancellationToken cancellation);
}

/// <summary>A message on its way out.</summary>
/// <param name="RoutingKey">The type of the event, for example <c>roles.post.created.v1</c>.</param>
/// <param name="MessageId">The id of the event.</param>
/// <param name="Body">The event, serialised.</param>
/// <param name="TraceParent">W3C traceparent of the publishing; empty: not traced.</param>
internal sealed record OutgoingMessage(string RoutingKey, string MessageId, ReadOnlyMemory<byte> Body, string TraceParent);

/// <summary>A message that arrived.</summary>
/// <param name="Body">As it was sent, one hopes.</param>
/// <param name="TraceParent">W3C traceparent of the publishing; empty: not traced.</param>
/// <param name="Tag">The subscription's own number of the message, ascending.</param>
internal sealed record Delivery(ReadOnlyMemory<byte> Body, string TraceParent, ulong Tag);
