using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Relay;
using Talent.Messaging.Storage;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>What holds from a command to the projections of another service, on every database and bus.</summary>
public abstract class FlowCompliance(TestStorage storage, TestBus bus) : IAsyncLifetime
{
    private static readonly TimeSpan ShortSilence = TimeSpan.FromSeconds(1);
    private readonly RecordedTestBus _bus = new(bus);
    private Pair _pair = null!;

    public ValueTask InitializeAsync()
    {
        _pair = new Pair(storage, _bus);
        return ValueTask.CompletedTask;
    }

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
        _pair = new Pair(storage, _bus) { Silence = ShortSilence };
        await _pair.StartAsync(setting => setting with { Bus = new UnreliableBus(setting.Bus!, seed) });
        await _pair.AddAsync(150);
        await _pair.AssertConvergedAsync(150);
    }

    [Fact]
    public async Task Follow_BusLosesEverything_ReadsTheFeedAfterSilence()
    {
        _pair = new Pair(storage, _bus) { Silence = ShortSilence };
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
            Bus = await _bus.ConnectAsync(),
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
        await Eventually.HoldsAsync(
            () => Task.FromResult(Enumerable.Range(1, 30).All(position => _bus.Published.Count(each => each.Position == position) > 1)),
            "what was not marked is published again");
    }

    [Fact]
    public async Task Relay_LeaderCrashed_IsTakenOverWhenItsLeaseExpires()
    {
        await _pair.StartAsync();
        await _pair.AddAsync(5, "before");
        await _pair.AssertConvergedAsync(5);
        await _pair.StopSourceAsync();
        // As a process leaves the lease that was killed.
        Lease? crashed = null;
        await _pair.ChangeSourceAsync(async storage => crashed = await new LeaseStore<SampleContext>(storage).TryHoldAsync(
            RelayService<SampleContext>.LeaseName, "crashed", TimeSpan.FromSeconds(4), CancellationToken.None));
        await _pair.StartSourceAsync();
        await _pair.AddAsync(5, "after");
        await _pair.AssertConvergedAsync(10);
        await using var context = _pair.Source.Storage.CreateContext();
        var lease = await context.Leases.SingleAsync(each => each.Name == RelayService<SampleContext>.LeaseName);
        Assert.Equal(crashed!.Epoch + 1, lease.Epoch);
        Assert.NotEqual("crashed", lease.Owner);
    }

    [Fact]
    public async Task Relay_BrokerRefusesAMessage_SendsItAgainAndEverythingAfterIt()
    {
        var refused = 0;
        _bus.Refuses = happened => happened.Position == 7 && Interlocked.Increment(ref refused) <= 3;
        await _pair.StartAsync();
        await _pair.AddAsync(20);
        await _pair.AssertConvergedAsync(20);
        // What comes after it leads the follower to the Feed; the relay goes on trying all the same.
        await Eventually.HoldsAsync(
            () => Task.FromResult(Enumerable.Range(7, 14).All(position => _bus.Published.Any(each => each.Position == position))),
            "the message and everything after it is taken");
        Assert.True(refused > 3, "the message was refused three times and then taken");
        Assert.Contains(_pair.Log.Lines, line => line.Contains("cannot be published beyond position", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Relay_LogIsRestoredUnderIt_PublishesUnderTheNewIdentity()
    {
        await _pair.StartAsync();
        await _pair.AddAsync(10, "before");
        await _pair.AssertConvergedAsync(10);
        // What "migrate --restored" does, while another replica still runs.
        await _pair.Source.Services.GetServices<IStorageMigration>().Single().RenewLogIdentityAsync(CancellationToken.None);
        await _pair.AddAsync(5, "after");
        await _pair.AssertConvergedAsync(15);
        await using var context = _pair.Source.Storage.CreateContext();
        var renewed = (await context.LogIdentity.SingleAsync()).LogId;
        await Eventually.HoldsAsync(
            () => Task.FromResult(_bus.Published.Any(each => each.LogId == renewed && each.Position > 10)), "the new log is published");
        Assert.DoesNotContain(_bus.Published, each => each.LogId != renewed && each.Position > 10);
        await Eventually.HoldsAsync(async () =>
        {
            await using var projected = _pair.Follower.Storage.CreateContext();
            return (await projected.Checkpoints.SingleAsync(each => each.Source == Pair.SourceName)).LogId == renewed;
        }, "the projection counts in the new log");
        await _pair.AssertConvergedAsync(15);
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
