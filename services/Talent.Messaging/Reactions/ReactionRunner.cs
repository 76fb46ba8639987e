using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Feed;
using Talent.Messaging.Projections;
using Talent.Messaging.Relay;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Reactions;

/// <summary>
/// Runs the reactions to one source, behind the projections of that source and with a checkpoint of their own. One replica does it at a
/// time; should two, the request ids make the second change nothing. A rebuild of the projections moves neither the checkpoint nor runs a
/// reaction; in a restored log the reactions go on at its head.
/// </summary>
internal sealed class ReactionRunner<TContext>(
    ServiceStorage<TContext> storage,
    string source,
    IReadOnlyList<IReaction> reactions,
    IFeed feed,
    FollowerSignal<TContext> signal,
    IdentifierSource identifiers,
    MessagingOptions options,
    TimeProvider time,
    ILogger logger) where TContext : ServiceContext
{
    private readonly CheckpointStore<TContext> _checkpoints = new(storage);
    private readonly LeaseStore<TContext> _leases = new(storage);
    private readonly string _name = ProjectionStatus.OfReactions + source;
    private readonly string _owner = identifiers.Next();
    private readonly Doorbell _bell = new();

    /// <summary>Reacts until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        Activity.Current = null;
        signal.Listen(rung => _bell.RingIf(rung == source));
        var state = new FollowerState(storage.Name, _name);
        using var gauges = FollowerGauges.Watch(state);
        var sampling = new FollowerSampling<TContext>(_checkpoints, _name, source, feed, state, options, time, logger);
        await Task.WhenAll(RunReactionsAsync(cancellation), sampling.RunAsync(cancellation));
    }

    private async Task RunReactionsAsync(CancellationToken cancellation)
    {
        var pause = new GrowingPause(options.FirstPause, options.LongestPause, time);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (await _leases.TryHoldAsync(_name, _owner, options.LeaseDuration, cancellation) is not null)
                    await ReactAsync(cancellation);
                pause.Reset();
                await _bell.WaitAsync(options.LeaseRenewal, time, cancellation);
            }
            catch (CheckpointLostException)
            {
                // Another replica has gone on in between.
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.LogError(failure, "{Service} cannot react to {Source}", storage.Name, source);
                await pause.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ReactAsync(CancellationToken cancellation)
    {
        var projected = await _checkpoints.ReadAsync(source, cancellation);
        var done = await _checkpoints.ReadAsync(_name, cancellation);
        if (projected.LogId.Length == 0)
            return;
        if (done.LogId != projected.LogId)
            done = await BeginAsync(done, projected.LogId, cancellation);
        // Projections that are behind are being rebuilt, perhaps from a log that was put back behind what was reacted to.
        while (done.Position != projected.Position || done.Contradicts(projected))
        {
            var wanted = (int)Math.Clamp(projected.Position - done.Position, 0, options.BatchSize);
            var page = await feed.ReadAsync(source, done.ReadAfter, wanted + 1, cancellation);
            if (page.LogId != done.LogId)
                return;
            if (done.Contradicts(page))
            {
                done = await BeginAsync(done, projected.LogId, cancellation);
                continue;
            }
            var later = page.Events.Where(each => each.Position > done.Position && each.Position <= projected.Position).ToList();
            if (later.Count == 0)
                return;
            var skipped = await _checkpoints.FindSkippedAsync(_name, cancellation);
            foreach (var happened in later.Where(each => !skipped.Contains(each.Id)))
                await ReactAsync(happened, done, cancellation);
            done = await MoveAsync(done, done.At(later[^1]), cancellation);
        }
    }

    // The first contact begins at the first event. Another history holds what was reacted to before, so it goes on at its head.
    private async Task<Checkpoint> BeginAsync(Checkpoint from, string logId, CancellationToken cancellation)
    {
        var head = from.LogId.Length == 0 ? 0 : (await feed.ReadAsync(source, 0, 0, cancellation)).HeadPosition;
        logger.LogInformation("{Service} begins to react to {Source} behind position {Position}", storage.Name, source, head);
        var begin = new Checkpoint(logId, head);
        await storage.WriteAsync(async (context, token) =>
        {
            await CheckpointStore<TContext>.BeginAsync(context, _name, from, begin, rebuildTarget: 0, token);
            return true;
        }, cancellation);
        return begin;
    }

    private async Task<Checkpoint> MoveAsync(Checkpoint from, Checkpoint to, CancellationToken cancellation)
    {
        await storage.WriteAsync(async (context, token) =>
        {
            await CheckpointStore<TContext>.MoveAsync(context, _name, from, to, token);
            return true;
        }, cancellation);
        return to;
    }

    private async Task ReactAsync(Event happened, Checkpoint at, CancellationToken cancellation)
    {
        foreach (var reaction in reactions)
        {
            using var activity = MessagingTelemetry.StartBelow($"react {reaction.Rule}", ActivityKind.Consumer, happened.TraceParent);
            var command = new CommandContext(
                storage.Name, $"reaction/{reaction.Rule}", $"{happened.Id}/{reaction.Rule}", happened,
                happened.CorrelationId, happened.TraceParent);
            try
            {
                await reaction.ReactAsync(happened, command, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested && !Failures.IsPassing(failure, storage.Dialect))
            {
                await _checkpoints.StallAsync(_name, at, happened, $"{reaction.Rule}: {Failures.Describe(failure)}", cancellation);
                throw;
            }
        }
    }
}
