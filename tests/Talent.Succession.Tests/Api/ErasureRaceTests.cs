using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;

namespace Talent.Succession.Tests.Api;

/// <summary>An erasure that comes while the person is being named waits, and finds the nomination.</summary>
public sealed class ErasureRaceTests
{
    private const long Gate = 4711;

    [Fact]
    public async Task PersonErased_WhileBeingNamed_IsWithdrawnAndReported()
    {
        await using var host = await ServiceHost.StartAsync("postgresql");
        var method = EveryMutation.Methods.Single(each => each.Name == "CreateNomination");
        var (prepared, headers) = await new EveryMutation(host).PrepareAsync(method, flag: "");
        var request = (V1.CreateNominationRequest)prepared;
        request.RequestId = EveryMutation.NextId();
        var person = request.Nomination.PersonId;
        await using var gate = host.Storage.CreateContext();
        await gate.Database.OpenConnectionAsync();
        await gate.Database.ExecuteSqlRawAsync("""
            CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END $$;
            CREATE TRIGGER nominations_gate BEFORE INSERT ON nominations FOR EACH ROW EXECUTE FUNCTION pass_gate();
            SELECT pg_advisory_lock(4711);
            """);

        var naming = host.Nominations.CreateNominationAsync(request, headers).ResponseAsync;
        await WaitingAsync(host, 1);
        await host.TellAsync(Sample.Erased(person));
        await WaitingAsync(host, 2);
        Assert.Equal(0, await CountReportsAsync(host, person));
        await gate.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Gate})");

        // Whether it was withdrawn before it could be read again makes no difference here.
        await Talent.Testing.PublishedText.TryAsync(() => naming);
        await EventuallyAsync(async () => await CountReportsAsync(host, person) == 1);
        await using var context = host.Storage.CreateContext();
        Assert.False(await context.Nominations.AnyAsync(row => row.PersonId == person));
        var report = await context.Events.SingleAsync(row => row.Aggregate == $"erasures/{person}");
        Assert.Equal(1, ErasureReported.Parser.ParseFrom(report.Payload).Records);
    }

    private static Task WaitingAsync(ServiceHost host, int waiting) => EventuallyAsync(async () =>
    {
        await using var context = host.Storage.CreateContext();
        var found = await context.Database
            .SqlQuery<int>($"""
                SELECT count(*)::int AS "Value" FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted
                """).ToListAsync();
        return found[0] >= waiting;
    });

    private static async Task<int> CountReportsAsync(ServiceHost host, string person)
    {
        await using var context = host.Storage.CreateContext();
        return await context.Events.CountAsync(row => row.Aggregate == $"erasures/{person}");
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            if (await holds()) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException("It did not come about.");
    }
}
