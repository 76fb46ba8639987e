using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Api;

public abstract class ErasureTests(DevelopmentFixture fixture)
{
    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    [Fact]
    public async Task ErasePerson_RecordWithEverything_LeavesTheIdAlone()
    {
        var group = _given.NewId();
        var person = await FullRecordAsync(group);

        var left = await EraseAsync(group, person.Id);

        Assert.Equal(
            new Person { Id = person.Id, ControllerCode = "X9001", Erased = true, Etag = left.Etag }, left);
        await using var context = _host.Storage.CreateContext();
        Assert.False(await context.ReadinessStatements.AnyAsync(row => row.PersonId == person.Id));
        Assert.False(await context.LeavingIntentions.AnyAsync(row => row.PersonId == person.Id));
        Assert.False(await context.SharingChoices.AnyAsync(row => row.PersonId == person.Id));
        Assert.False(await context.Credentials.AnyAsync(row => row.PersonId == person.Id));
    }

    [Fact]
    public async Task ErasePerson_AppendsTheEventWithTheReason()
    {
        var group = _given.NewId();
        var person = await FullRecordAsync(group);

        await EraseAsync(group, person.Id);

        await using var context = _host.Storage.CreateContext();
        var last = await context.Events.Where(row => row.Aggregate == $"people/{person.Id}").OrderBy(row => row.Sequence).LastAsync();
        Assert.Equal(("development.person.erased.v1", "request-of-the-person"), (last.Type, last.ReasonCode));
    }

    [Fact]
    public async Task ErasePerson_Done_ShowsTheRecordToNobody()
    {
        var group = _given.NewId();
        var person = await FullRecordAsync(group);
        await EraseAsync(group, person.Id);

        var people = await _host.People.BatchGetPeopleAsync(
            new BatchGetPeopleRequest { Ids = { person.Id } }, await _host.AsAsync(Callers.Director(group)));

        Assert.Empty(people.People);
    }

    [Fact]
    public async Task ErasePerson_SameRequestAgain_AnswersTheSame()
    {
        var group = _given.NewId();
        var person = await FullRecordAsync(group);
        var request = new ErasePersonRequest { RequestId = _given.NewId(), PersonId = person.Id, ReasonCode = "request-of-the-person" };
        var headers = await _host.AsAsync(Callers.Director(group));

        var first = await _host.People.ErasePersonAsync(request, headers);

        Assert.Equal(first, await _host.People.ErasePersonAsync(request, headers));
    }

    [Fact]
    public async Task CreatePerson_IdOfAnErasedRecord_IsRefused()
    {
        var group = _given.NewId();
        var person = await FullRecordAsync(group);
        await EraseAsync(group, person.Id);
        var again = Given.Unsaved(group);
        again.Id = person.Id;

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.CreatePersonAsync(
            new CreatePersonRequest { RequestId = _given.NewId(), Person = again }, await _host.AsAsync(Callers.Director(group))));

        Assert.Equal(StatusCode.AlreadyExists, exception.StatusCode);
    }

    [Fact]
    public async Task ErasePerson_OneOfABatch_EmptiesTheStoredAnswersAboutThePerson()
    {
        var group = _given.NewId();
        var headers = await _host.AsAsync(Callers.Director(group));
        var batch = new BatchCreatePeopleRequest { RequestId = _given.NewId(), People = { Given.Unsaved(group), Given.Unsaved(group) } };
        var ids = (await _host.People.BatchCreatePeopleAsync(batch, headers)).Ids;
        var statement = await _given.StatementAsync(ids[0], Audience.OnlyMe);

        await EraseAsync(group, ids[0]);

        Assert.Equal(["", ids[1]], (await _host.People.BatchCreatePeopleAsync(batch, headers)).Ids);
        await using var context = _host.Storage.CreateContext();
        Assert.DoesNotContain(
            await context.Requests.ToListAsync(), row => row.Identifiers.Contains(statement.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("imelda-left")]
    [InlineData("Because Imelda asked")]
    public async Task ErasePerson_ReasonThatIsNoCode_IsRefused(string reason)
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.ErasePersonAsync(
            new ErasePersonRequest { RequestId = _given.NewId(), PersonId = person.Id, ReasonCode = reason },
            await _host.AsAsync(Callers.Director(group))));

        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
    }

    [Fact]
    public async Task ErasePerson_DirectorOfAnotherGroup_IsNotFound()
    {
        var person = await _given.PersonAsync(_given.NewId());

        var exception = await Assert.ThrowsAsync<RpcException>(() => EraseAsync(_given.NewId(), person.Id));

        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
    }

    private async Task<Person> FullRecordAsync(string group)
    {
        var person = await _given.PersonAsync(group, managerId: _given.NewId());
        await _given.StatementAsync(person.Id, Audience.MyGroup);
        var today = LondonCalendar.Today(_host.Time);
        await _given.IntentionAsync(person.Id, today, today.AddDays(1));
        await _given.ChooseAsync(person.Id, "aspirations", Audience.MyGroup);
        await _given.HoldAsync(group, Given.Credential(person.Id));
        return person;
    }

    private async Task<Person> EraseAsync(string group, string personId) => (await _host.People.ErasePersonAsync(
        new ErasePersonRequest { RequestId = _given.NewId(), PersonId = personId, ReasonCode = "request-of-the-person" },
        await _host.AsAsync(Callers.Director(group)))).Person;
}

public sealed class ErasureOnSqliteTests(SqliteDevelopment fixture) : ErasureTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class ErasureOnPostgresTests(PostgresDevelopment fixture) : ErasureTests(fixture), IClassFixture<PostgresDevelopment>;
