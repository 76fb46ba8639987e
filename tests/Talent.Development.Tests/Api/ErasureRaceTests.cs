using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Tests.Running;
using Talent.Development.V1;

namespace Talent.Development.Tests.Api;

/// <summary>Whichever comes first, nothing that only the person may see is left of an erased person.</summary>
public sealed class ErasureRaceTests : IAsyncLifetime
{
    private readonly PostgresTestStorage _storage = new();
    private DevelopmentHost _host = null!;
    private Given _given = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await DevelopmentHost.StartAsync(_storage);
        _given = new Given(_host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _storage.DisposeAsync();
    }

    [Fact]
    public Task ErasePerson_WhileThePersonStatesSomethingPrivate_LeavesNothing() => EraseBesideAsync(
        "readiness_statements", person => _given.StatementAsync(person, Audience.OnlyMe));

    [Fact]
    public Task ErasePerson_WhileThePersonStatesAnIntention_LeavesNothing() => EraseBesideAsync(
        "leaving_intentions", person => _given.IntentionAsync(person, DateOnly.MaxValue, DateOnly.MaxValue));

    [Fact]
    public Task ErasePerson_WhileThePersonChoosesOnlyMe_LeavesNothing() => EraseBesideAsync(
        "sharing_choices", person => _given.ChooseAsync(person, "aspirations", Audience.OnlyMe));

    private async Task EraseBesideAsync(string table, Func<string, Task> change)
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var director = await _host.AsAsync(Callers.Director(group));
        await using var gate = await CloseGateAsync(table);
        var changing = change(person.Id);
        await WaitingAsync();

        var erasing = _host.People.ErasePersonAsync(
            new ErasePersonRequest { RequestId = _given.NewId(), PersonId = person.Id, ReasonCode = "request-of-the-person" }, director)
            .ResponseAsync;
        // It is done already, or waits for the change.
        await Task.WhenAny(erasing, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System));
        await gate.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(4711)");
        await erasing;
        try
        {
            await changing;
        }
        catch (RpcException late)
        {
            Assert.Equal(StatusCode.NotFound, late.StatusCode);
        }

        await using var context = _host.Storage.CreateContext();
        Assert.False(await context.ReadinessStatements.AnyAsync(row => row.PersonId == person.Id));
        Assert.False(await context.LeavingIntentions.AnyAsync(row => row.PersonId == person.Id));
        Assert.False(await context.SharingChoices.AnyAsync(row => row.PersonId == person.Id));
    }

    // Whoever inserts into the table waits for the lock that the context's connection holds.
    private async Task<DbContext> CloseGateAsync(string table)
    {
        var gate = _host.Storage.CreateContext();
        await gate.Database.OpenConnectionAsync();
        var trigger = $"""
            CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END $$;
            CREATE TRIGGER gate BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION pass_gate();
            SELECT pg_advisory_lock(4711);
            """;
        await gate.Database.ExecuteSqlRawAsync(trigger);
        return gate;
    }

    private async Task WaitingAsync()
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            await using var context = _host.Storage.CreateContext();
            var waiting = await context.Database
                .SqlQuery<int>($"""
                SELECT count(*)::int AS "Value" FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
                """).ToListAsync();
            if (waiting[0] > 0)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
        throw new TimeoutException("The change did not come to the gate.");
    }
}
