using System.Diagnostics;
using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Projections;

/// <summary>Applies events of one source to all projections of that source, in one transaction with the checkpoint.</summary>
internal sealed class ProjectionApplier<TContext>(
    ServiceStorage<TContext> storage, string source, IReadOnlyList<IProjection<TContext>> projections, TimeProvider time)
    where TContext : ServiceContext
{
    /// <summary>
    /// The events to pass over. Only a stalled event can be skipped, so this is read when following begins and at each stall.
    /// </summary>
    public IReadOnlySet<string> Skipped { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Applies consecutive events, the first right behind the checkpoint.</summary>
    /// <returns>Where the checkpoint stands now.</returns>
    /// <exception cref="CheckpointLostException">It did not stand there: nothing was changed.</exception>
    public async Task<Checkpoint> ApplyAsync(
        Checkpoint from, IReadOnlyList<IncomingEvent> events, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var to = from.At(events[^1].Event);
        var spans = events
            .Select(each => MessagingTelemetry.StartBelow($"apply {each.Event.Type}", ActivityKind.Consumer, each.TraceParent))
            .ToList();
        try
        {
            await storage.WriteAsync(async (context, token) =>
            {
                await CheckpointStore<TContext>.MoveAsync(context, source, from, to, token);
                await ApplyAsync(context, events, spans, token);
                return true;
            }, cancellation);
        }
        finally
        {
            foreach (var span in spans)
                span?.Dispose();
        }
        Measure(events, started);
        return to;
    }

    /// <summary>Empties the projections and puts the checkpoint before the first event of a log.</summary>
    public async Task<Checkpoint> ClearAsync(Checkpoint from, string logId, long head, CancellationToken cancellation)
    {
        var begin = new Checkpoint(logId, 0);
        await storage.WriteAsync(async (context, token) =>
        {
            await CheckpointStore<TContext>.BeginAsync(context, source, from, begin, head, token);
            foreach (var projection in projections)
                await projection.ClearAsync(context, token);
            return true;
        }, cancellation);
        return begin;
    }

    private async Task ApplyAsync(
        TContext context, IReadOnlyList<IncomingEvent> events, List<Activity?> spans, CancellationToken cancellation)
    {
        for (var index = 0; index < events.Count; index++)
        {
            var happened = events[index].Event;
            if (Skipped.Contains(happened.Id))
                continue;
            Activity.Current = spans[index];
            foreach (var projection in projections)
            {
                await projection.ApplyAsync(context, happened, cancellation);
                if (!projection.SavesOncePerBatch && context.ChangeTracker.HasChanges())
                    await context.SaveChangesAsync(cancellation);
            }
        }
        Activity.Current = spans.FirstOrDefault(span => span is not null);
    }

    private void Measure(IReadOnlyList<IncomingEvent> events, long started)
    {
        var tag = new KeyValuePair<string, object?>("source", source);
        MessagingTelemetry.Applied.Add(events.Count, tag);
        MessagingTelemetry.ApplyTime.Record(time.GetElapsedTime(started).TotalSeconds, tag);
        if (!MessagingTelemetry.Latency.Enabled)
            return;
        var now = time.GetUtcNow();
        foreach (var each in events)
            MessagingTelemetry.Latency.Record((now - each.Event.Time.ToDateTimeOffset()).TotalSeconds, tag);
    }
}

/// <summary>An event on its way into the projections.</summary>
/// <param name="Event">The event.</param>
/// <param name="TraceParent">The span it hangs below: that of its publishing, or of its request where it was read from the Feed.</param>
internal sealed record IncomingEvent(Event Event, string TraceParent);
