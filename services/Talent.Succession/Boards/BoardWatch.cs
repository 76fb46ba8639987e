using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;
using Talent.ServiceDefaults;
using Talent.Succession.Engine;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>
/// Notices new boards, whichever replica computed them: tells those who wait and refreshes the cache. Wants boards of a day that is over
/// to be computed for today, and those without a forecast of the present model to be computed with one.
/// </summary>
/// <param name="storage">The database.</param>
/// <param name="versions">Those who wait.</param>
/// <param name="cache">The cache.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are reported.</param>
public sealed class BoardWatch(
    ServiceStorage<SuccessionContext> storage, BoardVersions versions, IBoardCache cache, TimeProvider time, ILogger<BoardWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, long> _cached = [];
    private long? _storingFailedAt;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Rhythm;
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "New boards could not be looked for; trying again in {Pause}.", AfterFailure);
                pause = AfterFailure;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Boards that could not be stored are tried again, but not at every look: each look reads them anew.
    private bool MayStore => cache.IsUsed && (_storingFailedAt is not { } failed || time.GetElapsedTime(failed) >= AfterFailure);

    internal async Task LookAsync(CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var boards = await context.Boards.AsNoTracking()
            .Select(row => new { row.GroupId, row.BoardVersion, row.AsOf, row.Version }).ToListAsync(cancellation);
        foreach (var board in boards.Where(board => versions.Note(board.GroupId, board.BoardVersion)))
            cache.Announce(board.GroupId, board.BoardVersion);
        if (MayStore)
        {
            foreach (var board in boards.Where(board => _cached.GetValueOrDefault(board.GroupId) < board.Version))
            {
                if (!await StoreAsync(context, board.GroupId, cancellation)) break;
                _cached[board.GroupId] = board.Version;
            }
        }

        var today = LondonCalendar.Today(time);
        var foreseen = await context.Forecasts
            .Where(row => row.Tier == (int)ForecastTier.AtOnce && row.ModelVersion == GroupAnalysis.ModelVersion)
            .Select(row => row.GroupId).ToListAsync(cancellation);
        var outdated = boards.Where(board => board.AsOf < today).Select(board => board.GroupId)
            .Union(boards.Select(board => board.GroupId).Except(foreseen)).ToArray();
        if (outdated.Length > 0) await WantAsync(outdated, cancellation);
    }

    private async Task<bool> StoreAsync(SuccessionContext context, string groupId, CancellationToken cancellation)
    {
        var content = await context.Boards.AsNoTracking().Where(row => row.GroupId == groupId).Select(row => row.Content)
            .SingleAsync(cancellation);
        var stored = await cache.StoreAsync(Board.Parser.ParseFrom(content), cancellation);
        _storingFailedAt = stored ? null : time.GetTimestamp();
        return stored;
    }

    private async Task WantAsync(string[] groups, CancellationToken cancellation) => await storage.WriteAsync(
        async (context, token) =>
        {
            // Wanted already means that a worker is about to: wanting it again every time would never end.
            var waiting = await context.Work.Where(row => row.Kind == BoardWork.KindOfWork && row.Wanted > row.Done)
                .Select(row => row.Subject).ToListAsync(token);
            foreach (var group in groups.Except(waiting)) context.Want(BoardWork.KindOfWork, group);
            return groups.Length;
        }, cancellation);
}
