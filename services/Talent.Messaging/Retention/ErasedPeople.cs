using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Retention;

/// <summary>Whom a service has erased, by its own log, in order with what is recorded about people at the same moment.</summary>
public static class ErasedPeople
{
    private const string Aggregate = "erasures/";

    // Any number will do, as long as all commands of a database take the same.
    private const long ErasureLock = 5127740926;

    /// <summary>
    /// Those of the people whom this service has erased. An erasure that comes later waits until the command has ended, and finds what
    /// the command recorded; one that is going on is waited for.
    /// </summary>
    /// <param name="command">The command that records something about the people.</param>
    /// <param name="personIds">Ids of the people.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<string>> FindErasedAsync<TContext>(
        this CommandScope<TContext> command, IEnumerable<string> personIds, CancellationToken cancellation)
        where TContext : ServiceContext
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(personIds);
        // On SQLite there is one writer anyway.
        if (command.Context.Database.IsNpgsql())
            await command.Context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({ErasureLock})", cancellation);
        return await command.Context.FindErasedAsync(personIds, cancellation);
    }

    /// <summary>Those of the people whom this service has erased by now: for a result, which an erasure that comes later deletes.</summary>
    /// <param name="context">The database.</param>
    /// <param name="personIds">Ids of the people.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<string>> FindErasedAsync(
        this ServiceContext context, IEnumerable<string> personIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(personIds);
        var sought = personIds.Select(AggregateOf).Distinct(StringComparer.Ordinal).ToList();
        var found = await context.Events.Where(each => sought.Contains(each.Aggregate)).Select(each => each.Aggregate).Distinct()
            .ToListAsync(cancellation);
        return [.. found.Select(aggregate => aggregate[Aggregate.Length..])];
    }

    internal static string AggregateOf(string personId) => Aggregate + personId;

    /// <summary>Waits for the commands that record something about people, and keeps them waiting until the erasure is committed.</summary>
    internal static async Task KeepOthersAwayAsync(ServiceContext context, CancellationToken cancellation)
    {
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ErasureLock})", cancellation);
    }
}
