using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Api;

/// <summary>Own audience: what reaches whom, and what never leaves.</summary>
public abstract class SharingTests(DevelopmentFixture fixture)
{
    private const string Stated = "development.readiness.stated.v1";
    private const string Withdrawn = "development.readiness.withdrawn.v1";
    private const string Chosen = "development.sharing.chosen.v1";

    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    [Theory]
    [InlineData(Audience.Unspecified, false)]
    [InlineData(Audience.OnlyMe, false)]
    [InlineData(Audience.MyManager, false)]
    [InlineData(Audience.MyGroup, true)]
    [InlineData(Audience.NationalPoolWithoutMyGroup, false)]
    [InlineData(Audience.NationalPool, true)]
    public async Task StateReadiness_Audience_DecidesWhetherAnEventIsPublished(Audience audience, bool published)
    {
        var person = await _given.PersonAsync(_given.NewId());

        await _given.StatementAsync(person.Id, audience);

        Assert.Equal(published, _given.EventTypesOf(person.Id).Contains(Stated));
    }

    [Theory]
    [InlineData(Audience.OnlyMe, false, false)]
    [InlineData(Audience.MyManager, false, true)]
    [InlineData(Audience.MyGroup, true, true)]
    [InlineData(Audience.NationalPoolWithoutMyGroup, false, false)]
    [InlineData(Audience.NationalPool, true, true)]
    public async Task ListReadinessStatements_Audience_DecidesWhoSeesThem(Audience audience, bool group, bool manager)
    {
        var groupId = _given.NewId();
        var boss = await _given.PersonAsync(groupId);
        var person = await _given.PersonAsync(groupId, managerId: boss.Id);
        await _given.StatementAsync(person.Id, audience);

        Assert.Equal(1, await CountAsync(person.Id, Callers.Leader(person.Id)));
        Assert.Equal(group ? 1 : 0, await CountAsync(person.Id, Callers.Director(groupId)));
        Assert.Equal(manager ? 1 : 0, await CountAsync(person.Id, Callers.LineManager(boss.Id)));
    }

    [Fact]
    public async Task StateReadiness_AgainAboutTheSamePosts_ReplacesAndWithdrawsTheLast()
    {
        var person = await _given.PersonAsync(_given.NewId());
        var first = await _given.StatementAsync(person.Id, Audience.MyGroup);

        await _given.StatementAsync(person.Id, Audience.OnlyMe);

        Assert.Equal(1, await CountAsync(person.Id, Callers.Leader(person.Id)));
        var (type, payload) = _given.EventsOf(person.Id)[^1];
        Assert.Equal((Withdrawn, first.Id), (type, ReadinessWithdrawn.Parser.ParseFrom(payload).StatementId));
    }

