using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Commands;
using Talent.Messaging.Projections;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Work;

/// <summary>Does the work of one service: one piece of each kind at a time in each process; replicas share the rows.</summary>
internal sealed class WorkService<TContext>(
    ServiceStorage<TContext> storage,
    IEnumerable<IWork<TContext>> kinds,
    LogSignal<TContext> committed,
    FollowerSignal<TContext> applied,
    IdentifierSource identifiers,
    MessagingOptions options,
    TimeProvider time,
    ILogger<WorkService<TContext>> logger) : BackgroundService where TContext : ServiceContext
{
    private readonly WorkStore<TContext> _store = new(storage);
    private readonly string _owner = identifiers.Next();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        applied.Listen(_ => committed.RingWorkers());
        await Task.WhenAll(kinds.Select(work => RunAsync(work, stoppingToken)));
    }

    private async Task RunAsync(IWork<TContext> work, CancellationToken cancellation)
    {
        Activity.Current = null;
        var bell = committed.AddWorker();
        var pause = new GrowingPause(options.FirstPause, options.LongestPause, time);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                if (await _store.IsAnyWaitingAsync(work.Kind, cancellation)
                    && await _store.TryClaimAsync(work.Kind, _owner, options.WorkClaim, cancellation) is { } claim)
                    await DoAsync(work, claim, cancellation);
                else
                    await bell.WaitAsync(options.WorkPoll, time, cancellation);
                pause.Reset();
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.LogWarning(failure, "{Service} pauses its {Kind} work", storage.Name, work.Kind);
                await pause.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task DoAsync(IWork<TContext> work, WorkClaim claim, CancellationToken cancellation)
    {
        var name = $"work {work.Kind}";
        using var activity = MessagingTelemetry.StartBelow(name, ActivityKind.Consumer, claim.TraceParent)
            ?? MessagingTelemetry.Source.StartActivity(name);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(claim, ended);
        var started = time.GetTimestamp();
        try
        {
            await using var context = storage.CreateContext();
            var scope = new WorkScope<TContext>(claim.Subject, context);
            await work.DoAsync(scope, ended.Token);
            await storage.WriteAsync(context, async token =>
            {
                foreach (var change in scope.AtCommit)
                    await change(context, token);
                await context.SaveChangesAsync(token);
                await WorkStore<TContext>.CompleteAsync(context, claim, token);
            }, ended.Token);
            MessagingTelemetry.WorkTime.Record(
                time.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", work.Kind));
        }
        catch (WorkLostException)
        {
            logger.LogWarning("{Service} lost its claim on {Kind} work: another worker does it", storage.Name, work.Kind);
        }
        catch (Exception failure) when (!ended.IsCancellationRequested)
        {
            logger.LogError(failure, "{Service} failed at {Kind} work and tries again", storage.Name, work.Kind);
            await _store.FailAsync(claim, PauseAfter(claim.Failures), Failures.Describe(failure), cancellation);
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    private TimeSpan PauseAfter(int failures)
    {
        var pause = options.FirstPause * Math.Pow(2, Math.Min(failures, 16));
        return pause < options.LongestPause ? pause : options.LongestPause;
    }

    // Long work keeps its claim; when it is lost all the same, the work is given up.
    private async Task RenewAsync(WorkClaim claim, CancellationTokenSource ended)
    {
        try
        {
            do
                await Task.Delay(options.WorkClaim / 3, time, ended.Token);
            while (await _store.RenewAsync(claim, options.WorkClaim, ended.Token));
            await ended.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }
}
