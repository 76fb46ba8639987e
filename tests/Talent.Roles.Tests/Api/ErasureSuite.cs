using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Roles.Storage;
using Talent.Roles.Tests.Hosting;
using Talent.Roles.V1;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>What is left in Roles when a person's record is erased, on either database.</summary>
public abstract class ErasureSuite(RolesHost host)
{
    [Fact]
    public async Task Erased_Holder_KeepsTheAppointmentsAndReports()
    {
        var arrangement = await MakeAsync(host);
        var (post, person) = (await arrangement.CreatePostAsync(), NewId());
        await arrangement.AppointAsync(post.Id, new DateOnly(2024, 1, 1), person);

        await TellAsync(new PersonErased { PersonId = person });

        Assert.Equal(new ErasureReported { PersonId = person, Answers = 1 }, await ReportAsync(person));
        var appointments = await host.Posts.ListPersonAppointmentsAsync(
            new ListPersonAppointmentsRequest { PersonId = person }, await host.DirectorAsync());
        Assert.Equal(post.Id, Assert.Single(appointments.Posts).Id);
    }

    private Task<bool> TellAsync(PersonErased erased) => host.Storage.WriteAsync(
        async (context, token) =>
        {
            var happened = new Event { Id = NewId(), Type = "development.person.erased.v1", Payload = erased.ToByteString() };
            foreach (var projection in host.Services.GetServices<IProjection<RolesContext>>().Where(each => each.Source == "development"))
                await projection.ApplyAsync(context, happened, token);
            return true;
        },
        CancellationToken.None);

    // The clock of the service goes on only here.
    private async Task<ErasureReported> ReportAsync(string person)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            if (await host.EventsAsync($"erasures/{person}") is [var only])
                return ErasureReported.Parser.ParseFrom(only.Payload);
            host.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
        throw new TimeoutException("The erasure was not reported.");
    }
}

public sealed class ErasureOnSqliteTests(SqliteRoles host) : ErasureSuite(host), IClassFixture<SqliteRoles>;

public sealed class ErasureOnPostgresTests(PostgresRoles host) : ErasureSuite(host), IClassFixture<PostgresRoles>;
