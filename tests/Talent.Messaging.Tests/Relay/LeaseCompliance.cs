using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Relay;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Relay;

/// <summary>Who may give positions, on either database.</summary>
public abstract class LeaseCompliance(TestStorage storage) : IAsyncLifetime
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private SampleService _service = null!;
    private LeaseStore<SampleContext> _leases = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await SampleService.StartAsync(new SampleSetting("roles", await storage.SettingsForAsync("roles")) { Idle = true });
        _leases = new LeaseStore<SampleContext>(_service.Storage);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task TryHoldAsync_HeldByAnother_IsRefused()
    {
        Assert.Equal(1, (await HoldAsync("one", Long))!.Epoch);
        Assert.Null(await HoldAsync("two", Long));
    }

    [Fact]
    public async Task TryHoldAsync_OwnLease_IsRenewedInItsEpoch()
    {
        var first = await HoldAsync("one", Long);
        Assert.Equal(first, await HoldAsync("one", Long));
    }

    [Fact]
    public async Task TryHoldAsync_ExpiredOrReleased_BeginsANewEpoch()
    {
        await HoldAsync("one", TimeSpan.Zero);
        var second = await HoldAsync("two", Long);
        Assert.Equal(2, second!.Epoch);
        await _leases.ReleaseAsync(second, CancellationToken.None);
        Assert.Equal(3, (await HoldAsync("three", Long))!.Epoch);
    }

    [Fact]
    public async Task AssignAsync_DeposedLeader_GivesNoPosition()
    {
        await _service.Commands.AddAsync("a", 1, "1");
        var deposed = await HoldAsync("one", TimeSpan.Zero);
        await HoldAsync("two", Long);
        Assert.Null(await AssignAsync(_service.Storage.Dialect.CreatePositionAssigner(), deposed!));
        await using var context = _service.Storage.CreateContext();
        Assert.Equal(0, await context.EventPositions.CountAsync());
    }

    [Fact]
    public async Task AssignAsync_MoreThanTheLimit_GivesConsecutivePositionsInOrder()
    {
        for (var number = 0; number < 7; number++)
            await _service.Commands.AddAsync("a", 1, $"{number}");
        var lease = await HoldAsync("one", Long);
        var assigner = _service.Storage.Dialect.CreatePositionAssigner();
        var given = new List<(long Position, long Version)>();
        while (await AssignAsync(assigner, lease!, limit: 3) is { Count: > 0 } events)
            given.AddRange(events.Select(each => (each.Position, each.AggregateVersion)));
        Assert.Equal(Enumerable.Range(1, 7).Select(each => ((long)each, (long)each)), given);
    }

    [Fact(Timeout = 60_000)]
    public async Task AssignAsync_EverythingHasAPosition_FindsNothingAndSettles()
    {
        await _service.Commands.AddAsync("a", 1, "1");
        var lease = await HoldAsync("one", Long);
        var assigner = _service.Storage.Dialect.CreatePositionAssigner();
        Assert.Single((await AssignAsync(assigner, lease!))!);
        do
        {
            Assert.Empty((await AssignAsync(assigner, lease!))!);
            // PostgreSQL waits for the transactions of the whole server, those of other databases as well.
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
        while (assigner.MaySettleMore);
        Assert.Equal(1, assigner.SettledSequence);
    }

    private Task<Lease?> HoldAsync(string owner, TimeSpan duration) =>
        _leases.TryHoldAsync(RelayService<SampleContext>.LeaseName, owner, duration, CancellationToken.None);

    private async Task<IReadOnlyList<Talent.Events.V1.Event>?> AssignAsync(PositionAssigner assigner, Lease lease, int limit = 100)
    {
        await using var context = _service.Storage.CreateContext();
        await context.Database.OpenConnectionAsync();
        return await assigner.AssignAsync(context.Database.GetDbConnection(), lease, "log", limit, CancellationToken.None);
    }
}

public sealed class SqliteLeaseTests() : LeaseCompliance(new SqliteTestStorage());

public sealed class PostgresLeaseTests() : LeaseCompliance(new PostgresTestStorage());