    [Fact]
    public async Task StateReadiness_DirectorForAPanelWithoutTheChoiceOfThePerson_StaysWithThePerson()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);

        var statement = await StateAsync(Panel(person.Id), Callers.Director(group));

        Assert.Equal(Audience.OnlyMe, statement.Audience);
        Assert.DoesNotContain(Stated, _given.EventTypesOf(person.Id));
    }

    [Fact]
    public async Task StateReadiness_DirectorForAPanelAndThePersonSharesReadiness_IsPublished()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await _given.ChooseAsync(person.Id, "readiness", Audience.MyGroup);

        var statement = await StateAsync(Panel(person.Id), Callers.Director(group));

        Assert.Equal(Audience.MyGroup, statement.Audience);
        Assert.Contains(Stated, _given.EventTypesOf(person.Id));
    }

    [Fact]
    public async Task StateReadiness_DirectorChoosesTheAudience_IsRefused()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var statement = Panel(person.Id);
        statement.Audience = Audience.MyGroup;

        await AssertFieldAsync("statement.audience", () => StateAsync(statement, Callers.Director(group)));
    }

    [Fact]
    public async Task StateReadiness_DirectorInTheNameOfThePerson_IsRefused()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var statement = Panel(person.Id);
        statement.Source = StatementSource.Self;

        await AssertFieldAsync("statement.source", () => StateAsync(statement, Callers.Director(group)));
    }

    [Fact]
    public async Task StateReadiness_LatestBeforeEarliest_IsRefused()
    {
        var person = await _given.PersonAsync(_given.NewId());
        var statement = Given.Statement(person.Id, Audience.OnlyMe);
        statement.Readiness.Latest = new DateOnly(2026, 12, 31).ToDate();

        await AssertFieldAsync("statement.readiness.latest", () => StateAsync(statement, Callers.Leader(person.Id)));
    }

    [Fact]
    public async Task ChooseSharing_NarrowedReadiness_WithdrawsWhatTheGroupKnew()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.StatementAsync(person.Id, Audience.NationalPool, "chief-executive");
        await _given.StatementAsync(person.Id, Audience.MyGroup, "chief-finance-officer");

        await _given.ChooseAsync(person.Id, "readiness", Audience.NationalPoolWithoutMyGroup);

        Assert.Equal(2, _given.EventTypesOf(person.Id).Count(type => type == Withdrawn));
    }

    [Fact]
    public async Task ChooseSharing_WidenedAgain_PublishesAgainNoWiderThanEachStatement()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.StatementAsync(person.Id, Audience.MyGroup, "chief-executive");
        await _given.StatementAsync(person.Id, Audience.OnlyMe, "chief-finance-officer");
        await _given.ChooseAsync(person.Id, "readiness", Audience.OnlyMe);

        await _given.ChooseAsync(person.Id, "readiness", Audience.NationalPool);

        var stated = _given.EventsOf(person.Id).Where(row => row.Type == Stated)
            .Select(row => ReadinessStated.Parser.ParseFrom(row.Payload).Statement).ToList();
        Assert.Equal(2, stated.Count);
        Assert.All(stated, statement => Assert.Equal(("chief-executive", Audience.MyGroup), (statement.Family, statement.Audience)));
    }

    [Theory]
    [InlineData(Audience.OnlyMe)]
    [InlineData(Audience.MyManager)]
    [InlineData(Audience.NationalPoolWithoutMyGroup)]
    public async Task ChooseSharing_NothingForTheGroup_AppendsNoEvent(Audience audience)
    {
        var person = await _given.PersonAsync(_given.NewId());

        await _given.ChooseAsync(person.Id, "aspirations", audience);

        Assert.DoesNotContain(Chosen, _given.EventTypesOf(person.Id));
    }

    [Fact]
    public async Task ChooseSharing_FromTheGroupToOthersOnly_SaysNoMoreThanThatItIsNotShared()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.ChooseAsync(person.Id, "aspirations", Audience.MyGroup);

        await _given.ChooseAsync(person.Id, "aspirations", Audience.NationalPoolWithoutMyGroup);

        var (type, payload) = _given.EventsOf(person.Id)[^1];
        Assert.Equal((Chosen, Audience.OnlyMe), (type, SharingChosen.Parser.ParseFrom(payload).Choice.Audience));
    }

    [Fact]
    public async Task ChooseSharing_DirectorForSomebodyElse_IsDenied()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var headers = await _host.AsAsync(Callers.Director(group));

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.ChooseSharingAsync(
            new ChooseSharingRequest
            {
                RequestId = _given.NewId(),
                Choice = new SharingChoice { PersonId = person.Id, Subject = "readiness", Audience = Audience.MyGroup },
            },
            headers));

        Assert.Equal(StatusCode.PermissionDenied, exception.StatusCode);
    }

    [Fact]
    public async Task ListSharingChoices_ThePerson_SeesTheRealChoice()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.ChooseAsync(person.Id, "aspirations", Audience.NationalPoolWithoutMyGroup);

        var choices = await _host.People.ListSharingChoicesAsync(
            new ListSharingChoicesRequest { PersonId = person.Id }, await _host.AsAsync(Callers.Leader(person.Id)));

        Assert.Equal(Audience.NationalPoolWithoutMyGroup, Assert.Single(choices.Choices).Audience);
    }

    private static ReadinessStatement Panel(string personId)
    {
        var statement = Given.Statement(personId, Audience.Unspecified);
        statement.Source = StatementSource.Panel;
        return statement;
    }

    private async Task<ReadinessStatement> StateAsync(ReadinessStatement statement, Caller caller) => (await _host.People.StateReadinessAsync(
        new StateReadinessRequest { RequestId = _given.NewId(), Statement = statement }, await _host.AsAsync(caller))).Statement;

    private async Task<int> CountAsync(string personId, Caller caller) => (await _host.People.ListReadinessStatementsAsync(
        new ListReadinessStatementsRequest { PersonId = personId }, await _host.AsAsync(caller))).Statements.Count;

    private static async Task AssertFieldAsync<T>(string field, Func<Task<T>> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal([field], exception.GetDetails().Fields.Select(problem => problem.Field));
    }
}

public sealed class SharingOnSqliteTests(SqliteDevelopment fixture) : SharingTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class SharingOnPostgresTests(PostgresDevelopment fixture) : SharingTests(fixture), IClassFixture<PostgresDevelopment>;
