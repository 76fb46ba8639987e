using Microsoft.EntityFrameworkCore;
using Npgsql;
using Talent.Messaging.Relay;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Relay;

/// <summary>A transaction that took a low sequence number and commits late; only PostgreSQL has several writers.</summary>
public sealed class LateCommitTests : IAsyncLifetime
{
    private readonly PostgresTestStorage _storage = new();
    private readonly PostgresPositionAssigner _assigner = new();
    private SampleService _service = null!;
    private SampleContext _context = null!;
    private Lease _lease = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await SampleService.StartAsync(new SampleSetting("roles", await _storage.SettingsForAsync("roles")) { Idle = true });
        _context = _service.Storage.CreateContext();
        await _context.Database.OpenConnectionAsync();
        _lease = (await new LeaseStore<SampleContext>(_service.Storage).TryHoldAsync("relay", "one", TimeSpan.FromMinutes(5), CancellationToken.None))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _service.DisposeAsync();
        await _storage.DisposeAsync();
    }

    [Fact]
    public async Task AssignAsync_TransactionCommitsLate_GivesItALaterPosition()
    {
        await using var late = await BeginAsync("late");
        await _service.Commands.AddAsync("early", 1, "1");
        Assert.Equal([("accounts/early", 1)], await AssignAsync());
        for (var round = 0; round < 5; round++)
            Assert.Empty(await AssignAsync());
        await late.CommitAsync();
        Assert.Equal([("accounts/late", 2)], await AssignAsync());
    }

    [Fact]
    public async Task AssignAsync_TransactionIsOpen_SettlesNothingBeforeItEnds()
    {
        await using var late = await BeginAsync("late");
        await _service.Commands.AddAsync("early", 1, "1");
        await AssignAsync();
        await AssignAsync();
        Assert.Equal(0, _assigner.SettledSequence);
        await late.RollbackAsync();
        // PostgreSQL waits for the transactions of the whole server, those of other databases as well.
        await Eventually.HoldsAsync(async () => await AssignAsync() is [] && _assigner.SettledSequence == 2, "the early event is settled");
    }

    [Fact]
    public async Task AssignAsync_ManyWritersThatCommitInAnyOrder_SkipsNothing()
    {
        const int Writers = 8;
        const int Each = 25;
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer, Each))));
        var given = new List<(string Aggregate, long Position)>();
        while (!writing.IsCompleted)
            given.AddRange(await AssignAsync(limit: 7));
        await writing;
        while (await AssignAsync(limit: 7) is { Count: > 0 } more)
            given.AddRange(more);
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(each => (long)each), given.Select(each => each.Position));
        Assert.Distinct(given.Select(each => each.Aggregate));
    }

    private async Task WriteAsync(int writer, int count)
    {
        var random = new Random(writer);
        for (var number = 0; number < count; number++)
        {
            await using var transaction = await BeginAsync($"{writer}-{number}");
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(4)), TimeProvider.System);
            await transaction.CommitAsync();
        }
    }

    private async Task<OpenTransaction> BeginAsync(string account)
    {
        var connection = new NpgsqlConnection(_context.Database.GetConnectionString());
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("""
            INSERT INTO events (id, aggregate, aggregate_version, type, payload, actor_id, reason_code, correlation_id, trace_parent, time)
            VALUES ($1, $1, 1, 'sample', '', '', '', '', '', now())
            """, connection, transaction) { Parameters = { new() { Value = $"accounts/{account}" } } };
        await command.ExecuteNonQueryAsync();
        return new OpenTransaction(connection, transaction);
    }

    private async Task<List<(string Aggregate, long Position)>> AssignAsync(int limit = 100)
    {
        var events = await _assigner.AssignAsync(_context.Database.GetDbConnection(), _lease, "log", limit, CancellationToken.None);
        return [.. events!.Select(each => (each.Aggregate, each.Position))];
    }

    private sealed record OpenTransaction(NpgsqlConnection Connection, NpgsqlTransaction Transaction) : IAsyncDisposable
    {
        public Task CommitAsync() => Transaction.CommitAsync();

        public Task RollbackAsync() => Transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await Transaction.DisposeAsync();
            await Connection.DisposeAsync();
        }
    }
}
