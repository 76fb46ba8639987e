using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Work;

/// <summary>A claimed piece of work.</summary>
/// <param name="Kind">The kind of work.</param>
/// <param name="Subject">What it is done for.</param>
/// <param name="Wanted">How often it was wanted when it was claimed: it is done up to there.</param>
/// <param name="Epoch">Which claim it is: a later one ends this.</param>
/// <param name="Failures">Failures since it was last done.</param>
/// <param name="TraceParent">W3C traceparent of what wanted it last; empty where that was not traced.</param>
internal sealed record WorkClaim(string Kind, string Subject, long Wanted, long Epoch, int Failures, string TraceParent);

/// <summary>Claims work so that each piece is done by one worker, and gives it back.</summary>
internal sealed class WorkStore<TContext>(ServiceStorage<TContext> storage) where TContext : ServiceContext
{
    private const string ClaimedColumns =
        "work.kind, work.subject, wanted, done, owner, epoch, not_before, failures, failure_reason, trace_parent";

    /// <summary>Claims the piece that has waited longest; null: there is none.</summary>
    public async Task<WorkClaim?> TryClaimAsync(string kind, string owner, TimeSpan duration, CancellationToken cancellation)
    {
        var clock = storage.Dialect.Clock;
        // Materialized, so that the row is chosen and locked once: a subquery may be evaluated for every row that is looked at.
        var sql = $$"""
            WITH chosen AS MATERIALIZED (
              SELECT kind, subject FROM work WHERE kind = {2} AND done < wanted AND not_before <= {{clock}}
              ORDER BY not_before LIMIT 1 {{storage.Dialect.SkipLocked}})
            UPDATE work SET owner = {0}, epoch = epoch + 1, not_before = {{clock}} + {1}
            FROM chosen WHERE work.kind = chosen.kind AND work.subject = chosen.subject
            RETURNING {{ClaimedColumns}}
            """;
        var rows = await storage.WriteAsync(
            (context, token) => context.Work
                .FromSqlRaw(sql, owner, (long)duration.TotalMicroseconds, kind).AsNoTracking().ToListAsync(token),
            cancellation);
        return rows is [var row]
            ? new WorkClaim(row.Kind, row.Subject, row.Wanted, row.Epoch, row.Failures, row.TraceParent)
            : null;
    }

    /// <summary>Whether anything is to be claimed; nothing is locked or written.</summary>
    public async Task<bool> IsAnyWaitingAsync(string kind, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var sql = $$"""
            SELECT 1 AS "Value" FROM work WHERE kind = {0} AND done < wanted AND not_before <= {{storage.Dialect.Clock}} LIMIT 1
            """;
        return (await context.Database.SqlQueryRaw<int>(sql, kind).ToListAsync(cancellation)).Count > 0;
    }

    /// <summary>Marks the work as done, inside the transaction of its results.</summary>
    /// <exception cref="WorkLostException">The claim ran out and somebody else has it: roll back.</exception>
    public static async Task CompleteAsync(ServiceContext context, WorkClaim claim, CancellationToken cancellation)
    {
        var done = await Of(context, claim).ExecuteUpdateAsync(set => set
            .SetProperty(each => each.Done, claim.Wanted)
            .SetProperty(each => each.Owner, "")
            .SetProperty(each => each.NotBefore, 0)
            .SetProperty(each => each.Failures, 0)
            .SetProperty(each => each.FailureReason, ""), cancellation);
        if (done == 0)
            throw new WorkLostException();
    }

    /// <summary>Prolongs the claim.</summary>
    /// <returns>False: somebody else has it.</returns>
    public async Task<bool> RenewAsync(WorkClaim claim, TimeSpan duration, CancellationToken cancellation) =>
        await PostponeAsync(claim, duration, claim.Failures, "", cancellation);

    /// <summary>Gives the work back after a failure, to be done after a pause.</summary>
    public Task<bool> FailAsync(WorkClaim claim, TimeSpan pause, string reason, CancellationToken cancellation) =>
        PostponeAsync(claim, pause, claim.Failures + 1, reason, cancellation);

    private async Task<bool> PostponeAsync(WorkClaim claim, TimeSpan pause, int failures, string reason, CancellationToken cancellation)
    {
        var sql = $$"""
            UPDATE work SET not_before = {{storage.Dialect.Clock}} + {0}, failures = {1}, failure_reason = {2}
            WHERE kind = {3} AND subject = {4} AND epoch = {5}
            """;
        return await storage.WriteAsync(
            (context, token) => context.Database.ExecuteSqlRawAsync(
                sql, [(long)pause.TotalMicroseconds, failures, reason, claim.Kind, claim.Subject, claim.Epoch], token),
            cancellation) > 0;
    }

    private static IQueryable<WorkRow> Of(ServiceContext context, WorkClaim claim) =>
        context.Work.Where(each => each.Kind == claim.Kind && each.Subject == claim.Subject && each.Epoch == claim.Epoch);
}

/// <summary>The claim of a worker ran out and another worker has the work.</summary>
internal sealed class WorkLostException : Exception;
