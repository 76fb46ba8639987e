using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Tests.Sample;
using Talent.Messaging.Work;

namespace Talent.Messaging.Tests.Work;

/// <summary>What holds for work on either database.</summary>
public abstract class WorkCompliance(TestStorage storage) : IAsyncLifetime
{
    private readonly SampleWork.Diary _diary = new();
    private readonly List<SampleService> _services = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
            await service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Want_ManyTimes_IsDoneUpToTheLast()
    {
        var service = await StartAsync();
        for (var time = 0; time < 10; time++)
            await WantAsync(service, "group");
        await DoneAsync(service);
        await using var context = service.Storage.CreateContext();
        var row = await context.Work.SingleAsync();
        Assert.Equal((10, 10, ""), (row.Wanted, row.Done, row.FailureReason));
        Assert.Equal(_diary.Done.Count, (await context.Accounts.SingleAsync(each => each.Id == "group")).Total);
    }

    [Fact]
    public async Task Want_WhileItIsDone_IsDoneOnceMore()
    {
        var service = await StartAsync();
        _diary.Hold();
        await WantAsync(service, "group");
        await _diary.Begun;
        await WantAsync(service, "group");
        _diary.Release();
        await DoneAsync(service);
        Assert.Equal(2, _diary.Done.Count);
    }

    [Fact]
    public async Task Want_RefusedChange_WantsNothing()
    {
        var service = await StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.Storage.WriteAsync<int>((context, _) =>
        {
            context.Want(SampleWork.Name, "group");
            throw new InvalidOperationException("refused");
        }, CancellationToken.None));
        // The next change may get the same context from the pool.
        await WantAsync(service, "another");
        await using var context = service.Storage.CreateContext();
        Assert.Equal("another", (await context.Work.SingleAsync()).Subject);
    }

    [Fact]
    public async Task DoAsync_Fails_SaysWhyAndIsTriedAgain()
    {
        var service = await StartAsync();
        _diary.FailuresLeft = 2;
        await WantAsync(service, "group");
        await DoneAsync(service);
        Assert.Single(_diary.Done);
        Assert.Equal(0, _diary.FailuresLeft);
    }

    [Fact]
    public async Task DoAsync_SeveralReplicas_DoEachPieceOnceAtATime()
    {
        var first = await StartAsync();
        await StartAsync();
        await StartAsync();
        for (var subject = 0; subject < 30; subject++)
            await WantAsync(first, $"group-{subject}");
        await DoneAsync(first);
        Assert.Equal(30, _diary.Done.Distinct(StringComparer.Ordinal).Count());
        Assert.False(_diary.Overlapped);
    }

    [Fact]
    public async Task DoAsync_WantedInATrace_BelongsToIt()
    {
        using var spans = new RecordedSpans();
        var service = await StartAsync();
        using var request = new Activity("request").Start();
        await WantAsync(service, "group");
        await DoneAsync(service);
        await Eventually.HoldsAsync(
            () => Task.FromResult(spans.NamesOf(request.TraceId).Contains($"work {SampleWork.Name}")), "the work is in the trace");
    }

    [Fact]
    public async Task CompleteAsync_ClaimRanOut_IsRefused()
    {
        var service = await StartAsync(idle: true);
        await WantAsync(service, "group");
        var store = new WorkStore<SampleContext>(service.Storage);
        var first = (await store.TryClaimAsync(SampleWork.Name, "one", TimeSpan.Zero, CancellationToken.None))!;
        var second = (await store.TryClaimAsync(SampleWork.Name, "two", TimeSpan.FromMinutes(1), CancellationToken.None))!;
        await Assert.ThrowsAsync<WorkLostException>(() => CompleteAsync(service, first));
        await CompleteAsync(service, second);
        Assert.Null(await store.TryClaimAsync(SampleWork.Name, "three", TimeSpan.FromMinutes(1), CancellationToken.None));
    }

    private static Task<bool> CompleteAsync(SampleService service, WorkClaim claim) => service.Storage.WriteAsync(async (context, token) =>
    {
        await WorkStore<SampleContext>.CompleteAsync(context, claim, token);
        return true;
    }, CancellationToken.None);

    private async Task<SampleService> StartAsync(bool idle = false)
    {
        var service = await SampleService.StartAsync(new SampleSetting("sample", await storage.SettingsForAsync("sample"))
        {
            Idle = idle,
            Messaging = messaging => messaging.Work<SampleWork>(),
            Services = services => services.AddSingleton(_diary),
        });
        _services.Add(service);
        return service;
    }

    private static Task<bool> WantAsync(SampleService service, string subject) => service.Storage.WriteAsync((context, _) =>
    {
        context.Want(SampleWork.Name, subject);
        return Task.FromResult(true);
    }, CancellationToken.None);

    private static Task DoneAsync(SampleService service) => Eventually.HoldsAsync(async () =>
    {
        await using var context = service.Storage.CreateContext();
        return await context.Work.AllAsync(each => each.Done == each.Wanted);
    }, "all work is done");
}

public sealed class SqliteWorkTests() : WorkCompliance(new SqliteTestStorage());

public sealed class PostgresWorkTests() : WorkCompliance(new PostgresTestStorage());
