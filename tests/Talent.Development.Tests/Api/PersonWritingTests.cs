using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Api;

/// <summary>Recording people and changing their records.</summary>
public abstract class PersonWritingTests(DevelopmentFixture fixture)
{
    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    [Fact]
    public async Task CreatePerson_New_AppendsAnEventWithoutTheName()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group, "Rosalind Cawthorne");

        var (type, payload) = Assert.Single(_given.EventsOf(person.Id));
        Assert.Equal("development.person.recorded.v1", type);
        Assert.Equal(
            new PersonRecorded { PersonId = person.Id, GroupId = group, EmployerCode = "X9001", ControllerCode = "X9001" },
            PersonRecorded.Parser.ParseFrom(payload));
    }

    [Fact]
    public async Task CreatePerson_SameRequestAgain_AnswersTheSameAndRecordsOnce()
    {
        var group = _given.NewId();
        var request = new CreatePersonRequest { RequestId = _given.NewId(), Person = Given.Unsaved(group) };
        var headers = await _host.AsAsync(Callers.Director(group));

        var first = await _host.People.CreatePersonAsync(request, headers);
        var second = await _host.People.CreatePersonAsync(request, headers);

        Assert.Equal(first, second);
        Assert.Single(_given.EventsOf(first.Person.Id));
    }

    [Fact]
    public async Task CreatePerson_SameRequestIdForSomethingElse_IsRefused()
    {
        var group = _given.NewId();
        var request = new CreatePersonRequest { RequestId = _given.NewId(), Person = Given.Unsaved(group) };
        var headers = await _host.AsAsync(Callers.Director(group));
        await _host.People.CreatePersonAsync(request, headers);
        request.Person.DisplayName = "Somebody Else";

        await AssertRefusedAsync(StatusCode.AlreadyExists, Reason.RequestIdReused, () => _host.People.CreatePersonAsync(request, headers));
    }

    [Fact]
    public async Task CreatePerson_IdThatIsTaken_IsRefused()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var again = Given.Unsaved(group);
        again.Id = person.Id;
        var request = new CreatePersonRequest { RequestId = _given.NewId(), Person = again };
        var headers = await _host.AsAsync(Callers.Director(group));

        await AssertRefusedAsync(StatusCode.AlreadyExists, "PERSON_EXISTS", () => _host.People.CreatePersonAsync(request, headers));
    }

    [Fact]
    public async Task CreatePerson_WithoutRequestId_IsRefused()
    {
        var group = _given.NewId();
        var headers = await _host.AsAsync(Callers.Director(group));

        await AssertRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidField,
            () => _host.People.CreatePersonAsync(new CreatePersonRequest { Person = Given.Unsaved(group) }, headers));
    }

    [Theory]
    [InlineData("", "X9001")]
    [InlineData("A name\nof two lines", "X9001")]
    [InlineData("Hazel Unwin", "")]
    [InlineData("Hazel Unwin", "a code with spaces")]
    public async Task CreatePerson_BadField_IsRefusedByItsPath(string name, string controller)
    {
        var group = _given.NewId();
        var person = Given.Unsaved(group, name);
        person.ControllerCode = controller;
        var headers = await _host.AsAsync(Callers.Director(group));

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.CreatePersonAsync(
            new CreatePersonRequest { RequestId = _given.NewId(), Person = person }, headers));

        Assert.StartsWith("person.", Assert.Single(exception.GetDetails().Fields).Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreatePerson_AnotherGroup_IsDenied()
    {
        var headers = await _host.AsAsync(Callers.Director(_given.NewId()));
        var request = new CreatePersonRequest { RequestId = _given.NewId(), Person = Given.Unsaved(_given.NewId()) };

        await AssertRefusedAsync(StatusCode.PermissionDenied, Reason.OutOfScope, () => _host.People.CreatePersonAsync(request, headers));
    }

    [Fact]
    public async Task UpdatePerson_NamedFields_ChangesThoseAlone()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group, "Oisin Devaney");
        var changed = new Person { Id = person.Id, Etag = person.Etag, DisplayName = "Ignored", EmployerCode = "X9002" };

        var response = await UpdateAsync(group, changed, "employer_code");

        Assert.Equal(("Oisin Devaney", "X9002"), (response.DisplayName, response.EmployerCode));
        Assert.NotEqual(person.Etag, response.Etag);
    }

    [Fact]
    public async Task UpdatePerson_EtagOfAnEarlierVersion_IsAborted()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await UpdateAsync(group, new Person { Id = person.Id, EmployerCode = "X9002" }, "employer_code");

        await AssertRefusedAsync(StatusCode.Aborted, Reason.Conflict,
            () => UpdateAsync(group, new Person { Id = person.Id, Etag = person.Etag, EmployerCode = "X9003" }, "employer_code"));
    }

    [Fact]
    public async Task UpdatePerson_IntoAGroupOutOfScope_IsDenied()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        await AssertRefusedAsync(StatusCode.PermissionDenied, Reason.OutOfScope,
            () => UpdateAsync(group, new Person { Id = person.Id, GroupId = _given.NewId() }, "group_id"));
    }

    [Fact]
    public async Task UpdatePerson_LettingSomebodyGo_AnswersWithoutTheNameThatIsNoLongerOpen()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        var response = await UpdateAsync(group, new Person { Id = person.Id }, "group_id");

        Assert.Equal((person.Id, ""), (response.Id, response.DisplayName));
    }

    [Fact]
    public async Task UpdatePerson_UnknownField_IsRefused()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        await AssertRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidField,
            () => UpdateAsync(group, new Person { Id = person.Id }, "controller_code"));
    }

    [Fact]
    public async Task BatchCreatePeople_OneIsWrong_RecordsNobody()
    {
        var group = _given.NewId();
        var good = Given.Unsaved(group);
        good.Id = _given.NewId();
        var request = new BatchCreatePeopleRequest { RequestId = _given.NewId(), People = { good, Given.Unsaved(group, name: "") } };
        var headers = await _host.AsAsync(Callers.Loader);

        await AssertRefusedAsync(StatusCode.InvalidArgument, Reason.InvalidField, () => _host.People.BatchCreatePeopleAsync(request, headers));

        Assert.Empty(_given.EventsOf(good.Id));
    }

    [Fact]
    public async Task BatchCreatePeople_WithStatementsAndChoices_PublishesWhatTheChoicesLetThrough()
    {
        var group = _given.NewId();
        var (open, closed) = (Given.Unsaved(group), Given.Unsaved(group));
        (open.Id, closed.Id) = (_given.NewId(), _given.NewId());
        var request = new BatchCreatePeopleRequest
        {
            RequestId = _given.NewId(),
            People = { open, closed },
            ReadinessStatements = { Panel(open.Id), Panel(closed.Id) },
            SharingChoices = { new SharingChoice { PersonId = open.Id, Subject = "readiness", Audience = Audience.MyGroup } },
        };

        await _host.People.BatchCreatePeopleAsync(request, await _host.AsAsync(Callers.Loader));

        Assert.Contains("development.readiness.stated.v1", _given.EventTypesOf(open.Id));
        Assert.Equal(["development.person.recorded.v1"], _given.EventTypesOf(closed.Id));
    }

    private static ReadinessStatement Panel(string personId)
    {
        var statement = Given.Statement(personId, Audience.NationalPool);
        statement.Source = StatementSource.Panel;
        return statement;
    }

    private async Task<Person> UpdateAsync(string group, Person person, params string[] mask) => (await _host.People.UpdatePersonAsync(
        new UpdatePersonRequest { RequestId = _given.NewId(), Person = person, UpdateMask = { mask } },
        await _host.AsAsync(Callers.Director(group)))).Person;

    private static Task AssertRefusedAsync<T>(StatusCode code, string reason, Func<AsyncUnaryCall<T>> call) =>
        AssertRefusedAsync(code, reason, async () => await call());

    private static async Task AssertRefusedAsync<T>(StatusCode code, string reason, Func<Task<T>> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (exception.StatusCode, exception.GetDetails().Reason));
    }
}

public sealed class PersonWritingOnSqliteTests(SqliteDevelopment fixture) : PersonWritingTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class PersonWritingOnPostgresTests(PostgresDevelopment fixture) : PersonWritingTests(fixture), IClassFixture<PostgresDevelopment>;
