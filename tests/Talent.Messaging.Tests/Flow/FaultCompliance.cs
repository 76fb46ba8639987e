using System.Diagnostics;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Talent.Messaging.Projections;
using Talent.Messaging.Storage;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>What happens to projections and reactions when something is wrong, on every database and bus.</summary>
public abstract class FaultCompliance(TestStorage storage, TestBus bus) : IAsyncLifetime
{
    private readonly Pair _pair = new(storage, bus) { Silence = TimeSpan.FromSeconds(1) };

    public async ValueTask InitializeAsync() => await _pair.StartAsync(React);

    public async ValueTask DisposeAsync()
    {
        await _pair.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Projection_CannotApplyAnEvent_StallsThereAndSaysSo()
    {
        Fail(5, "unreadable");
        await _pair.AddAsync(10);
        var status = await StalledAsync();
        Assert.Equal((4, 5, "InvalidOperationException: unreadable"), (status.Position, status.StalledPosition, status.StalledReason));
        var health = await _pair.Follower.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.Equal(HealthStatus.Degraded, health.Status);
        var entry = health.Entries.Values.Single();
        Assert.Equal("stalled at roles:5", entry.Description);
        Assert.DoesNotContain(entry.Data.Values, said => said.ToString()!.Contains("unreadable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Projection_CanApplyTheEventAgain_GoesOnByItself()
    {
        Fail(5, "not yet");
        await _pair.AddAsync(10);
        await StalledAsync();
        _pair.Follower.Obstacle.Before = _ => { };
        await _pair.AssertConvergedAsync(10);
        Assert.All(await _pair.Follower.Operations.GetStatusAsync(CancellationToken.None), each => Assert.Equal(0, each.StalledPosition));
    }

    [Fact]
    public async Task SkipAsync_StalledEvent_IsPassedOverNowAndInARebuild()
    {
        Fail(5, "unreadable");
        await _pair.AddAsync(10);
        await StalledAsync();
        await _pair.Follower.SkipAsync("roles", 5, "written by a faulty version");
        await _pair.Follower.ReachAsync("roles", 10);
        Assert.Equal(9, (await _pair.Follower.ProjectedAsync("roles")).Values.Sum());
        await RebuildAsync(10);
        Assert.Equal(9, (await _pair.Follower.ProjectedAsync("roles")).Values.Sum());
    }

    [Fact]
    public async Task SkipAsync_EventThatIsNotStalled_IsRefused()
    {
        await _pair.AddAsync(3);
        await _pair.AssertConvergedAsync(3);
        var refused = await Assert.ThrowsAsync<RpcException>(() => _pair.Follower.SkipAsync("roles", 2, "no reason"));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
    }

    [Fact]
    public async Task Projection_LogHasAnotherIdentity_IsRebuilt()
    {
        await _pair.AddAsync(20, "before");
        await _pair.AssertConvergedAsync(20);
        await _pair.StopFollowerAsync();
        await _pair.ChangeFollowerAsync(Spoil);
        await _pair.RestartSourceAsync(context => context.LogIdentity.ExecuteUpdateAsync(set => set.SetProperty(each => each.LogId, "restored")));
        await _pair.StartFollowerAsync(React);
        await _pair.AddAsync(5, "after");
        await Eventually.HoldsAsync(async () => (await CheckpointAsync()).LogId == "restored", "the projection counts in the restored log");
        await _pair.AssertConvergedAsync(25);
    }

    [Fact]
    public async Task Projection_HeadIsBelowTheCheckpoint_IsRebuilt()
    {
        await _pair.AddAsync(20);
        await _pair.AssertConvergedAsync(20);
        await _pair.RestartFollowerAsync(async context =>
        {
            await context.Checkpoints.Where(each => each.Source == "roles").ExecuteUpdateAsync(set => set.SetProperty(each => each.Position, 1000));
            await Spoil(context);
        }, React);
        await Eventually.HoldsAsync(async () => (await CheckpointAsync()).Position == 20, "the projection was rebuilt");
        await _pair.AssertConvergedAsync(20);
    }

    [Fact]
    public async Task Projection_LogHoldsAnotherEventAtTheCheckpoint_IsRebuilt()
    {
        await _pair.AddAsync(20);
        await _pair.AssertConvergedAsync(20);
        var truth = (await CheckpointAsync()).EventId;
        await _pair.RestartFollowerAsync(async context =>
        {
            await context.Checkpoints.Where(each => each.Source == "roles")
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.EventId, "of another history"));
            await Spoil(context);
        }, React);
        await Eventually.HoldsAsync(async () => (await CheckpointAsync()).EventId == truth, "the projection was rebuilt");
        await _pair.AssertConvergedAsync(20);
    }

    [Fact]
    public async Task Reaction_Events_RunsOnceForEach()
    {
        await _pair.AddAsync(12);
        await ReactedAsync(12);
        await using var context = _pair.Follower.Storage.CreateContext();
        Assert.Equal(12, (await context.Accounts.SingleAsync(each => each.Id == CountingReaction.Account)).Total);
    }

    [Fact]
    public async Task Reaction_ProjectionIsRebuilt_DoesNotRunAgain()
    {
        await _pair.AddAsync(12);
        await ReactedAsync(12);
        await RebuildAsync(12);
        await _pair.AddAsync(1, "another");
        await ReactedAsync(13);
        Assert.Equal(13, _pair.Follower.Services.GetRequiredService<CountingReaction.Calls>().Count);
    }

    [Fact]
    public async Task Reaction_CrashedBeforeItsCheckpoint_RunsAgainAndChangesNothing()
    {
        await _pair.AddAsync(6);
        await ReactedAsync(6);
        await _pair.RestartFollowerAsync(
            context => context.Checkpoints.Where(each => each.Source == "reactions/roles")
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.Position, 0)),
            React);
        await ReactedAsync(6);
        Assert.Equal(6, _pair.Follower.Services.GetRequiredService<CountingReaction.Calls>().Count);
        await using var context = _pair.Follower.Storage.CreateContext();
        Assert.Equal(6, (await context.Accounts.SingleAsync(each => each.Id == CountingReaction.Account)).Total);
    }

