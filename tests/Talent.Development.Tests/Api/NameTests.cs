using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Tests.Running;
using Talent.Development.V1;

namespace Talent.Development.Tests.Api;

/// <summary>Names stay in the table of people: in no event, no log line and no stored answer.</summary>
public sealed class NameTests(SqliteDevelopment fixture) : IClassFixture<SqliteDevelopment>
{
    private const string Name = "Thomasina Kirkbride-Uzoma";

    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    [Fact]
    public async Task EveryMethod_NameOfThePerson_IsInNoEventLogLineOrStoredAnswer()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group, Name);
        await _given.StatementAsync(person.Id, Audience.MyGroup);
        await _given.ChooseAsync(person.Id, "readiness", Audience.NationalPool);
        await ProvokeErrorAsync(group, person);
        await _host.People.ErasePersonAsync(
            new ErasePersonRequest { RequestId = _given.NewId(), PersonId = person.Id, ReasonCode = "request-of-the-person" },
            await _host.AsAsync(Callers.Director(group)));

        Assert.DoesNotContain(_given.EventsOf(person.Id), row => Holds(System.Text.Encoding.UTF8.GetString(row.Payload)));
        Assert.DoesNotContain(_host.Logs.Lines, Holds);
        await using var context = _host.Storage.CreateContext();
        Assert.DoesNotContain(await context.Requests.Select(row => row.Identifiers).ToListAsync(), Holds);
        Assert.DoesNotContain(await context.People.Select(row => row.DisplayName + row.SearchName).ToListAsync(), Holds);
    }

    private async Task ProvokeErrorAsync(string group, Person person)
    {
        var again = Given.Unsaved(group, Name);
        again.Id = person.Id;
        await Assert.ThrowsAsync<RpcException>(async () => await _host.People.CreatePersonAsync(
            new CreatePersonRequest { RequestId = _given.NewId(), Person = again }, await _host.AsAsync(Callers.Director(group))));
    }

    private static bool Holds(string text) => text.Contains("Kirkbride-Uzoma", StringComparison.OrdinalIgnoreCase);
}
