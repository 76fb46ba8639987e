using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Talent.Events.V1;
using Talent.Messaging.Bus;
using Talent.Messaging.Feed;

namespace Talent.Messaging.Relay;

/// <summary>
/// Publishes the log in the order of positions, with many messages waiting for their confirmation. After a failure it begins again behind
/// the
/// last position that was confirmed with everything before it. The assigner hands it new events; what it could not take it reads from the
/// log.
/// </summary>
internal sealed class LogPublisher(
    IEventLog log, IEventBus bus, MessagingOptions options, TimeProvider time, ILogger logger, long publishedPosition)
{
    private const int HandedBatches = 64;
    private const int Page = 500;

    private readonly Channel<IReadOnlyList<Event>> _handed = Channel.CreateBounded<IReadOnlyList<Event>>(
        new BoundedChannelOptions(HandedBatches) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private long _published = publishedPosition;

    /// <summary>Everything up to this position was confirmed.</summary>
    public long Published => Interlocked.Read(ref _published);

    /// <summary>Hands over events that have just got their positions.</summary>
    public void Offer(IReadOnlyList<Event> events) => _handed.Writer.TryWrite(events);

    /// <summary>Publishes until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        // Spans of messages hang below the requests that caused them, not below whoever started the relay.
        Activity.Current = null;
        var pause = new GrowingPause(options.FirstPause, options.Silence, time);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await PublishAsync(pause, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.LogWarning(failure, "The log of {Source} cannot be published beyond position {Position}", log.Source, Published);
                await pause.WaitAsync(cancellation);
            }
        }
    }

    private async Task PublishAsync(GrowingPause pause, CancellationToken cancellation)
    {
        // Closed in the opposite order: closing the publisher ends every wait for a confirmation.
        await using var confirmations = new Confirmations(options.InFlight, Published, Confirm);
        await using var publisher = await bus.OpenPublisherAsync(cancellation);
        var next = Published + 1;
        next = await PublishFromLogAsync(publisher, confirmations, next, cancellation);
        pause.Reset();
        while (await WaitForEventsAsync(confirmations, cancellation))
        {
            while (_handed.Reader.TryRead(out var events))
            {
                if (events[0].Position > next)
                    next = await PublishFromLogAsync(publisher, confirmations, next, cancellation);
                foreach (var each in events.Where(each => each.Position >= next))
                    await PublishAsync(publisher, confirmations, each, cancellation);
                next = Math.Max(next, events[^1].Position + 1);
            }
        }
    }

    private async Task<bool> WaitForEventsAsync(Confirmations confirmations, CancellationToken cancellation)
    {
        var events = _handed.Reader.WaitToReadAsync(cancellation).AsTask();
        // A refused message must be sent again although nothing new comes.
        if (await Task.WhenAny(events, confirmations.Failure) == confirmations.Failure)
            await confirmations.Failure;
        return await events;
    }

    private async Task<long> PublishFromLogAsync(
        IEventPublisher publisher, Confirmations confirmations, long next, CancellationToken cancellation)
    {
        while (true)
        {
            var page = await log.ReadAsync(next - 1, Page, cancellation);
            foreach (var each in page.Events)
                await PublishAsync(publisher, confirmations, each, cancellation);
            if (page.Events.Count == 0)
                return next;
            next = page.Events[^1].Position + 1;
        }
    }

    private static async Task PublishAsync(
        IEventPublisher publisher, Confirmations confirmations, Event happened, CancellationToken cancellation)
    {
        await confirmations.WaitForRoomAsync(cancellation);
        using var activity = MessagingTelemetry.StartBelow($"publish {happened.Type}", ActivityKind.Producer, happened.TraceParent);
        var message = new OutgoingMessage(
            happened.Type, happened.Id, happened.ToByteArray(), activity?.Id ?? happened.TraceParent);
        confirmations.Add(happened.Position, publisher.PublishAsync(message, cancellation));
    }

    private void Confirm(long position) => Interlocked.Exchange(ref _published, position);
}
