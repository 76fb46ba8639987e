using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Bus;
using Talent.Messaging.Commands;
using Talent.Messaging.Feed;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Relay;

/// <summary>
/// Gives committed events their positions and publishes them. One process of a service does it at a time: the holder of the lease. Another
/// that still believes to hold it can repeat a publish, but never give a position.
/// </summary>
internal sealed class RelayService<TContext>(
    ServiceStorage<TContext> storage,
    LogSignal<TContext> signal,
    EventLog<TContext> log,
    IEventBus bus,
    IdentifierSource identifiers,
    MessagingOptions options,
    TimeProvider time,
    ILogger<RelayService<TContext>> logger) : BackgroundService where TContext : ServiceContext
{
    /// <summary>Name of the lease.</summary>
    public const string LeaseName = "relay";

    private readonly LeaseStore<TContext> _leases = new(storage);
    private readonly string _owner = identifiers.Next();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = new GrowingPause(options.FirstPause, options.Silence, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await _leases.TryHoldAsync(LeaseName, _owner, options.LeaseDuration, stoppingToken) is { } lease)
                    await LeadAsync(lease, stoppingToken);
                else
                    await Task.Delay(options.LeaseRenewal, time, stoppingToken);
                pause.Reset();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "The relay of {Service} pauses", storage.Name);
                await pause.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LeadAsync(Lease lease, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await using var context = storage.CreateContext();
        await context.Database.OpenConnectionAsync(stopping);
        var progress = await context.RelayProgress.AsNoTracking().SingleAsync(stopping);
        var logId = await ReadLogIdAsync(context, stopping);
        var publisher = new LogPublisher(log, bus, options, time, logger, progress.PublishedPosition);
        var publishing = publisher.RunAsync(ending.Token);
        using var gauge = RelayGauge.Watch(storage.Name, publisher);
        try
        {
            await AssignAsync(lease, logId, progress, context, publisher, stopping);
        }
        finally
        {
            await ending.CancelAsync();
            await publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await RememberPublishedAsync(lease, publisher, CancellationToken.None);
            await _leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task AssignAsync(
        Lease lease, string logId, RelayProgressRow progress, TContext context, LogPublisher publisher, CancellationToken stopping)
    {
        var assigner = storage.Dialect.CreatePositionAssigner();
        assigner.SettledSequence = progress.SettledSequence;
        var connection = context.Database.GetDbConnection();
        var renewed = time.GetTimestamp();
        var idle = 2;
        while (true)
        {
            if (time.GetElapsedTime(renewed) >= options.LeaseRenewal)
            {
                if (await _leases.TryHoldAsync(LeaseName, _owner, options.LeaseDuration, stopping) is not { } kept
                    || kept.Epoch != lease.Epoch
                    // Restored under this process: what it knows of the log is of another one.
                    || await ReadLogIdAsync(context, stopping) != logId)
                    return;
                await RememberPublishedAsync(lease, publisher, stopping);
                renewed = time.GetTimestamp();
            }
            var found = await RoundAsync(assigner, connection, lease, logId, idle, publisher, stopping);
            if (found is null)
                return;
            idle = found > 0 ? 0 : idle + 1;
            if (found is > 0 && found < options.RelayBatch)
                await Task.Delay(options.BusyPause, time, stopping);
            else if (found == 0)
                await signal.Relay.WaitAsync(PauseAfter(idle), time, stopping);
        }
    }

    private static async Task<string> ReadLogIdAsync(TContext context, CancellationToken cancellation) =>
        (await context.LogIdentity.AsNoTracking().SingleAsync(cancellation)).LogId;

    // Ten busy polls, then the long pause: the signal of this process ends either.
    private TimeSpan PauseAfter(int idle) => idle < 10 ? options.BusyPause : options.IdlePause;

    // Null: the lease is lost.
    private async Task<int?> RoundAsync(
        PositionAssigner assigner, DbConnection connection, Lease lease, string logId, int idle, LogPublisher publisher,
        CancellationToken stopping)
    {
        // A look costs less than a round that finds nothing, but a busy relay finds something; one round more settles what it found.
        if (idle > 1 || (idle == 1 && !assigner.MaySettleMore))
        {
            if (!await assigner.IsAnyWaitingAsync(connection, stopping))
                return 0;
        }
        using var turn = await storage.Writers.EnterAsync(stopping);
        var events = await assigner.AssignAsync(connection, lease, logId, options.RelayBatch, stopping);
        if (events is null)
        {
            logger.LogWarning("The relay of {Service} lost its lease", storage.Name);
            return null;
        }
        if (events.Count > 0)
        {
            MessagingTelemetry.Published.Add(events.Count, new KeyValuePair<string, object?>("source", storage.Name));
            publisher.Offer(events);
        }
        return events.Count;
    }

    private Task<int> RememberPublishedAsync(Lease lease, LogPublisher publisher, CancellationToken cancellation)
    {
        var published = publisher.Published;
        return storage.WriteAsync(
            (context, token) => context.RelayProgress
                .Where(each => each.PublishedPosition < published
                    && context.Leases.Any(held => held.Name == LeaseName && held.Owner == lease.Owner && held.Epoch == lease.Epoch))
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.PublishedPosition, published), token),
            cancellation);
    }
}
