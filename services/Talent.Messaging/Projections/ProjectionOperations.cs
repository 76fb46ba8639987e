using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>How far a reader of a log has come.</summary>
/// <param name="Service">The service that reads.</param>
/// <param name="Source">The service whose log is read; for reactions with <c>reactions/</c> before it.</param>
/// <param name="Position">The last position that is done with.</param>
/// <param name="StalledPosition">The event that cannot be applied; zero: not stalled.</param>
/// <param name="StalledReason">Why; empty: not stalled.</param>
/// <param name="RebuildTarget">It is being rebuilt up to this position; zero: no rebuild.</param>
public sealed record ProjectionStatus(
    string Service, string Source, long Position, long StalledPosition, string StalledReason, long RebuildTarget)
{
    /// <summary>One line for health checks, which anybody may read: without the reason, which holds what an exception said.</summary>
    public override string ToString() =>
        StalledPosition > 0 ? $"stalled at {Source}:{StalledPosition}"
        : RebuildTarget > 0 ? $"rebuilding {Source}: {Position} of {RebuildTarget}"
        : $"{Source}:{Position}";
}

/// <summary>What an operator sees of the projections and reactions of a service, and may do about them.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class ProjectionOperations<TContext> where TContext : ServiceContext
{
    private readonly ServiceStorage<TContext> _storage;
    private readonly TimeProvider _time;

    internal ProjectionOperations(ServiceStorage<TContext> storage, TimeProvider time)
    {
        _storage = storage;
        _time = time;
    }

    /// <summary>The state of every reader, the same in every replica.</summary>
    public async Task<IReadOnlyList<ProjectionStatus>> GetStatusAsync(CancellationToken cancellation)
    {
        await using var context = _storage.CreateContext();
        var rows = await context.Checkpoints.AsNoTracking().OrderBy(each => each.Source).ToListAsync(cancellation);
        return [.. rows.Select(each => new ProjectionStatus(
            _storage.Name, each.Source, each.Position, each.StalledPosition, each.StalledReason, each.RebuildTarget))];
    }

    /// <summary>Passes over the event at which a reader is stalled, now and in every rebuild.</summary>
    /// <param name="source">As <see cref="ProjectionStatus.Source"/> names it.</param>
    /// <param name="position">The position that the operator saw.</param>
    /// <param name="reason">Why, about the event and never about a person.</param>
    /// <param name="actorId">The operator's account.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">The reader is not stalled there (any more): nothing was recorded.</exception>
    public Task SkipAsync(string source, long position, string reason, string actorId, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(actorId);
        return _storage.WriteAsync(async (context, token) =>
        {
            var stalled = await context.Checkpoints.AsNoTracking()
                .SingleOrDefaultAsync(each => each.Source == source && each.StalledPosition == position && position > 0, token)
                ?? throw new InvalidOperationException($"{_storage.Name} is not stalled at {source}:{position}: look at its state again.");
            context.SkippedEvents.Add(new SkippedEventRow
            {
                Source = source,
                EventId = stalled.StalledEventId,
                Position = position,
                Reason = reason,
                ActorId = actorId,
                SkippedAt = _time.GetUtcNow(),
            });
            return true;
        }, cancellation);
    }

    /// <summary>Rebuilds the projections of a source from its first event. Reactions do not run again.</summary>
    public Task RebuildAsync(string source, CancellationToken cancellation) => _storage.WriteAsync(
        (context, token) => context.Checkpoints.Where(each => each.Source == source)
            .ExecuteUpdateAsync(set => set.SetProperty(each => each.LogId, ""), token),
        cancellation);
}
