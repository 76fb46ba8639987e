using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Api;

/// <summary>Intentions to leave: the person's alone, and used by the group only where the person lets it.</summary>
public abstract class IntentionTests(DevelopmentFixture fixture)
{
    private const string Stated = "development.intention.stated.v1";
    private const string Withdrawn = "development.intention.withdrawn.v1";

    private readonly DevelopmentHost _host = fixture.Host;
    private readonly Given _given = new(fixture.Host);

    private DateOnly Today => LondonCalendar.Today(_host.Time);

    [Fact]
    public async Task StateIntention_WithoutAChoice_StaysWithThePerson()
    {
        var person = await _given.PersonAsync(_given.NewId());

        var intention = await _given.IntentionAsync(person.Id, Today.AddDays(100), Today.AddDays(200));

        Assert.Equal(
            new LeavingIntention
            {
                PersonId = person.Id,
                Earliest = Today.AddDays(100).ToDate(),
                Latest = Today.AddDays(200).ToDate(),
                StatedOn = Today.ToDate(),
                Audience = Audience.OnlyMe,
            },
            intention);
        Assert.DoesNotContain(Stated, _given.EventTypesOf(person.Id));
    }

    [Theory]
    [InlineData(Audience.OnlyMe, false)]
    [InlineData(Audience.MyManager, false)]
    [InlineData(Audience.MyGroup, true)]
    [InlineData(Audience.NationalPoolWithoutMyGroup, false)]
    [InlineData(Audience.NationalPool, true)]
    public async Task StateIntention_Choice_DecidesWhetherAnEventIsPublished(Audience audience, bool published)
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.ChooseAsync(person.Id, "leaving", audience);

        var intention = await _given.IntentionAsync(person.Id, Today, Today.AddDays(1));

