using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>What holds from a command to the projections of another service, on every database and bus.</summary>
public abstract class FlowCompliance(TestStorage storage, TestBus bus) : IAsyncLifetime
{
    private readonly Pair _pair = new(storage, bus);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _pair.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Follow_ManyWriters_AppliesEachEventOnceAndInOrder()
    {
        await _pair.StartAsync();
        await _pair.AddAsync(200, writers: 8);
        await _pair.AssertConvergedAsync(200);
        await using var context = _pair.Source.Storage.CreateContext();
        var positions = await context.EventPositions.OrderBy(each => each.Position).Select(each => each.Position).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(each => (long)each), positions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Follow_BusLosesRepeatsAndReorders_AppliesEachEventOnceAndInOrder(int seed)
    {
        await _pair.StartAsync(setting => setting with { Bus = new UnreliableBus(setting.Bus!, seed) });
        await _pair.AddAsync(150);
        await _pair.AssertConvergedAsync(150);
    }

    [Fact]
    public async Task Follow_BusLosesEverything_ReadsTheFeedAfterSilence()
    {
        await _pair.StartAsync(setting => setting with { Bus = new UnreliableBus(setting.Bus!, seed: 3, lost: 1) });
        await _pair.AddAsync(20);
        await _pair.AssertConvergedAsync(20);
    }

    [Fact]
    public async Task Follow_StartedLate_ReadsWhatWasPublishedBefore()
    {
        await _pair.StartSourceAsync();
        await _pair.AddAsync(30);
        await _pair.StartFollowerAsync();
        await _pair.AssertConvergedAsync(30);
    }

    [Fact]
    public async Task Follow_FollowerRestartsInTheMiddle_AppliesEachEventOnce()
    {
        await _pair.StartAsync();
        await _pair.AddAsync(40, "before");
        await _pair.StopFollowerAsync();
        await _pair.AddAsync(40, "meanwhile");
        await _pair.StartFollowerAsync();
        await _pair.AddAsync(40, "after");
        await _pair.AssertConvergedAsync(120);
    }

    [Fact]
    public async Task Follow_TwoReplicas_ApplyEachEventOnce()
    {
        await _pair.StartAsync();
        var setting = new SampleSetting(Pair.FollowerName, await storage.SettingsForAsync(Pair.FollowerName))
        {
            Bus = await bus.ConnectAsync(),
            Messaging = messaging => messaging.Project<RolesTotals>(),
            Feeds = new Dictionary<string, Func<string>> { [Pair.SourceName] = () => _pair.Source.Address },
        };
        await using var replica = await SampleService.StartAsync(setting);
        await _pair.AddAsync(120);
        await _pair.AssertConvergedAsync(120);
    }

    [Fact]
    public async Task Relay_CrashesBetweenPublishAndMark_PublishesAgainAndChangesNothing()
    {
        await _pair.StartAsync();
        await _pair.AddAsync(30, "before");
        await _pair.AssertConvergedAsync(30);
        await _pair.RestartSourceAsync(context => context.RelayProgress.ExecuteUpdateAsync(set => set.SetProperty(each => each.PublishedPosition, 0)));
        await _pair.AddAsync(10, "after");
        await _pair.AssertConvergedAsync(40);
    }

    [Fact]
    public async Task Relay_StoppedAndStarted_GoesOnWithoutGap()
    {
        await _pair.StartAsync();
        await _pair.AddAsync(25, "before");
        await _pair.StopSourceAsync();
        await _pair.StartSourceAsync();
        await _pair.AddAsync(25, "after");
        await _pair.AssertConvergedAsync(50);
    }
}

public sealed class SqliteInProcessFlowTests() : FlowCompliance(new SqliteTestStorage(), new InProcessTestBus());

public sealed class SqliteRabbitMqFlowTests() : FlowCompliance(new SqliteTestStorage(), new RabbitMqTestBus());

public sealed class PostgresInProcessFlowTests() : FlowCompliance(new PostgresTestStorage(), new InProcessTestBus());

public sealed class PostgresRabbitMqFlowTests() : FlowCompliance(new PostgresTestStorage(), new RabbitMqTestBus());