    [Theory]
    [InlineData(1000, "whatever")]
    [InlineData(6, "of another history")]
    public async Task Reaction_LogWasPutBack_GoesOnAtItsHead(long position, string eventId)
    {
        await _pair.AddAsync(6);
        await ReactedAsync(6);
        await _pair.RestartFollowerAsync(
            context => context.Checkpoints.Where(each => each.Source == "reactions/roles").ExecuteUpdateAsync(
                set => set.SetProperty(each => each.Position, position).SetProperty(each => each.EventId, eventId)),
            React);
        await Eventually.HoldsAsync(
            async () => await CheckpointAsync("reactions/roles") is { Position: 6 } row && row.EventId != eventId, "it goes on at the head");
        await _pair.AddAsync(1, "another");
        await ReactedAsync(7);
        Assert.Equal(1, _pair.Follower.Services.GetRequiredService<CountingReaction.Calls>().Count);
    }

    [Fact]
    public async Task RebuildAsync_Reactions_IsRefusedBecauseTheyWouldRunAgain()
    {
        await _pair.AddAsync(3);
        await ReactedAsync(3);
        var refused = await Assert.ThrowsAsync<RpcException>(() => _pair.Follower.RebuildAsync("reactions/roles", "no reason"));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        await _pair.AddAsync(1, "another");
        await ReactedAsync(4);
        Assert.Equal(4, _pair.Follower.Services.GetRequiredService<CountingReaction.Calls>().Count);
    }

    [Fact]
    public async Task SkipAsync_StalledReaction_GoesOnBehindTheEvent()
    {
        var calls = _pair.Follower.Services.GetRequiredService<CountingReaction.Calls>();
        calls.Refused = true;
        await _pair.AddAsync(1);
        var stalled = await StalledAsync();
        Assert.Equal(("reactions/roles", 1), (stalled.Source, stalled.StalledPosition));
        await _pair.Follower.SkipAsync("reactions/roles", 1, "written by a faulty version");
        await ReactedAsync(1);
        calls.Refused = false;
        await _pair.AddAsync(2, "after");
        await ReactedAsync(3);
        Assert.Equal(2, calls.Count);
    }

    [Fact]
    public async Task Trace_OneRequest_SpansCommandPublishApplyAndReaction()
    {
        using var spans = new RecordedSpans();
        ActivityTraceId trace;
        using (var request = new Activity("request").Start())
        {
            trace = request.TraceId;
            await _pair.AddAsync(1);
        }
        await ReactedAsync(1);
        await Eventually.HoldsAsync(() => Task.FromResult(spans.NamesOf(trace).Contains("react count")), "the reaction's span has ended");
        Assert.Equal(
            ["apply roles.amount.added.v1", "command reaction/count", "command sample/Add", "publish roles.amount.added.v1", "react count"],
            spans.NamesOf(trace).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static SampleSetting React(SampleSetting setting) => setting with
    {
        Messaging = messaging => messaging.Project<RolesTotals>().React<CountingReaction>(),
        Services = services => services.AddSingleton<CountingReaction.Calls>(),
    };

    private void Fail(long position, string reason) => _pair.Follower.Obstacle.Before = happened =>
    {
        if (happened.Position == position)
            throw new InvalidOperationException(reason);
    };

    private async Task<ProjectionStatus> StalledAsync()
    {
        ProjectionStatus? stalled = null;
        await Eventually.HoldsAsync(async () =>
        {
            var all = await _pair.Follower.Operations.GetStatusAsync(CancellationToken.None);
            stalled = all.SingleOrDefault(each => each.StalledPosition > 0);
            return stalled is not null;
        }, "the projection is stalled");
        return stalled!;
    }

    private async Task RebuildAsync(long head)
    {
        await _pair.Follower.RebuildAsync("roles", "tables were changed by hand");
        // The next silence, or message, finds that the checkpoint is gone.
        await Eventually.HoldsAsync(async () => (await CheckpointAsync()) is { LogId.Length: > 0, RebuildTarget: 0 } row && row.Position == head, "rebuilt");
    }

    private Task ReactedAsync(long position) => _pair.Follower.ReachAsync("reactions/roles", position);

    private async Task<CheckpointRow> CheckpointAsync(string source = "roles")
    {
        await using var context = _pair.Follower.Storage.CreateContext();
        return await context.Checkpoints.SingleAsync(each => each.Source == source);
    }

    // What only a rebuild puts right.
    private static Task Spoil(SampleContext context) =>
        context.ProjectedTotals.ExecuteUpdateAsync(set => set.SetProperty(each => each.Total, 99));
}

public sealed class SqliteInProcessFaultTests() : FaultCompliance(new SqliteTestStorage(), new InProcessTestBus());

public sealed class SqliteRabbitMqFaultTests() : FaultCompliance(new SqliteTestStorage(), new RabbitMqTestBus());

public sealed class PostgresInProcessFaultTests() : FaultCompliance(new PostgresTestStorage(), new InProcessTestBus());

public sealed class PostgresRabbitMqFaultTests() : FaultCompliance(new PostgresTestStorage(), new RabbitMqTestBus());
