using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Projections;

/// <summary>What an operator sees of the projections and reactions of a service, and may do about them.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class ProjectionOperations<TContext> : IProjectionOperations where TContext : ServiceContext
{
    private const int LongestReason = 500;
    private readonly ServiceStorage<TContext> _storage;
    private readonly CommandRunner<TContext> _runner;

    internal ProjectionOperations(ServiceStorage<TContext> storage, CommandRunner<TContext> runner) =>
        (_storage, _runner) = (storage, runner);

    /// <inheritdoc />
    public string Service => _storage.Name;

    /// <inheritdoc />
    public async Task<IReadOnlyList<ProjectionStatus>> GetStatusAsync(CancellationToken cancellation)
    {
        await using var context = _storage.CreateContext();
        var rows = await context.Checkpoints.AsNoTracking().OrderBy(each => each.Source).ToListAsync(cancellation);
        return [.. rows.Select(Describe)];
    }

    /// <inheritdoc />
    public Task<ProjectionStatus> SkipAsync(
        CommandContext command, string source, long position, string reason, CancellationToken cancellation)
    {
        CheckReason(reason);
        return _runner.RunAsync(
            command,
            async (scope, token) =>
            {
                var stalled = await FindAsync(scope.Context, source, token);
                if (position <= 0 || stalled.StalledPosition != position || await IsSkippedAsync(scope.Context, stalled, token))
                    throw Errors.Precondition(
                        ProjectionReasons.NotStalled,
                        $"{Service} is not stalled at {source}:{position}, or goes on from there by itself: look at its state again.");
                scope.Context.SkippedEvents.Add(new SkippedEventRow
                {
                    Source = source,
                    EventId = stalled.StalledEventId,
                    Position = position,
                    Reason = reason,
                    ActorId = scope.Command.Principal,
                    SkippedAt = scope.Now,
                });
                return new CommandOutcome([source], "");
            },
            ReadAsync,
            cancellation);
    }

    /// <inheritdoc />
    public Task<ProjectionStatus> RebuildAsync(CommandContext command, string source, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(source);
        CheckReason(reason);
        if (source.StartsWith(ProjectionStatus.OfReactions, StringComparison.Ordinal))
            throw Errors.Precondition(
                ProjectionReasons.ReactionsRunOnce, "Reactions are never run again: rebuild what is projected from the same service.");
        return _runner.RunAsync(
            command,
            async (scope, token) =>
            {
                var checkpoint = await FindAsync(scope.Context, source, token);
                scope.Context.Rebuilds.Add(new RebuildRow
                {
                    Id = scope.NextId(),
                    Source = source,
                    LogId = checkpoint.LogId,
                    Position = checkpoint.Position,
                    Reason = reason,
                    ActorId = scope.Command.Principal,
                    AskedAt = scope.Now,
                });
                // The follower finds that its checkpoint is gone and begins with the first event.
                await scope.Context.Checkpoints.Where(each => each.Source == source)
                    .ExecuteUpdateAsync(set => set.SetProperty(each => each.LogId, ""), token);
                return new CommandOutcome([source], "");
            },
            ReadAsync,
            cancellation);
    }

    private static void CheckReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw Errors.Invalid("reason", "Give the reason: it is recorded.");
        if (reason.Length > LongestReason)
            throw Errors.Invalid("reason", $"Shorten the reason to at most {LongestReason} characters.");
    }

    private async Task<CheckpointRow> FindAsync(TContext context, string source, CancellationToken cancellation) =>
        await context.Checkpoints.AsNoTracking().SingleOrDefaultAsync(each => each.Source == source, cancellation)
        ?? throw Errors.NotFound($"{Service} reads no log of that name.");

    private static Task<bool> IsSkippedAsync(TContext context, CheckpointRow stalled, CancellationToken cancellation) =>
        context.SkippedEvents.AnyAsync(
            each => each.Source == stalled.Source && each.EventId == stalled.StalledEventId, cancellation);

    private async Task<ProjectionStatus> ReadAsync(TContext context, CommandOutcome outcome, CancellationToken cancellation) =>
        Describe(await FindAsync(context, outcome.Identifier, cancellation));

    private ProjectionStatus Describe(CheckpointRow row) =>
        new(Service, row.Source, row.Position, row.StalledPosition, row.StalledReason, row.RebuildTarget);
}
