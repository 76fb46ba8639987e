using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Projections;

namespace Talent.Benchmarks.Events;

/// <summary>Keeps a row of each event.</summary>
sealed class LedgerProjection(Arrivals arrivals) : IProjection<LedgerContext>
{
    public string Source => LedgerServices.Source;

    // It reads nothing.
    public bool SavesOncePerBatch => true;

    public Task ApplyAsync(LedgerContext context, Event happened, CancellationToken cancellation)
    {
        var id = happened.Aggregate[LedgerServices.Aggregates.Length..];
        context.ProjectedEntries.Add(new ProjectedEntry { Id = id, Position = happened.Position });
        arrivals.Apply(id);
        return Task.CompletedTask;
    }

    public Task ClearAsync(LedgerContext context, CancellationToken cancellation) => context.ProjectedEntries.ExecuteDeleteAsync(cancellation);
}
