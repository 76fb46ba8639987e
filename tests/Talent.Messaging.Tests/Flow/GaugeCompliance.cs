using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>What the figures say while a reader is behind, on every bus: the values, because the names are always there.</summary>
public abstract class GaugeCompliance : IAsyncLifetime
{
    private const string Lag = "talent.projections.lag";
    private const string Position = "talent.projections.position";
    private const string Stalled = "talent.projections.stalled";
    private const string Waiting = "talent.bus.waiting";
    private readonly string _name = $"measured{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
    private readonly Pair _pair;
    private readonly RecordedGauges _gauges;

    protected GaugeCompliance(TestStorage storage, TestBus bus)
    {
        _pair = new Pair(storage, bus, _name);
        _gauges = new RecordedGauges(_name);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _gauges.Dispose();
        await _pair.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Gauges_ConsumerIsBlocked_ShowLagAndDepth()
    {
        await _pair.StartAsync(Sample);
        await _pair.AddAsync(3, "before");
        await _pair.AssertConvergedAsync(3);
        using var blocked = new ManualResetEventSlim();
        _pair.Follower.Obstacle.Before = _ => blocked.Wait();
        try
        {
            await _pair.AddAsync(8, "blocked");
            await ReadsAsync(Lag, "roles", 8);
            await ReadsAsync(Waiting, "roles", 8);
            await ReadsAsync(Position, "roles", 3);
            await ReadsAsync(Stalled, "roles", 0);
        }
        finally
        {
            blocked.Set();
        }
        await ReadsAsync(Lag, "roles", 0);
        await ReadsAsync(Waiting, "roles", 0);
    }

    [Fact]
    public async Task Gauges_ProjectionIsStalled_SayHowFarItIsBehind()
    {
        await _pair.StartAsync(Sample);
        _pair.Follower.Obstacle.Before = happened => Refuse(happened.Position == 3);
        await _pair.AddAsync(5, "before");
        await ReadsAsync(Stalled, "roles", 1);
        await _pair.AddAsync(5, "while stalled");
        await ReadsAsync(Lag, "roles", 8);
        _pair.Follower.Obstacle.Before = _ => { };
        await ReadsAsync(Stalled, "roles", 0);
        await ReadsAsync(Lag, "roles", 0);
    }

    [Fact]
    public async Task Gauges_RestartedWithNothingToApply_ShowNoLag()
    {
        await _pair.StartAsync(Sample);
        await _pair.AddAsync(6);
        await _pair.AssertConvergedAsync(6);
        await _pair.StopFollowerAsync();
        await _pair.StartFollowerAsync(Sample);
        await ReadsAsync(Position, "roles", 6);
        await ReadsAsync(Lag, "roles", 0);
    }

    [Fact]
    public async Task Gauges_ReactionIsStalled_SayIt()
    {
        var calls = new CountingReaction.Calls { Refused = true };
        await _pair.StartAsync(setting => Sample(setting) with
        {
            Messaging = messaging => messaging.Project<RolesTotals>().React<CountingReaction>(),
            Services = services => services.AddSingleton(calls),
        });
        await _pair.AddAsync(2);
        await ReadsAsync(Stalled, "reactions/roles", 1);
        await ReadsAsync(Stalled, "roles", 0);
        await ReadsAsync(Lag, "reactions/roles", 2);
        calls.Refused = false;
        await ReadsAsync(Stalled, "reactions/roles", 0);
        await ReadsAsync(Lag, "reactions/roles", 0);
    }

    private static SampleSetting Sample(SampleSetting setting) => setting with
    {
        Options = setting.Options with { Sampling = TimeSpan.FromMilliseconds(50), LongestPause = TimeSpan.FromMilliseconds(500) },
    };

    private static void Refuse(bool when)
    {
        if (when)
            throw new InvalidOperationException("unreadable");
    }

    private Task ReadsAsync(string gauge, string source, long value) => Eventually.HoldsAsync(
        () => Task.FromResult(_gauges.Read(gauge, source) == value), $"{gauge} of {source} reads {value}");
}

public sealed class InProcessGaugeTests() : GaugeCompliance(new SqliteTestStorage(), new InProcessTestBus());

public sealed class RabbitMqGaugeTests() : GaugeCompliance(new PostgresTestStorage(), new RabbitMqTestBus());
