using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Reads forecasts, each as its caller may see it: the stored ones of whole groups, and for a caller with posts of the group ones that are
/// computed for the group without these posts.
/// </summary>
/// <param name="storage">The database.</param>
/// <param name="boards">Reads groups as their callers may see them.</param>
/// <param name="computation">Computes forecasts.</param>
/// <param name="cache">Forecasts computed for callers with posts of their own.</param>
/// <param name="time">The clock.</param>
internal sealed class ForecastReader(
    ServiceStorage<SuccessionContext> storage, BoardReader boards, ForecastComputation computation, ForecastCache cache, TimeProvider time)
    : IDisposable
{
    /// <summary>The reason given while no full forecast was computed yet.</summary>
    public const string NotReady = "FORECAST_NOT_READY";

    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);

    // Full forecasts for single callers wait for each other: they take all the time there is.
    private readonly SemaphoreSlim _onDemand = new(1);

    /// <summary>The forecast of a group in a tier, or of the fullest there is.</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED, or NOT_FOUND: the full forecast is not ready.</exception>
    public async Task<GetForecastResponse> ReadAsync(Caller caller, string groupId, ForecastTier tier, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        await Access.RequireGroupAsync(context, caller, groupId, cancellation);
        var own = await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation);
        return !await OwnPosts.AreInAsync(context, groupId, own, cancellation)
            && await FindWholeAsync(context, groupId, tier, cancellation) is { } whole
            ? whole
            : new GetForecastResponse { Forecast = await ComputeAsync(caller, groupId, tier, cancellation) };
    }

    /// <summary>Refuses a post that is the caller's own, or that is not one of the group.</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED or NOT_FOUND.</exception>
    public async Task RequireNotOwnAsync(Caller caller, string groupId, string postId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        if (await Access.RequireGroupOfPostAsync(context, caller, postId, cancellation) != groupId) throw Access.UnknownPost();
        Access.RequireNotOwn(await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation), postId);
    }

    /// <summary>How far the full forecast is and which version there is, whenever one of them changes.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="version">The version that the caller has.</param>
    /// <param name="tell">Takes what is new.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public async Task WatchAsync(
        Caller caller, string groupId, long version, Func<WatchForecastResponse, Task> tell, CancellationToken cancellation)
    {
        var last = new WatchForecastResponse { ForecastVersion = version };
        await using (var context = storage.CreateContext()) await Access.RequireGroupAsync(context, caller, groupId, cancellation);
        while (true)
        {
            var now = await StateAsync(groupId, cancellation);
            if (now.ForecastVersion > last.ForecastVersion || (now.Progress is not null && !now.Progress.Equals(last.Progress)))
                await tell(now);
            last = now;
            await Task.Delay(Rhythm, time, cancellation);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _onDemand.Dispose();

    private static async Task<ForecastProgress?> ProgressAsync(SuccessionContext context, string groupId, CancellationToken cancellation)
    {
        if (!await IsWaitingAsync(context, groupId, ForecastWork.KindOfWork, cancellation)) return null;
        var row = await context.ForecastProgress.AsNoTracking().FirstOrDefaultAsync(each => each.GroupId == groupId, cancellation);
        return new ForecastProgress { StepsDone = row?.StepsDone ?? 0, Steps = row?.Steps ?? 0 };
    }

    private static Task<bool> IsWaitingAsync(SuccessionContext context, string groupId, string kind, CancellationToken cancellation) =>
        context.Work.AnyAsync(row => row.Kind == kind && row.Subject == groupId && row.Wanted > row.Done, cancellation);

    private async Task<WatchForecastResponse> StateAsync(string groupId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        // The progress first: whoever finds none finds the version that came of it.
        var progress = await ProgressAsync(context, groupId, cancellation);
        var version = await context.Forecasts.Where(row => row.GroupId == groupId && row.Tier == (int)ForecastTier.Full)
            .Select(row => (long?)row.ForecastVersion).FirstOrDefaultAsync(cancellation);
        return new WatchForecastResponse { Progress = progress, ForecastVersion = version ?? 0 };
    }

    /// <summary>What is stored of the whole group; null: the forecast at once is not there, or is one of another day.</summary>
    private async Task<GetForecastResponse?> FindWholeAsync(
        SuccessionContext context, string groupId, ForecastTier tier, CancellationToken cancellation)
    {
        var progress = await ProgressAsync(context, groupId, cancellation);
        var changing = await IsWaitingAsync(context, groupId, BoardWork.KindOfWork, cancellation);
        var heads = await context.Forecasts.Where(row => row.GroupId == groupId)
            .Select(row => new { row.Tier, row.AsOf, row.ModelVersion, row.Fingerprint }).ToListAsync(cancellation);
        var atOnce = heads.Find(row => row.Tier == (int)ForecastTier.AtOnce && row.AsOf == LondonCalendar.Today(time)
            && row.ModelVersion == GroupAnalysis.ModelVersion);
        var full = heads.Find(row => row.Tier == (int)ForecastTier.Full);
        var chosen = tier switch
        {
            ForecastTier.Full => full ?? throw Errors.NotFound(
                "The full forecast is being computed, which takes some seconds. Try again in a moment.", NotReady),
            ForecastTier.AtOnce => atOnce,
            _ => atOnce is not null && full?.Fingerprint == atOnce.Fingerprint ? full : atOnce,
        };
        if (chosen is null) return null;
        var content = await context.Forecasts.Where(row => row.GroupId == groupId && row.Tier == chosen.Tier).Select(row => row.Content)
            .FirstOrDefaultAsync(cancellation);
        return content is null ? null : new GetForecastResponse
        {
            Forecast = Forecast.Parser.ParseFrom(content),
            Outdated = changing || chosen.Fingerprint != atOnce?.Fingerprint,
            Progress = progress,
        };
    }

    private async Task<Forecast> ComputeAsync(Caller caller, string groupId, ForecastTier tier, CancellationToken cancellation)
    {
        var view = await boards.ViewOfGroupAsync(caller, groupId, cancellation);
        var fingerprint = computation.Fingerprint(view.Inputs, view.Analysis, view.OwnPostsLeftOut);
        if (tier != ForecastTier.AtOnce && cache.Find(groupId, ForecastTier.Full, fingerprint) is { } full) return full.Clone();
        if (tier == ForecastTier.Full) return (await ComputeFullAsync(view, fingerprint, cancellation)).Clone();
        if (cache.Find(groupId, ForecastTier.AtOnce, fingerprint) is { } found) return found.Clone();
        var computed = computation.AtOnce(view.Inputs, view.Analysis, view.OwnPostsLeftOut, cancellation);
        cache.Keep(groupId, ForecastTier.AtOnce, fingerprint, computed);
        return computed.Clone();
    }

    private async Task<Forecast> ComputeFullAsync(GroupView view, string fingerprint, CancellationToken cancellation)
    {
        await _onDemand.WaitAsync(cancellation);
        try
        {
            // Whoever was before may have asked for the same.
            if (cache.Find(view.Inputs.GroupId, ForecastTier.Full, fingerprint) is { } found) return found;
            var forecast = await computation.FullAsync(view.Inputs, view.Analysis, view.OwnPostsLeftOut, (_, _) => { }, cancellation);
            await using var context = storage.CreateContext();
            await context.LeaveErasedOutAsync(forecast, cancellation);
            cache.Keep(view.Inputs.GroupId, ForecastTier.Full, fingerprint, forecast);
            return forecast;
        }
        finally
        {
            _onDemand.Release();
        }
    }
}
