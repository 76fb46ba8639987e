using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Messaging.Work;

namespace Talent.Development.Tests.Api;

/// <summary>Who has reported of an erasure, and what a restored database learns from it.</summary>
public abstract class ErasureReportTests(TestStorage storage) : IAsyncLifetime
{
    private DevelopmentHost _host = null!;
    private Given _given = null!;

    public async ValueTask InitializeAsync() => await StartAsync(othersAnswer: true);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ListErasures_NobodyElseReported_IsNotComplete()
    {
        var person = await ErasedAsync();

        var erasure = Assert.Single((await ListAsync()).Erasures);

        Assert.Equal((person, "request-of-the-person", false), (erasure.PersonId, erasure.ReasonCode, erasure.Complete));
        Assert.Equal(["development"], erasure.Reports.Where(report => report.ReportedAt is not null).Select(report => report.Service));
    }

    [Fact]
    public async Task ListErasures_EverybodyReported_IsComplete()
    {
        var person = await ErasedAsync();

        foreach (var service in _host.Feeds.Keys)
            Report(service, person);

        var erasure = await ErasureAsync(each => each.Complete);
        Assert.Equal(
            [("development", 0), ("roles", 2), ("succession", 2), ("portal", 2)],
            erasure.Reports.Select(report => (report.Service, report.Texts)));
    }

    [Fact]
    public async Task ListErasures_PageByPage_GivesEachOnce()
    {
        string[] people = [await ErasedAsync(), await ErasedAsync(), await ErasedAsync()];

        var first = await ListAsync(new ListErasuresRequest { PageSize = 2 });
        var second = await ListAsync(new ListErasuresRequest { PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal(people.Order(), first.Erasures.Concat(second.Erasures).Select(each => each.PersonId).Order());
        Assert.Empty(second.NextPageToken);
    }

    [Fact]
    public async Task Reported_RecordThatIsNotErasedHere_IsErasedAgain()
    {
        var person = await _given.PersonAsync(_given.NewId());

        Report("succession", person.Id);

        await ErasureAsync(each => each.PersonId == person.Id);
        await using var context = _host.Storage.CreateContext();
        var row = await context.People.SingleAsync(each => each.Id == person.Id);
        Assert.Equal((true, ""), (row.Erased, row.DisplayName));
        Assert.Equal("development.person.erased.v1", _given.EventTypesOf(person.Id)[^1]);
    }

    [Fact]
    public async Task Reported_RecordYoungerThanTheBackup_CannotBeRecordedAnew()
    {
        var group = _given.NewId();
        var again = Given.Unsaved(group);
        again.Id = _given.NewId();
        Report("roles", again.Id);
        await ErasureAsync(each => each.PersonId == again.Id);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.CreatePersonAsync(
            new CreatePersonRequest { RequestId = _given.NewId(), Person = again }, await _host.AsAsync(Callers.Director(group))));

        Assert.Equal(StatusCode.AlreadyExists, exception.StatusCode);
    }

    [Fact]
    public async Task GetPerson_RestoredAndTheOthersDoNotAnswer_IsUnavailable()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await RestoreAsync();

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await _host.People.GetPersonAsync(
            new GetPersonRequest { Id = person.Id }, await _host.AsAsync(Callers.Director(group))));

        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
    }

    [Fact]
    public async Task GetPerson_RestoredAndErasedSinceTheBackup_IsNotFoundOnceItOpens()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await RestoreAsync();
        Report("roles", person.Id);
        foreach (var feed in _host.Feeds.Values)
            feed.Reachable = true;

        var status = StatusCode.Unavailable;
        await HoldsAsync(async () => (status = await StatusOfAsync(group, person.Id)) != StatusCode.Unavailable);

        Assert.Equal(StatusCode.NotFound, status);
    }

    private async Task StartAsync(bool othersAnswer)
    {
        _host = await DevelopmentHost.StartAsync(storage, othersAnswer);
        _given = new Given(_host);
    }

    // As `migrate --restored` marks it.
    private async Task RestoreAsync()
    {
        await _host.Storage.WriteAsync(
            (context, _) =>
            {
                context.Want("restore", "erasures");
                return Task.FromResult(true);
            },
            CancellationToken.None);
        await _host.DisposeAsync();
        await StartAsync(othersAnswer: false);
    }

    private void Report(string service, string personId) => _host.Feeds[service].Publish(
        $"{service}.erasure.reported.v1", new ErasureReported { PersonId = personId, Texts = 2 }, _host.Time.GetUtcNow());

    private async Task<string> ErasedAsync()
    {
        var group = _given.NewId();
        var person = await _given.PersonAsync(group);
        await _host.People.ErasePersonAsync(
            new ErasePersonRequest { RequestId = _given.NewId(), PersonId = person.Id, ReasonCode = "request-of-the-person" },
            await _host.AsAsync(Callers.Director(group)));
        return person.Id;
    }

    private async Task<StatusCode> StatusOfAsync(string group, string personId)
    {
        try
        {
            await _host.People.GetPersonAsync(new GetPersonRequest { Id = personId }, await _host.AsAsync(Callers.Director(group)));
            return StatusCode.OK;
        }
        catch (RpcException exception)
        {
            return exception.StatusCode;
        }
    }

    private async Task<Erasure> ErasureAsync(Func<Erasure, bool> condition)
    {
        Erasure? found = null;
        await HoldsAsync(async () => (found = (await ListAsync()).Erasures.SingleOrDefault(condition)) is not null);
        return found!;
    }

    private async Task<ListErasuresResponse> ListAsync(ListErasuresRequest? request = null) =>
        await _host.People.ListErasuresAsync(request ?? new ListErasuresRequest(), await _host.AsAsync(Callers.Administrator));

    // The clock of the service goes on only here.
    private async Task HoldsAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            if (await condition())
                return;
            _host.Time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
        throw new TimeoutException("It did not come true.");
    }
}

public sealed class ErasureReportOnSqliteTests() : ErasureReportTests(new SqliteTestStorage());

public sealed class ErasureReportOnPostgresTests() : ErasureReportTests(new PostgresTestStorage());
