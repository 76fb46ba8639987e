using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.Messaging.Tests.Sample;
using Talent.ServiceDefaults;
using Talent.Testing;

namespace Talent.Messaging.Tests.Retention;

/// <summary>What is kept, how long, and what an erasure removes, on either database.</summary>
public abstract class RetentionCompliance(TestStorage storage) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private SampleService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SampleService.StartAsync(
        new SampleSetting("sample", await storage.SettingsForAsync("sample")) { Idle = true, Time = _time });

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task DeleteAsync_AnswersOlderThanThirtyDays_AreDeleted()
    {
        await _service.Commands.AddAsync("a", 1, "old");
        _time.Advance(TimeSpan.FromDays(2));
        await _service.Commands.AddAsync("a", 1, "young");
        _time.Advance(TimeSpan.FromDays(28) + TimeSpan.FromSeconds(1));
        Assert.Equal((1, 0), await DeleteAsync());
        await using var context = _service.Storage.CreateContext();
        Assert.Equal("young", (await context.Requests.SingleAsync()).RequestId);
    }

    [Fact]
    public async Task DeleteAsync_MoreThanABatch_DeletesAll()
    {
        await _service.Storage.WriteAsync((context, _) =>
        {
            for (var number = 0; number < 1100; number++)
                context.Requests.Add(StoredRequests.RowOf(SampleCommands.For("a", 1, $"{number}"), [1], CommandOutcome.For("a", 1), _time.GetUtcNow()));
            return Task.FromResult(true);
        }, CancellationToken.None);
        _time.Advance(TimeSpan.FromDays(31));
        Assert.Equal((1100, 0), await DeleteAsync());
    }

    [Fact]
    public async Task DeleteAsync_TextsWhoseDayHasCome_AreDeleted()
    {
        await AddTextsAsync(("due", LondonCalendar.Today(_time)), ("later", LondonCalendar.Today(_time).AddDays(1)), ("lasting", null));
        Assert.Equal((0, 1), await DeleteAsync());
        await using var context = _service.Storage.CreateContext();
        Assert.Equal(["lasting", "later"], await context.Texts.OrderBy(each => each.Content).Select(each => each.Content).ToListAsync());
    }

    [Fact]
    public async Task EraseAsync_Person_DeletesTheTextsAndAnswersAboutThem()
    {
        await AddTextsAsync(("about ann", null));
        await _service.Commands.AddAsync("ann", 1, "1");
        await _service.Commands.AddAsync("annette", 1, "2");
        var report = await _service.Storage.WriteAsync((context, token) => context.EraseAsync("ann", token), CancellationToken.None);
        Assert.Equal(new ErasureReport(1, 1), report);
        await using var context = _service.Storage.CreateContext();
        Assert.Equal((0, 0), (await context.Texts.CountAsync(), await context.TextSubjects.CountAsync()));
        Assert.Equal("annette", (await context.Requests.SingleAsync()).Identifiers);
        Assert.Equal(new ErasureReport(0, 0), await _service.Storage.WriteAsync(
            (again, token) => again.EraseAsync("ann", token), CancellationToken.None));
    }

    private Task<(int Requests, int Texts)> DeleteAsync() => new RetentionService<SampleContext>(
        _service.Storage, new MessagingOptions(), _time, NullLogger<RetentionService<SampleContext>>.Instance).DeleteAsync(CancellationToken.None);

    private async Task AddTextsAsync(params (string Content, DateOnly? DeleteOn)[] texts)
    {
        await _service.Runner.RunAsync(SampleCommands.For("texts", 0, "texts"), (scope, _) =>
        {
            foreach (var (content, deleteOn) in texts)
                scope.AddText("note", content, ["ann", "bob", "ann"], deleteOn);
            return Task.FromResult(CommandOutcome.For("texts", 1));
        }, CancellationToken.None);
        await _service.Storage.WriteAsync((context, token) => context.Requests.ExecuteDeleteAsync(token), CancellationToken.None);
    }
}

public sealed class SqliteRetentionTests() : RetentionCompliance(new SqliteTestStorage());

public sealed class PostgresRetentionTests() : RetentionCompliance(new PostgresTestStorage());
