using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>The checkpoints of a service's database. Each moves by compare-and-set, in the transaction of what it stands for.</summary>
internal sealed class CheckpointStore<TContext>(ServiceStorage<TContext> storage) where TContext : ServiceContext
{
    public async Task<Checkpoint> ReadAsync(string source, CancellationToken cancellation) =>
        (await ReadProgressAsync(source, cancellation)).At;

    /// <summary>Where a reader stands, and the event it cannot get past; zero: it is not stalled.</summary>
    public async Task<(Checkpoint At, long StalledPosition)> ReadProgressAsync(string source, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var row = await context.Checkpoints.AsNoTracking().SingleOrDefaultAsync(each => each.Source == source, cancellation);
        return row is null ? (Checkpoint.None, 0) : (new Checkpoint(row.LogId, row.Position, row.EventId), row.StalledPosition);
    }

    /// <summary>Moves the checkpoint inside the caller's transaction, which it makes wait for anybody else who moves it.</summary>
    /// <exception cref="CheckpointLostException">It does not stand where the caller believes: roll back and read it again.</exception>
    public static async Task MoveAsync(
        ServiceContext context, string source, Checkpoint from, Checkpoint to, CancellationToken cancellation)
    {
        var moved = await context.Database.ExecuteSqlAsync($"""
            UPDATE checkpoints SET position = {to.Position}, event_id = {to.EventId},
              stalled_position = 0, stalled_event_id = '', stalled_reason = '',
              rebuild_target = CASE WHEN rebuild_target > {to.Position} THEN rebuild_target ELSE 0 END
            WHERE source = {source} AND log_id = {from.LogId} AND position = {from.Position}
            """, cancellation);
        if (moved == 0)
            throw new CheckpointLostException();
    }

    /// <summary>Puts the checkpoint at a position of another log, inside the caller's transaction.</summary>
    /// <exception cref="CheckpointLostException">It does not stand where the caller believes: roll back and read it again.</exception>
    public static async Task BeginAsync(
        ServiceContext context, string source, Checkpoint from, Checkpoint at, long rebuildTarget, CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlAsync($"""
            INSERT INTO checkpoints (source, log_id, position, event_id, stalled_position, stalled_event_id, stalled_reason, rebuild_target)
            VALUES ({source}, '', 0, '', 0, '', '', 0) ON CONFLICT (source) DO NOTHING
            """, cancellation);
        var moved = await context.Checkpoints
            .Where(each => each.Source == source && each.LogId == from.LogId && each.Position == from.Position)
            .ExecuteUpdateAsync(set => set
                .SetProperty(each => each.LogId, at.LogId)
                .SetProperty(each => each.Position, at.Position)
                .SetProperty(each => each.EventId, at.EventId)
                .SetProperty(each => each.StalledPosition, 0)
                .SetProperty(each => each.StalledEventId, "")
                .SetProperty(each => each.StalledReason, "")
                .SetProperty(each => each.RebuildTarget, rebuildTarget), cancellation);
        if (moved == 0)
            throw new CheckpointLostException();
    }

    /// <summary>Records that a reader cannot get past an event, for health checks and operators of every replica.</summary>
    public Task StallAsync(string source, Checkpoint at, Event happened, string reason, CancellationToken cancellation) =>
        storage.WriteAsync(
            (context, token) => context.Checkpoints
                .Where(each => each.Source == source && each.LogId == at.LogId && each.Position == at.Position)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(each => each.StalledPosition, happened.Position)
                    .SetProperty(each => each.StalledEventId, happened.Id)
                    .SetProperty(each => each.StalledReason, reason), token),
            cancellation);

    /// <summary>The events of a source that operators decided to pass over.</summary>
    public async Task<IReadOnlySet<string>> FindSkippedAsync(string source, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var skipped = await context.SkippedEvents.AsNoTracking()
            .Where(each => each.Source == source)
            .Select(each => each.EventId)
            .ToListAsync(cancellation);
        return skipped.ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>Another replica moved the checkpoint, or an operator asked for a rebuild.</summary>
internal sealed class CheckpointLostException : Exception;
