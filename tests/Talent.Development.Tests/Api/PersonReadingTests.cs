using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;

namespace Talent.Development.Tests.Api;

/// <summary>Who sees which records.</summary>
public abstract class PersonReadingTests(DevelopmentFixture fixture)
{
    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    [Fact]
    public async Task GetPerson_DirectorOfTheGroup_ShowsTheRecord()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group, "Ferdinand Loxley");

        var read = await GetAsync(person.Id, Callers.Director(group));

        Assert.Equal(("Ferdinand Loxley", group, "X9001"), (read.DisplayName, read.GroupId, read.EmployerCode));
    }

    [Fact]
    public async Task GetPerson_DirectorOfAnotherGroup_IsNotFound()
    {
        var person = await _given.PersonAsync(_given.NewId());

        await AssertNotFoundAsync(person.Id, Callers.Director(_given.NewId()));
    }

    [Fact]
    public async Task GetPerson_TheLeaderHerself_ShowsTheOwnRecord()
    {
        var person = await _given.PersonAsync(_given.NewId());

        Assert.Equal(person, await GetAsync(person.Id, Callers.Leader(person.Id)));
    }

    [Fact]
    public async Task GetPerson_LeaderOfTheSameGroup_IsNotFound()
    {
        var group = _given.NewId();
        var colleague = await _given.PersonAsync(group);
        var person = await _given.PersonAsync(group);

        await AssertNotFoundAsync(person.Id, Callers.Leader(colleague.Id));
    }

    [Fact]
    public async Task GetPerson_LineManager_ShowsADirectReport()
    {
        var group = _given.NewId();
        var manager = await _given.PersonAsync(group);
        var report = await _given.PersonAsync(group, managerId: manager.Id);

        Assert.Equal(report.Id, (await GetAsync(report.Id, Callers.LineManager(manager.Id))).Id);
    }

    [Fact]
    public async Task GetPerson_LineManagerOfSomebodyElse_IsNotFound()
    {
        var group = _given.NewId();
        var manager = await _given.PersonAsync(group);
        var person = await _given.PersonAsync(group);

        await AssertNotFoundAsync(person.Id, Callers.LineManager(manager.Id));
    }

    [Fact]
    public async Task BatchGetPeople_PeopleOfTwoGroups_LeavesTheOtherGroupOut()
    {
        var (own, other) = (_given.NewId(), _given.NewId());
        var (first, hidden, second) = (await _given.PersonAsync(own), await _given.PersonAsync(other), await _given.PersonAsync(own));

        var response = await _host.People.BatchGetPeopleAsync(
            new BatchGetPeopleRequest { Ids = { second.Id, hidden.Id, first.Id } }, await _host.AsAsync(Callers.Director(own)));

        Assert.Equal([second.Id, first.Id], response.People.Select(person => person.Id));
    }

    [Fact]
    public async Task ListPeople_SeveralPages_ListsEverybodyOnceByName()
    {
        var group = _given.NewId();
        foreach (var name in new[] { "Zofia Unwin", "adam Garside", "Bethan Noone", "Bethan Noone", "Émile Varma" })
            await _given.PersonAsync(group, name);

        var names = new List<string>();
        var request = new ListPeopleRequest { PageSize = 2, GroupId = group };
        do
        {
            var page = await _host.People.ListPeopleAsync(request, await _host.AsAsync(Callers.Director(group)));
            names.AddRange(page.People.Select(person => person.DisplayName));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["adam Garside", "Bethan Noone", "Bethan Noone", "Zofia Unwin", "Émile Varma"], names);
    }

    [Fact]
    public async Task ListPeople_PartOfAName_FindsItInAnyCase()
    {
        var group = _given.NewId();
        await _given.PersonAsync(group, "Ngozi Olaniyan");
        await _given.PersonAsync(group, "Siân Prosser");

        var found = await _host.People.ListPeopleAsync(
            new ListPeopleRequest { NameContains = "SIÂN p" }, await _host.AsAsync(Callers.Director(group)));

        Assert.Equal(["Siân Prosser"], found.People.Select(person => person.DisplayName));
    }

    [Fact]
    public async Task ListPeople_PageToken_HoldsNoName()
    {
        var group = _given.NewId();
        await _given.PersonAsync(group, "Ottoline Kirkbride");
        await _given.PersonAsync(group, "Ottoline Kirkbride");

        var page = await _host.People.ListPeopleAsync(
            new ListPeopleRequest { PageSize = 1, GroupId = group }, await _host.AsAsync(Callers.Director(group)));

        var token = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(page.NextPageToken));
        Assert.DoesNotContain("OTTOLINE", token, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ListPeople_ForeignPageToken_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.ListPeopleAsync(
            new ListPeopleRequest { PageToken = "nonsense" }, await _host.AsAsync(Callers.Director(_given.NewId()))));

        Assert.Equal(StatusCode.InvalidArgument, exception.StatusCode);
    }

    [Fact]
    public async Task ListRecordReads_SomebodyElseReadTheRecord_NamesAccountRoleMethodAndTime()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await GetAsync(person.Id, Callers.Director(group));
        await _host.People.ListReadinessStatementsAsync(
            new ListReadinessStatementsRequest { PersonId = person.Id }, await _host.AsAsync(Callers.Director(group)));

        var reads = (await _host.People.ListRecordReadsAsync(
            new ListRecordReadsRequest { PersonId = person.Id }, await _host.AsAsync(Callers.Leader(person.Id)))).Reads;

        Assert.Equal(["GetPerson", "ListReadinessStatements"], reads.Select(read => read.Method).Order());
        Assert.All(reads, read => Assert.Equal(
            ("account-director", "group-hr-director", _host.Time.GetUtcNow()), (read.ReaderId, read.Role, read.Time.ToDateTimeOffset())));
    }

    [Fact]
    public async Task ListRecordReads_PersonReadTheOwnRecord_IsNotNoted()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await GetAsync(person.Id, Callers.Leader(person.Id));

        var reads = await _host.People.ListRecordReadsAsync(
            new ListRecordReadsRequest { PersonId = person.Id }, await _host.AsAsync(Callers.Leader(person.Id)));

        Assert.Empty(reads.Reads);
    }

    [Fact]
    public async Task ListRecordReads_DirectorOfTheGroup_IsDenied()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.ListRecordReadsAsync(
            new ListRecordReadsRequest { PersonId = person.Id }, await _host.AsAsync(Callers.Director(group))));

        Assert.Equal(StatusCode.PermissionDenied, exception.StatusCode);
    }

    private async Task<Person> GetAsync(string id, Talent.ServiceDefaults.Caller caller) =>
        (await _host.People.GetPersonAsync(new GetPersonRequest { Id = id }, await _host.AsAsync(caller))).Person;

    private async Task AssertNotFoundAsync(string id, Talent.ServiceDefaults.Caller caller)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => GetAsync(id, caller));
        Assert.Equal(StatusCode.NotFound, exception.StatusCode);
    }
}

public sealed class PersonReadingOnSqliteTests(SqliteDevelopment fixture) : PersonReadingTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class PersonReadingOnPostgresTests(PostgresDevelopment fixture) : PersonReadingTests(fixture), IClassFixture<PostgresDevelopment>;
