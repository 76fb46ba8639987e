using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Feed;

/// <inheritdoc cref="IEventLog" />
internal sealed class EventLog<TContext>(ServiceStorage<TContext> storage) : IEventLog where TContext : ServiceContext
{
    public string Source => storage.Name;

    public async Task<ReadEventsResponse> ReadAsync(long afterPosition, int size, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var identity = await context.LogIdentity.AsNoTracking().SingleAsync(cancellation);
        // The head is read first: what is published in between belongs to the next page.
        var head = await context.EventPositions.MaxAsync(each => (long?)each.Position, cancellation) ?? 0;
        var response = new ReadEventsResponse { LogId = identity.LogId, HeadPosition = head };
        if (size > 0 && afterPosition < head)
            response.Events.AddRange(await ReadEventsAsync(context, identity.LogId, afterPosition, size, head, cancellation));
        return response;
    }

    private static async Task<IEnumerable<Event>> ReadEventsAsync(
        TContext context, string logId, long afterPosition, int size, long head, CancellationToken cancellation)
    {
        var rows = await context.EventPositions.AsNoTracking()
            .Where(each => each.Position > afterPosition && each.Position <= head)
            .OrderBy(each => each.Position)
            .Take(size)
            .Join(context.Events, each => each.EventId, row => row.Id, (each, row) => new { each.Position, Row = row })
            .OrderBy(each => each.Position)
            .ToListAsync(cancellation);
        return rows.Select(each => each.Row.ToMessage(logId, each.Position));
    }
}