        Assert.Equal(audience, intention.Audience);
        Assert.Equal(published, _given.EventTypesOf(person.Id).Contains(Stated));
    }

    [Fact]
    public async Task StateIntention_ChoiceAboutReadiness_LetsNobodyUseIt()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.ChooseAsync(person.Id, "readiness", Audience.NationalPool);

        await _given.IntentionAsync(person.Id, Today, Today.AddDays(1));

        Assert.DoesNotContain(Stated, _given.EventTypesOf(person.Id));
    }

    [Fact]
    public async Task StateIntention_Again_ReplacesAndPublishesTheNewDays()
    {
        var person = await SharedAsync();

        await _given.IntentionAsync(person.Id, Today.AddDays(300), Today.AddDays(400));

        var (type, payload) = _given.EventsOf(person.Id)[^1];
        Assert.Equal(
            (Stated, Today.AddDays(300).ToDate()), (type, IntentionStated.Parser.ParseFrom(payload).Intention.Earliest));
        Assert.Equal(Today.AddDays(400).ToDate(), Assert.Single(await ListAsync(person.Id, Callers.Leader(person.Id))).Latest);
    }

    [Fact]
    public async Task StateIntention_WithoutDays_WithdrawsAndTellsTheGroup()
    {
        var person = await SharedAsync();

        var left = await _given.IntentionAsync(person.Id, null, null);

        Assert.Equal(new LeavingIntention { PersonId = person.Id }, left);
        Assert.Empty(await ListAsync(person.Id, Callers.Leader(person.Id)));
        AssertWithdrawn(person.Id);
    }

    [Fact]
    public async Task StateIntention_WithoutDaysWhereTheGroupKnewNothing_AppendsNoEvent()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.IntentionAsync(person.Id, Today, Today.AddDays(1));

        await _given.IntentionAsync(person.Id, null, null);

        Assert.Equal(["development.person.recorded.v1"], _given.EventTypesOf(person.Id));
    }

    [Fact]
    public async Task StateIntention_SameRequestAgain_AnswersTheSameAndPublishesOnce()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.ChooseAsync(person.Id, "leaving", Audience.MyGroup);
        var request = new StateIntentionRequest { RequestId = _given.NewId(), Intention = Given.Intention(person.Id, Today, Today) };
        var headers = await _host.AsAsync(Callers.Leader(person.Id));

        var first = await _host.People.StateIntentionAsync(request, headers);

        Assert.Equal(first, await _host.People.StateIntentionAsync(request, headers));
        Assert.Single(_given.EventTypesOf(person.Id), type => type == Stated);
    }

    [Fact]
    public async Task ChooseSharing_NarrowedLeaving_WithdrawsWhatTheGroupKnew()
    {
        var person = await SharedAsync();

        await _given.ChooseAsync(person.Id, "leaving", Audience.NationalPoolWithoutMyGroup);

        AssertWithdrawn(person.Id);
        Assert.Single(await ListAsync(person.Id, Callers.Leader(person.Id)));
    }

    [Fact]
    public async Task ChooseSharing_LeavingWithTheGroup_PublishesWhatWasStatedBefore()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.IntentionAsync(person.Id, Today, Today.AddDays(1));

        await _given.ChooseAsync(person.Id, "leaving", Audience.MyGroup);

        var (type, payload) = _given.EventsOf(person.Id)[^1];
        Assert.Equal((Stated, Audience.MyGroup), (type, IntentionStated.Parser.ParseFrom(payload).Intention.Audience));
    }

    [Fact]
    public async Task UpdatePerson_ToAnotherGroup_WithdrawsTheIntention()
    {
        var person = await SharedAsync();
        var elsewhere = new Person { Id = person.Id, GroupId = "" };

        await _host.People.UpdatePersonAsync(
            new UpdatePersonRequest { RequestId = _given.NewId(), Person = elsewhere, UpdateMask = { "group_id" } },
            await _host.AsAsync(Callers.Director(person.GroupId)));

        Assert.Empty(await ListAsync(person.Id, Callers.Leader(person.Id)));
        Assert.Contains(Withdrawn, _given.EventTypesOf(person.Id));
    }

    [Fact]
    public async Task StateIntention_DirectorForSomebodyElse_IsDenied()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        var request = new StateIntentionRequest { RequestId = _given.NewId(), Intention = Given.Intention(person.Id, Today, Today) };
        var headers = await _host.AsAsync(Callers.Director(group));

        await AssertDeniedAsync(async () => await _host.People.StateIntentionAsync(request, headers));
    }

    [Fact]
    public async Task ListIntentions_DirectorWhoseGroupMayUseIt_IsDenied()
    {
        var person = await SharedAsync();

        await AssertDeniedAsync(() => ListAsync(person.Id, Callers.Director(person.GroupId)));
    }

    [Theory]
    [InlineData(-1, 5, "intention.earliest")]
    [InlineData(5, 4, "intention.latest")]
    [InlineData(null, 5, "intention.earliest")]
    [InlineData(5, null, "intention.latest")]
    public async Task StateIntention_DaysThatCannotBe_AreRefused(int? earliest, int? latest, string field)
    {
        var person = await _given.PersonAsync(_given.NewId());

        await AssertFieldAsync(field, () => _given.IntentionAsync(person.Id, Day(earliest), Day(latest)));

        DateOnly? Day(int? days) => days is { } ahead ? Today.AddDays(ahead) : null;
    }

    [Fact]
    public async Task StateIntention_AudienceGivenWithIt_IsRefused()
    {
        var person = await _given.PersonAsync(_given.NewId());
        var intention = Given.Intention(person.Id, Today, Today);
        intention.Audience = Audience.MyGroup;
        var headers = await _host.AsAsync(Callers.Leader(person.Id));

        await AssertFieldAsync("intention.audience", async () => await _host.People.StateIntentionAsync(
            new StateIntentionRequest { RequestId = _given.NewId(), Intention = intention }, headers));
    }

    private async Task<Person> SharedAsync()
    {
        var person = await _given.PersonAsync(_given.NewId());
        await _given.ChooseAsync(person.Id, "leaving", Audience.MyGroup);
        await _given.IntentionAsync(person.Id, Today.AddDays(10), Today.AddDays(20));
        return person;
    }

    private async Task<IReadOnlyList<LeavingIntention>> ListAsync(string personId, Caller caller) =>
        (await _host.People.ListIntentionsAsync(
            new ListIntentionsRequest { PersonId = personId }, await _host.AsAsync(caller))).Intentions;

    private void AssertWithdrawn(string personId)
    {
        var (type, payload) = _given.EventsOf(personId).Last(row => !row.Type.StartsWith("development.sharing", StringComparison.Ordinal));
        Assert.Equal((Withdrawn, personId), (type, IntentionWithdrawn.Parser.ParseFrom(payload).PersonId));
    }

    private static async Task AssertDeniedAsync<T>(Func<Task<T>> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.PermissionDenied, exception.StatusCode);
    }

    private static async Task AssertFieldAsync<T>(string field, Func<Task<T>> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal([field], exception.GetDetails().Fields.Select(problem => problem.Field));
    }
}

public sealed class IntentionsOnSqliteTests(SqliteDevelopment fixture) : IntentionTests(fixture), IClassFixture<SqliteDevelopment>;

public sealed class IntentionsOnPostgresTests(PostgresDevelopment fixture) : IntentionTests(fixture), IClassFixture<PostgresDevelopment>;
