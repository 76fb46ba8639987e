using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>A source and a service that follows it, each restartable, on one database kind and one bus.</summary>
internal sealed class Pair(TestStorage storage, TestBus bus, string followerName = Pair.FollowerName) : IAsyncDisposable
{
    public const string SourceName = "roles";
    public const string FollowerName = "succession";

    private SampleService? _source;
    private SampleService? _follower;

    public SampleService Source => _source ?? throw new InvalidOperationException("The source is not running.");

    public SampleService Follower => _follower ?? throw new InvalidOperationException("The follower is not running.");

    public RecordedLog Log { get; } = new();

    /// <summary>
    /// How long a follower waits for a message before it asks the Feed. So long that a test ends before: what arrives came by the bus.
    /// </summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(10);

    public async Task StartAsync(Func<SampleSetting, SampleSetting>? follower = null)
    {
        await StartSourceAsync();
        await StartFollowerAsync(follower);
    }

    public async Task StartSourceAsync(Func<SampleSetting, SampleSetting>? adjust = null)
    {
        var setting = new SampleSetting(SourceName, await storage.SettingsForAsync(SourceName)) { Bus = await bus.ConnectAsync(), Log = Log };
        setting = setting with { Options = setting.Options with { Silence = Silence } };
        _source = await SampleService.StartAsync(adjust?.Invoke(setting) ?? setting);
    }

    public async Task StartFollowerAsync(Func<SampleSetting, SampleSetting>? adjust = null)
    {
        var setting = new SampleSetting(followerName, await storage.SettingsForAsync(followerName))
        {
            Bus = await bus.ConnectAsync(),
            Log = Log,
            Messaging = messaging => messaging.Project<RolesTotals>(),
            Feeds = new Dictionary<string, Func<string>> { [SourceName] = () => Source.Address },
        };
        setting = setting with { Options = setting.Options with { Silence = Silence } };
        _follower = await SampleService.StartAsync(adjust?.Invoke(setting) ?? setting);
    }

    public async Task StopSourceAsync()
    {
        await Source.DisposeAsync();
        _source = null;
    }

    /// <summary>Changes the database of the source while no relay runs.</summary>
    public async Task RestartSourceAsync(Func<SampleContext, Task> change)
    {
        await StopSourceAsync();
        await ChangeAsync(SourceName, change);
        await StartSourceAsync();
    }

    /// <summary>Changes the database of the follower while nothing follows.</summary>
    public async Task RestartFollowerAsync(Func<SampleContext, Task> change, Func<SampleSetting, SampleSetting>? adjust = null)
    {
        await StopFollowerAsync();
        await ChangeAsync(followerName, change);
        await StartFollowerAsync(adjust);
    }

    /// <summary>Changes the database of the follower, which is stopped.</summary>
    public Task ChangeFollowerAsync(Func<SampleContext, Task> change) => ChangeAsync(followerName, change);

    /// <summary>Changes the database of the source, which is stopped.</summary>
    public async Task ChangeSourceAsync(Func<ServiceStorage<SampleContext>, Task> change)
    {
        await using var idle = await StartIdleAsync(SourceName);
        await change(idle.Storage);
    }

    private async Task ChangeAsync(string service, Func<SampleContext, Task> change)
    {
        await using var idle = await StartIdleAsync(service);
        await using var context = idle.Storage.CreateContext();
        await change(context);
    }

    private async Task<SampleService> StartIdleAsync(string service) =>
        await SampleService.StartAsync(new SampleSetting(service, await storage.SettingsForAsync(service)) { Idle = true });

    public async Task StopFollowerAsync()
    {
        await Follower.DisposeAsync();
        _follower = null;
    }

    /// <summary>Adds 1 to accounts by several writers at once.</summary>
    public async Task AddAsync(int count, string prefix = "request", int writers = 4) => await Parallel.ForEachAsync(
        Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = writers },
        async (number, token) => await Source.Commands.AddAsync($"account-{number % 7}-{number % writers}", 1, $"{prefix}-{number}", token));

    /// <summary>Waits until everything the source has committed is projected, and checks that it was projected once.</summary>
    public async Task AssertConvergedAsync(int events)
    {
        try
        {
            await Follower.ReachAsync(SourceName, events);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{string.Join('\n', Log.Lines)}", late);
        }
        await using var context = Source.Storage.CreateContext();
        var truth = await context.Accounts.ToDictionaryAsync(each => each.Id, each => each.Total);
        Assert.Equal(truth, await Follower.ProjectedAsync(SourceName));
    }

    public async ValueTask DisposeAsync()
    {
        if (_follower is not null)
            await StopFollowerAsync();
        if (_source is not null)
            await StopSourceAsync();
        await bus.DisposeAsync();
        await storage.DisposeAsync();
    }
}
