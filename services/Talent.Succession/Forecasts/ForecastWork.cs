using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Forecasts;

/// <summary>
/// Computes the full forecast of a group after its board. It notes how far it is, so that any replica can tell, and begins anew when
/// something changes meanwhile; where changes never cease it is finished all the same. It does nothing where the inputs are the same.
/// </summary>
/// <param name="storage">The database.</param>
/// <param name="model">What the trials rest on.</param>
/// <param name="computation">Computes forecasts.</param>
/// <param name="time">Says which day it is.</param>
internal sealed class ForecastWork(
    ServiceStorage<SuccessionContext> storage, ForecastModel model, ForecastComputation computation, TimeProvider time)
    : IWork<SuccessionContext>
{
    /// <summary>The kind of work, with the id of a group as its subject.</summary>
    public const string KindOfWork = "forecast";

    private const int MostRestarts = 5;

    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc />
    public string Kind => KindOfWork;

    /// <inheritdoc />
    public async Task DoAsync(WorkScope<SuccessionContext> scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (context, groupId) = (scope.Context, scope.Subject);
        // How often it was wanted before anything is read: whatever comes later is noticed.
        var wanted = await WantedAsync(context, groupId, cancellation);
        var record = await context.FindForecastAsync(groupId, ForecastTier.Full, cancellation);
        if (await GroupInputs.ReadAsync(context, groupId, cancellation) is not { } inputs) return;
        var analysis = new GroupAnalysis(SnapshotBuilder.Build(inputs, LondonCalendar.Today(time)), model.Data);
        var fingerprint = computation.Fingerprint(inputs, analysis, leftOut: 0);
        var forecast = record?.Fingerprint == fingerprint
            ? record.MovedOn(inputs.Positions)
            : await ComputeAsync(inputs, analysis, wanted, cancellation);
        if (forecast is null) return;
        await context.LeaveErasedOutAsync(forecast, cancellation);
        context.Keep(record, forecast, fingerprint);
        scope.OnCommit((database, token) =>
            database.ForecastProgress.Where(row => row.GroupId == groupId).ExecuteDeleteAsync(token));
    }

    private static Task<long> WantedAsync(SuccessionContext context, string groupId, CancellationToken cancellation) =>
        context.Work.Where(row => row.Kind == KindOfWork && row.Subject == groupId).Select(row => row.Wanted)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Null: something changed meanwhile, so it is to begin anew.</summary>
    private async Task<Forecast?> ComputeAsync(GroupInputs inputs, GroupAnalysis analysis, long wanted, CancellationToken cancellation)
    {
        var groupId = inputs.GroupId;
        var mayRestart = await BeginAsync(groupId, cancellation) < MostRestarts;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var steps = new Steps();
        var computing = computation.FullAsync(inputs, analysis, leftOut: 0, steps.Tell, giveUp.Token);
        try
        {
            while (await Task.WhenAny(computing, Task.Delay(Rhythm, time, cancellation)) != computing)
            {
                if (mayRestart && await IsWantedAgainAsync(groupId, wanted, cancellation))
                {
                    await CountRestartAsync(groupId, cancellation);
                    return null;
                }

                if (steps.News() is (var done, var of)) await NoteAsync(groupId, done, of, cancellation);
            }

            return await computing;
        }
        finally
        {
            await giveUp.CancelAsync();
            await ((Task)computing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsWantedAgainAsync(string groupId, long wanted, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        return await WantedAsync(context, groupId, cancellation) > wanted;
    }

    /// <returns>How often it was begun anew already.</returns>
    private Task<int> BeginAsync(string groupId, CancellationToken cancellation) => storage.WriteAsync(
        async (context, token) =>
        {
            await context.Database.ExecuteSqlAsync($"""
                INSERT INTO forecast_progress (group_id, steps_done, steps, restarts) VALUES ({groupId}, 0, 0, 0)
                ON CONFLICT (group_id) DO UPDATE SET steps_done = 0, steps = 0
                """, token);
            return await context.ForecastProgress.Where(row => row.GroupId == groupId).Select(row => row.Restarts).SingleAsync(token);
        }, cancellation);

    private Task<int> NoteAsync(string groupId, int done, int of, CancellationToken cancellation) => storage.WriteAsync(
        (context, token) => context.ForecastProgress.Where(row => row.GroupId == groupId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.StepsDone, done).SetProperty(row => row.Steps, of), token), cancellation);

    private Task<int> CountRestartAsync(string groupId, CancellationToken cancellation) => storage.WriteAsync(
        (context, token) => context.ForecastProgress.Where(row => row.GroupId == groupId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Restarts, row => row.Restarts + 1), token), cancellation);

    /// <summary>Steps told on one thread and noted from another.</summary>
    private sealed class Steps
    {
        private readonly Lock _lock = new();
        private (int Done, int Of) _told;
        private (int Done, int Of) _noted;

        public void Tell(int done, int of)
        {
            lock (_lock) _told = (done, of);
        }

        /// <summary>What was told since it was asked last; null: nothing.</summary>
        public (int Done, int Of)? News()
        {
            lock (_lock)
            {
                if (_told == _noted) return null;
                _noted = _told;
                return _told;
            }
        }
    }
}
