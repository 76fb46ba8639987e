using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Retention;

/// <summary>Deletes what has been kept long enough, every hour, in small batches so that nobody waits for it.</summary>
internal sealed class RetentionService<TContext>(
    ServiceStorage<TContext> storage, MessagingOptions options, TimeProvider time, ILogger<RetentionService<TContext>> logger)
    : BackgroundService where TContext : ServiceContext
{
    private const int Batch = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Deletes what is due now.</summary>
    public async Task<(int Requests, int Texts)> DeleteAsync(CancellationToken cancellation)
    {
        var limit = time.GetUtcNow() - options.RequestsKept;
        var today = LondonCalendar.Today(time);
        var requests = await DeleteAllAsync(
            context => context.Requests.Where(each => each.CommittedAt < limit).OrderBy(each => each.CommittedAt), cancellation);
        var texts = await DeleteAllAsync(
            context => context.Texts.Where(each => each.DeleteOn <= today).OrderBy(each => each.DeleteOn), cancellation);
        return (requests, texts);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await DeleteAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "{Service} deletes what is due in an hour instead", storage.Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<int> DeleteAllAsync<TRow>(Func<TContext, IQueryable<TRow>> due, CancellationToken cancellation)
    {
        var deleted = 0;
        while (true)
        {
            var batch = await storage.WriteAsync(
                (context, token) => due(context).Take(Batch).ExecuteDeleteAsync(token), cancellation);
            deleted += batch;
            if (batch < Batch)
                return deleted;
        }
    }
}
