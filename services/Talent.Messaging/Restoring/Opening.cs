using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Feed;
using Talent.Messaging.Projections;
using Talent.Messaging.Retention;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging.Restoring;

/// <summary>
/// Keeps a service closed whose database was restored (<c>migrate --restored</c>) until it has applied every erasure since its backup
/// again: a backup must not show anybody who has been erased. A service that was not restored is open at once. The mark lies in the
/// database, so no restart opens it sooner, and it is read again every second, so it closes a process that runs through the restore.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class Opening<TContext> : BackgroundService, IOpening where TContext : ServiceContext
{
    private const string Mark = "restore";
    private const string Erasures = "erasures";
    private const long NotOpen = long.MinValue;
    private readonly ServiceStorage<TContext> _storage;
    private readonly CheckpointStore<TContext> _checkpoints;
    private readonly IReadOnlyList<ErasureSource<TContext>> _sources;
    private readonly IFeed _feed;
    private readonly MessagingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Opening<TContext>> _logger;
    private long _openSince = NotOpen;

    internal Opening(
        ServiceStorage<TContext> storage, IEnumerable<ErasureSource<TContext>> sources, IFeed feed, MessagingOptions options,
        TimeProvider time, ILogger<Opening<TContext>> logger)
    {
        (_storage, _sources, _feed, _options, _time, _logger) = (storage, [.. sources], feed, options, time, logger);
        _checkpoints = new CheckpointStore<TContext>(storage);
    }

    /// <summary>Whether the service may show what it holds.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellation)
    {
        var since = Interlocked.Read(ref _openSince);
        if (since != NotOpen && _time.GetElapsedTime(since) < _options.OpenKept)
            return true;
        var asked = _time.GetTimestamp();
        await using var context = _storage.CreateContext();
        var open = !await context.Work.AsNoTracking().AnyAsync(each => each.Kind == Mark && each.Done < each.Wanted, cancellation);
        Interlocked.Exchange(ref _openSince, open ? asked : NotOpen);
        return open;
    }

    /// <summary>Closes a restored database until it has caught up, inside the caller's transaction.</summary>
    internal static void Close(ServiceContext context) => context.Want(Mark, Erasures);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = new GrowingPause(_options.FirstPause, _options.SkipCheck, _time);
        // Not only at the start: the database may be restored while this process runs.
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await IsOpenAsync(stoppingToken) && await HasCaughtUpAsync(stoppingToken))
                {
                    await OpenAsync(stoppingToken);
                    _logger.LogInformation("{Service} opens: the erasures since its backup are applied again", _storage.Name);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                _logger.LogWarning(failure, "{Service} stays closed: it cannot learn of the erasures since its backup", _storage.Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await pause.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> HasCaughtUpAsync(CancellationToken cancellation)
    {
        foreach (var source in _sources)
        {
            var log = await _feed.ReadAsync(source.Name, 0, 0, cancellation);
            var checkpoint = await _checkpoints.ReadAsync(source.Name, cancellation);
            if (checkpoint.LogId != log.LogId || checkpoint.Position < log.HeadPosition)
                return false;
        }
        await using var context = _storage.CreateContext();
        return !await context.Work.AsNoTracking()
            .AnyAsync(each => each.Kind == ErasureWork<TContext>.KindOfWork && each.Done < each.Wanted, cancellation);
    }

    private Task<int> OpenAsync(CancellationToken cancellation) => _storage.WriteAsync(
        (context, token) => context.Work.Where(each => each.Kind == Mark)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.Done, each => each.Wanted), token),
        cancellation);
}
