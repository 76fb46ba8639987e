using Microsoft.Extensions.Logging;
using Talent.Messaging.Bus;
using Talent.Messaging.Feed;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>
/// Asks at regular times how far a reader of a log has come and what is before it, whether it goes on, waits, is stalled, or leaves the
/// work to another replica: its own progress would hide exactly a backlog.
/// </summary>
/// <param name="checkpoints">Where it has come to, in whichever replica.</param>
/// <param name="reader">Its checkpoint: the source, for reactions with <c>reactions/</c> before it.</param>
/// <param name="source">The service whose log it reads.</param>
/// <param name="feed">Tells the head of the log.</param>
/// <param name="state">Takes the figures.</param>
/// <param name="options">How often.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told what cannot be asked.</param>
internal sealed class FollowerSampling<TContext>(
    CheckpointStore<TContext> checkpoints,
    string reader,
    string source,
    IFeed feed,
    FollowerState state,
    MessagingOptions options,
    TimeProvider time,
    ILogger logger) where TContext : ServiceContext
{
    private volatile IEventSubscription? _subscription;

    /// <summary>Whose messages are counted; null: there is no queue to ask.</summary>
    public IEventSubscription? Subscription
    {
        get => _subscription;
        set
        {
            _subscription = value;
            state.Waiting = null;
        }
    }

    /// <summary>Asks until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await TryAsync(ReadCheckpointAsync, cancellation);
            await TryAsync(ReadHeadAsync, cancellation);
            await TryAsync(CountWaitingAsync, cancellation);
            await Task.Delay(options.Sampling, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadCheckpointAsync(CancellationToken cancellation)
    {
        var before = state.Position;
        var (at, stalledPosition) = await checkpoints.ReadProgressAsync(reader, cancellation);
        state.MoveFrom(before, at.Position);
        state.StalledPosition = stalledPosition;
    }

    private async Task ReadHeadAsync(CancellationToken cancellation) =>
        state.Head = (await feed.ReadAsync(source, 0, 0, cancellation)).HeadPosition;

    private async Task CountWaitingAsync(CancellationToken cancellation)
    {
        if (Subscription is not { } subscription)
            return;
        long? waiting = null;
        try
        {
            waiting = await subscription.CountWaitingAsync(cancellation);
        }
        finally
        {
            if (subscription == Subscription)
                state.Waiting = waiting;
        }
    }

    // What cannot be asked keeps its last figure; the reader itself reports that the database, the source or the bus is away.
    private async Task TryAsync(Func<CancellationToken, Task> ask, CancellationToken cancellation)
    {
        try
        {
            await ask(cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            logger.LogDebug(failure, "The figures of {Reader} are not brought up to date", reader);
        }
        catch (OperationCanceledException)
        {
            // The loop ends.
        }
    }
}
