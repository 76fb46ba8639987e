using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>Two replicas that apply the same event from the same checkpoint, on either database.</summary>
public abstract class CheckpointCompliance(TestStorage storage) : IAsyncLifetime
{
    private SampleService _service = null!;
    private ProjectionApplier<SampleContext> _applier = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await SampleService.StartAsync(
            new SampleSetting("succession", await storage.SettingsForAsync("succession")) { Idle = true });
        _applier = new ProjectionApplier<SampleContext>(_service.Storage, "roles", [new Counting()], TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ApplyAsync_TwiceFromOneCheckpoint_IsLostAndChangesNothing()
    {
        var begin = await _applier.ClearAsync(Checkpoint.None, "log", head: 1, CancellationToken.None);
        await _applier.ApplyAsync(begin, [First], CancellationToken.None);
        await Assert.ThrowsAsync<CheckpointLostException>(() => _applier.ApplyAsync(begin, [First], CancellationToken.None));
        await AssertAppliedOnceAsync();
    }

    [Fact]
    public async Task ApplyAsync_ManyAtOnceFromOneCheckpoint_OneIsNotLost()
    {
        var begin = await _applier.ClearAsync(Checkpoint.None, "log", head: 1, CancellationToken.None);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => IsAppliedAsync(begin))));
        Assert.Equal(1, outcomes.Count(applied => applied));
        await AssertAppliedOnceAsync();
    }

    [Fact]
    public async Task ClearAsync_TwiceFromOneCheckpoint_IsLost()
    {
        await _applier.ClearAsync(Checkpoint.None, "log", head: 1, CancellationToken.None);
        await Assert.ThrowsAsync<CheckpointLostException>(
            () => _applier.ClearAsync(Checkpoint.None, "log", head: 1, CancellationToken.None));
    }

    private static IncomingEvent First => new(
        new Event
        {
            LogId = "log",
            Position = 1,
            Id = "first",
            Aggregate = "accounts/a",
            AggregateVersion = 1,
            Type = SampleCommands.Added,
            Payload = new Int64Value { Value = 1 }.ToByteString(),
            Time = new Timestamp(),
        },
        TraceParent: "");

    private async Task<bool> IsAppliedAsync(Checkpoint from)
    {
        try
        {
            await _applier.ApplyAsync(from, [First], CancellationToken.None);
            return true;
        }
        catch (CheckpointLostException)
        {
            return false;
        }
    }

    private async Task AssertAppliedOnceAsync()
    {
        await using var context = _service.Storage.CreateContext();
        Assert.Equal(1, (await context.ProjectedTotals.SingleAsync()).Total);
        var row = await context.Checkpoints.SingleAsync();
        Assert.Equal((1, "first"), (row.Position, row.EventId));
    }

    // Counts without looking: nothing but the checkpoint keeps it from counting twice.
    private sealed class Counting : IProjection<SampleContext>
    {
        public string Source => "roles";

        public async Task ApplyAsync(SampleContext context, Event happened, CancellationToken cancellation)
        {
            var row = await context.ProjectedTotals.FindAsync([Source, "a"], cancellation)
                ?? context.ProjectedTotals.Add(new ProjectedTotal { Source = Source, AccountId = "a" }).Entity;
            row.Total++;
        }

        public Task ClearAsync(SampleContext context, CancellationToken cancellation) =>
            context.ProjectedTotals.ExecuteDeleteAsync(cancellation);
    }
}

public sealed class SqliteCheckpointTests() : CheckpointCompliance(new SqliteTestStorage());

public sealed class PostgresCheckpointTests() : CheckpointCompliance(new PostgresTestStorage());
