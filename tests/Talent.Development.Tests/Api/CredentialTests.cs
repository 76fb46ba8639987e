using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Api;

/// <summary>Recording which registrations and qualifications people hold.</summary>
public abstract class CredentialTests(DevelopmentFixture fixture)
{
    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    [Fact]
    public async Task RecordCredential_New_AppendsAnEventWithCodesAlone()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        var recorded = await _given.HoldAsync(group, Given.Credential(person.Id, held: false));

        var (type, payload) = _given.EventsOf(person.Id)[^1];
        Assert.Equal("development.credential.recorded.v1", type);
        Assert.Equal(new CredentialRecorded { Credential = recorded }, CredentialRecorded.Parser.ParseFrom(payload));
    }

    [Fact]
    public async Task RecordCredential_Again_ReplacesWhatWasRecorded()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await _given.HoldAsync(group, Given.Credential(person.Id, held: false));

        await _given.HoldAsync(group, Given.Credential(person.Id, held: true));

        Assert.True(Assert.Single(await ListAsync(group, person.Id)).Held);
    }

    [Fact]
    public async Task RecordCredential_SameRequestAgain_AnswersTheSameAndRecordsOnce()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var request = new RecordCredentialRequest { RequestId = _given.NewId(), Credential = Given.Credential(person.Id) };
        var headers = await _host.AsAsync(Callers.Director(group));

        var first = await _host.People.RecordCredentialAsync(request, headers);
        var second = await _host.People.RecordCredentialAsync(request, headers);

        Assert.Equal((first, 2), (second, _given.EventsOf(person.Id).Count));
    }

    [Fact]
    public async Task RecordCredential_WithoutADay_IsOfToday()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var credential = Given.Credential(person.Id);
        credential.RecordedOn = null;

        Assert.NotNull((await _given.HoldAsync(group, credential)).RecordedOn);
    }

    [Theory]
    [InlineData("a number of a register")]
    [InlineData("independent-of-the-trust")]
    public async Task RecordCredential_CodeOfNoCredential_IsRefused(string code)
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        Assert.Equal("credential.code", await RefusedFieldAsync(group, Given.Credential(person.Id, code)));
    }

    [Fact]
    public async Task RecordCredential_WithoutWhoSaysSo_IsRefused()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var credential = Given.Credential(person.Id);
        credential.Source = CredentialSource.Unspecified;

        Assert.Equal("credential.source", await RefusedFieldAsync(group, credential));
    }

    [Fact]
    public async Task RecordCredential_DayThatLiesAhead_IsRefused()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var credential = Given.Credential(person.Id);
        credential.RecordedOn = new DateOnly(2999, 1, 1).ToDate();

        Assert.Equal("credential.recorded_on", await RefusedFieldAsync(group, credential));
    }

    [Fact]
    public async Task RecordCredential_PersonOfAnotherGroup_IsNotFound()
    {
        var person = await _given.PersonAsync(_given.NewId());

        var refused = await Assert.ThrowsAsync<RpcException>(() => _given.HoldAsync(_given.NewId(), Given.Credential(person.Id)));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task ListCredentials_OwnRecord_IsShown()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var recorded = await _given.HoldAsync(group, Given.Credential(person.Id));

        var response = await _host.People.ListCredentialsAsync(
            new ListCredentialsRequest { PersonId = person.Id }, await _host.AsAsync(Callers.Leader(person.Id)));

        Assert.Equal([recorded], response.Credentials);
    }

    [Fact]
    public async Task ListCredentials_DirectorOfAnotherGroup_IsNotFound()
    {
        var person = await _given.PersonAsync(_given.NewId());

        var refused = await Assert.ThrowsAsync<RpcException>(() => ListAsync(_given.NewId(), person.Id));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task BatchCreatePeople_WithCredentials_RecordsThem()
    {
        var group = _given.NewId();
        var person = Given.Unsaved(group);
        person.Id = _given.NewId();
        await _host.People.BatchCreatePeopleAsync(
            new BatchCreatePeopleRequest
            {
                RequestId = _given.NewId(),
                People = { person },
                Credentials = { Given.Credential(person.Id) },
            },
            await _host.AsAsync(Callers.Loader));

        Assert.Equal([Given.Credential(person.Id)], await ListAsync(group, person.Id));
    }

    [Fact]
    public async Task BatchCreatePeople_SameCredentialTwice_IsRefused()
    {
        var person = Given.Unsaved(_given.NewId());
        person.Id = _given.NewId();
        var request = new BatchCreatePeopleRequest
        {
            RequestId = _given.NewId(),
            People = { person },
            Credentials = { Given.Credential(person.Id), Given.Credential(person.Id, held: false) },
        };
        var headers = await _host.AsAsync(Callers.Loader);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.BatchCreatePeopleAsync(request, headers));

        Assert.Equal("credentials.code", Assert.Single(refused.GetDetails().Fields).Field);
    }

    private async Task<IReadOnlyList<Credential>> ListAsync(string group, string personId) => (await _host.People.ListCredentialsAsync(
        new ListCredentialsRequest { PersonId = personId }, await _host.AsAsync(Callers.Director(group)))).Credentials;

    private async Task<string> RefusedFieldAsync(string group, Credential credential)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => _given.HoldAsync(group, credential));
        return Assert.Single(refused.GetDetails().Fields).Field;
    }
}

public sealed class CredentialOnSqliteTests(SqliteDevelopment fixture) : CredentialTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class CredentialOnPostgresTests(PostgresDevelopment fixture) : CredentialTests(fixture), IClassFixture<PostgresDevelopment>;
