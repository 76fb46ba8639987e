using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Projections;

namespace Talent.Messaging.Tests.Sample;

/// <summary>Adds up what was added in a source, and notices an event that comes twice or out of order.</summary>
public abstract class TotalProjection(string source, Obstacle obstacle) : IProjection<SampleContext>
{
    public string Source => source;

    public async Task ApplyAsync(SampleContext context, Event happened, CancellationToken cancellation)
    {
        if (happened.Type != SampleCommands.Added)
            return;
        obstacle.Before(happened);
        var account = happened.Aggregate["accounts/".Length..];
        var row = await context.ProjectedTotals.FindAsync([Source, account], cancellation);
        if (row is null)
        {
            row = new ProjectedTotal { Source = Source, AccountId = account };
            context.ProjectedTotals.Add(row);
        }
        if (happened.Position <= row.LastPosition)
            throw new InvalidOperationException($"{happened.Position} came after {row.LastPosition}.");
        row.LastPosition = happened.Position;
        row.Total += Int64Value.Parser.ParseFrom(happened.Payload).Value;
    }

    public async Task ClearAsync(SampleContext context, CancellationToken cancellation) =>
        await context.ProjectedTotals.Where(each => each.Source == Source).ExecuteDeleteAsync(cancellation);
}

public sealed class RolesTotals(Obstacle obstacle) : TotalProjection("roles", obstacle);

public sealed class DevelopmentTotals(Obstacle obstacle) : TotalProjection("development", obstacle);

/// <summary>What a test puts in the way of the projections.</summary>
public sealed class Obstacle
{
    /// <summary>Called before each event; throws where the test wants the projection to fail.</summary>
    public Action<Event> Before { get; set; } = _ => { };
}
