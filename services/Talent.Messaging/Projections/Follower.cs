using System.Diagnostics;
using Google.Protobuf;
using Microsoft.Extensions.Logging;
using Talent.Events.V1;
using Talent.Messaging.Bus;
using Talent.Messaging.Feed;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>
/// Follows the log of one source. The bus says that something happened; whatever it loses, repeats or reorders is found by the positions
/// and
/// read from the Feed, so each event is applied exactly once and in order.
/// </summary>
internal sealed class Follower<TContext>(
    ServiceStorage<TContext> storage,
    string source,
    ProjectionApplier<TContext> applier,
    IEventBus bus,
    IFeed feed,
    FollowerSignal<TContext> signal,
    MessagingOptions options,
    TimeProvider time,
    ILogger logger) where TContext : ServiceContext
{
    private readonly CheckpointStore<TContext> _checkpoints = new(storage);
    private readonly FollowerState _state = new(storage.Name, source);

    private Checkpoint Checkpoint
    {
        get;
        set
        {
            field = value;
            _state.Position = value.Position;
        }
    } = Checkpoint.None;

    /// <summary>Follows until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Activity.Current = null;
        using var gauges = FollowerGauges.Watch(_state);
        var sampling = new FollowerSampling<TContext>(_checkpoints, source, source, feed, _state, options, time, logger);
        await Task.WhenAll(FollowAsync(sampling, cancellation), sampling.RunAsync(cancellation));
    }

    private async Task FollowAsync(FollowerSampling<TContext> sampling, CancellationToken cancellation)
    {
        var pause = new GrowingPause(options.FirstPause, options.Silence, time);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await using var subscription = await SubscribeAsync(cancellation);
                sampling.Subscription = subscription;
                Checkpoint = await _checkpoints.ReadAsync(source, cancellation);
                applier.Skipped = await _checkpoints.FindSkippedAsync(source, cancellation);
                await CatchUpAsync(cancellation);
                if (subscription is not null)
                {
                    pause.Reset();
                    await ReceiveAsync(subscription, cancellation);
                }
            }
            catch (CheckpointLostException)
            {
                // Another replica was quicker, or an operator asked for a rebuild: read the checkpoint again and go on from there.
                continue;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.LogWarning(failure, "{Service} pauses following {Source} at {Position}", storage.Name, source, Checkpoint.Position);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            finally
            {
                sampling.Subscription = null;
            }
            await pause.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Without the bus the Feed alone is read, after each pause.
    private async Task<IEventSubscription?> SubscribeAsync(CancellationToken cancellation)
    {
        try
        {
            return await bus.SubscribeAsync(storage.Name, source, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            logger.LogWarning(failure, "{Service} follows {Source} by its Feed alone: the bus cannot be reached", storage.Name, source);
            return null;
        }
    }

    private async Task ReceiveAsync(IEventSubscription subscription, CancellationToken cancellation)
    {
        var batches = new DeliveryBatches(subscription.Deliveries, options, time);
        while (await batches.ReadAsync(cancellation) is { } deliveries)
        {
            if (deliveries.Count == 0)
            {
                await AskForHeadAsync(cancellation);
                continue;
            }
            await TakeAsync(subscription, deliveries, cancellation);
        }
    }

    // Silence may mean that the last message was lost, or that another replica gets the messages.
    private async Task AskForHeadAsync(CancellationToken cancellation)
    {
        var stored = await _checkpoints.ReadAsync(source, cancellation);
        var elsewhere = stored != Checkpoint;
        Checkpoint = stored;
        if (!elsewhere || stored.LogId.Length == 0)
            await CatchUpAsync(cancellation);
    }

    private async Task TakeAsync(IEventSubscription subscription, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation)
    {
        var events = new List<IncomingEvent>(deliveries.Count);
        Delivery? last = null;
        foreach (var delivery in deliveries)
        {
            if (Parse(delivery) is { } incoming)
            {
                events.Add(incoming);
                last = delivery;
                if (incoming.Event.LogId == Checkpoint.LogId)
                    _state.RaiseHead(incoming.Event.Position);
            }
            else
            {
                await RejectAsync(subscription, delivery, cancellation);
            }
        }
        if (events.Exists(each => each.Event.LogId != Checkpoint.LogId))
        {
            // A message of another history: the Feed says which one is true, and a stray message of the former is passed over.
            await CatchUpAsync(cancellation);
            events.RemoveAll(each => each.Event.LogId != Checkpoint.LogId);
        }
        events.Sort((one, other) => one.Event.Position.CompareTo(other.Event.Position));
        await TakeAsync(events, cancellation);
        if (last is not null)
            await subscription.AcknowledgeAsync(last, cancellation);
    }

    private async Task TakeAsync(List<IncomingEvent> events, CancellationToken cancellation)
    {
        var run = new List<IncomingEvent>(events.Count);
        foreach (var incoming in events)
        {
            var done = run.Count > 0 ? Checkpoint.At(run[^1].Event) : Checkpoint;
            var expected = done.Position + 1;
            if (incoming.Event.LogId != Checkpoint.LogId)
                continue;
            if (incoming.Event.Position == expected)
            {
                run.Add(incoming);
            }
            else if (done.Contradicts(incoming.Event))
            {
                // Not a repetition but another history: the Feed says which one is true.
                await ApplyAsync(run, cancellation);
                await CatchUpAsync(cancellation);
                run = [];
            }
            else if (incoming.Event.Position < expected)
            {
                MessagingTelemetry.Repeated.Add(1, _state.Tags);
            }
            else
            {
                // The Feed holds this event as well, and everything after it.
                await ApplyAsync(run, cancellation);
                MessagingTelemetry.Gaps.Add(1, _state.Tags);
                await CatchUpAsync(cancellation);
                run = [];
            }
        }
        await ApplyAsync(run, cancellation);
    }

    private static IncomingEvent? Parse(Delivery delivery)
    {
        try
        {
            var happened = Event.Parser.ParseFrom(delivery.Body.Span);
            return happened.Position > 0 && happened.Id.Length > 0 && happened.LogId.Length > 0
                ? new IncomingEvent(happened, delivery.TraceParent.Length > 0 ? delivery.TraceParent : happened.TraceParent)
                : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    private async Task RejectAsync(IEventSubscription subscription, Delivery delivery, CancellationToken cancellation)
    {
        logger.LogError("{Service} set aside a message from {Source} that is not an event", storage.Name, source);
        MessagingTelemetry.DeadLetters.Add(1, _state.Tags);
        await subscription.RejectAsync(delivery, cancellation);
    }

    /// <summary>Reads the Feed until its head is reached, after making sure that its log is the one the checkpoint counts in.</summary>
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var page = await feed.ReadAsync(source, Checkpoint.ReadAfter, options.BatchSize + 1, cancellation);
            _state.Head = page.HeadPosition;
            if (Checkpoint.Contradicts(page))
            {
                await RebuildAsync(page.LogId, page.HeadPosition, cancellation);
                continue;
            }
            var later = page.Events.Where(each => each.Position > Checkpoint.Position).ToList();
            if (later.Count == 0)
                return;
            await ApplyAsync([.. later.Select(each => new IncomingEvent(each, each.TraceParent))], cancellation);
        }
    }

    private async Task RebuildAsync(string logId, long head, CancellationToken cancellation)
    {
        if (Checkpoint != Checkpoint.None)
            logger.LogWarning(
                "{Service} rebuilds what it made of {Source}: log {Log} with head {Head} in place of {Checkpoint}",
                storage.Name, source, logId, head, Checkpoint);
        Checkpoint = await applier.ClearAsync(Checkpoint, logId, head, cancellation);
    }

    private async Task ApplyAsync(List<IncomingEvent> events, CancellationToken cancellation)
    {
        if (events.Count == 0)
            return;
        try
        {
            Checkpoint = await applier.ApplyAsync(Checkpoint, events, cancellation);
        }
        catch (Exception failure) when (IsOfTheEvents(failure, cancellation))
        {
            // One of them cannot be applied: find it, and keep what comes before it.
            foreach (var incoming in events)
                await ApplyAloneAsync(incoming, cancellation);
        }
        signal.Ring(source);
    }

    private async Task ApplyAloneAsync(IncomingEvent incoming, CancellationToken cancellation)
    {
        var pause = new GrowingPause(options.FirstPause, options.LongestPause, time);
        while (true)
        {
            try
            {
                Checkpoint = await applier.ApplyAsync(Checkpoint, [incoming], cancellation);
                return;
            }
            catch (Exception failure) when (IsOfTheEvents(failure, cancellation))
            {
                var reason = Failures.Describe(failure);
                logger.LogError(failure, "{Service} is stalled at {Source}:{Position}", storage.Name, source, incoming.Event.Position);
                await _checkpoints.StallAsync(source, Checkpoint, incoming.Event, reason, cancellation);
            }
            applier.Skipped = await new StallWait<TContext>(_checkpoints, options, time)
                .WaitAsync(source, incoming.Event, pause.Next(), cancellation);
        }
    }

    private bool IsOfTheEvents(Exception failure, CancellationToken cancellation) =>
        failure is not CheckpointLostException && !cancellation.IsCancellationRequested && !Failures.IsPassing(failure, storage.Dialect);
}
