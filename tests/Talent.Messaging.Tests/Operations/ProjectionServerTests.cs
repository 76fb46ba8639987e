using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Talent.Events.V1;
using Talent.Messaging.Operations;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Flow;
using Talent.Messaging.Tests.Sample;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Tests.Operations;

/// <summary>What an administrator asks of a service whose projections are in trouble.</summary>
public sealed class ProjectionServerTests : IAsyncLifetime
{
    private const string Operator = "administrator-1";
    private readonly Pair _pair = new(new SqliteTestStorage(), new InProcessTestBus()) { Silence = TimeSpan.FromSeconds(1) };

    public async ValueTask InitializeAsync() => await _pair.StartAsync();

    public ValueTask DisposeAsync() => _pair.DisposeAsync();

    [Fact]
    public async Task ListProjections_OneIsStalled_SaysWhereAndWhy()
    {
        await StallAsync();

        var found = await Server.ListProjections(new ListProjectionsRequest { Service = Pair.FollowerName }, Call("ListProjections"));

        var expected = new Projection
        {
            Service = Pair.FollowerName,
            Source = Pair.SourceName,
            Position = 1,
            StalledPosition = 2,
            StalledReason = "InvalidOperationException: unreadable",
        };
        Assert.Equal(expected, Assert.Single(found.Projections));
    }

    [Fact]
    public async Task ListProjections_ServiceThatIsElsewhere_IsNotFound()
    {
        var refused = await RefusedAsync(
            () => Server.ListProjections(new ListProjectionsRequest { Service = "elsewhere" }, Call("ListProjections")));

        Assert.Equal((StatusCode.NotFound, "UNKNOWN_SERVICE"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task SkipEvent_StalledEvent_IsRecordedWithItsReasonAndPassedOver()
    {
        await StallAsync();
        var request = Skip(2, "written by a faulty version");

        await Server.SkipEvent(request, Call("SkipEvent"));
        await Server.SkipEvent(request, Call("SkipEvent"));

        await _pair.Follower.ReachAsync(Pair.SourceName, 3);
        await using var context = _pair.Follower.Storage.CreateContext();
        var skipped = await context.SkippedEvents.SingleAsync();
        Assert.Equal((2, "written by a faulty version", Operator), (skipped.Position, skipped.Reason, skipped.ActorId));
    }

    [Theory]
    [InlineData(2, "", "reason")]
    [InlineData(2, "   ", "reason")]
    public async Task SkipEvent_WithoutAReason_NamesTheField(long position, string reason, string field)
    {
        await StallAsync();

        var refused = await RefusedAsync(() => Server.SkipEvent(Skip(position, reason), Call("SkipEvent")));

        Assert.Equal((StatusCode.InvalidArgument, field), (refused.Code, Assert.Single(refused.Fields).Field));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task SkipEvent_NotStalledThere_IsRefusedAndRecordsNothing(long position)
    {
        await StallAsync();

        var refused = await RefusedAsync(() => Server.SkipEvent(Skip(position, "no reason"), Call("SkipEvent")));

        Assert.Equal((StatusCode.FailedPrecondition, "NOT_STALLED"), (refused.Code, refused.Reason));
        await using var context = _pair.Follower.Storage.CreateContext();
        Assert.Empty(await context.SkippedEvents.ToListAsync());
    }

    [Fact]
    public async Task RebuildProjection_Projection_IsRecordedAndMadeAgain()
    {
        await _pair.AddAsync(5);
        await _pair.AssertConvergedAsync(5);
        await using (var spoiled = _pair.Follower.Storage.CreateContext())
            await spoiled.ProjectedTotals.ExecuteUpdateAsync(set => set.SetProperty(each => each.Total, 99));

        await Server.RebuildProjection(Rebuild(Pair.SourceName), Call("RebuildProjection"));

        await Eventually.HoldsAsync(
            async () => !(await _pair.Follower.ProjectedAsync(Pair.SourceName)).ContainsValue(99), "it was made again");
        await _pair.AssertConvergedAsync(5);
        await using var context = _pair.Follower.Storage.CreateContext();
        var asked = await context.Rebuilds.SingleAsync();
        Assert.Equal((Pair.SourceName, 5, "changed by hand", Operator), (asked.Source, asked.Position, asked.Reason, asked.ActorId));
    }

    [Theory]
    [InlineData("reactions/roles", StatusCode.FailedPrecondition, "REACTIONS_RUN_ONCE")]
    [InlineData("nobody", StatusCode.NotFound, "NOT_FOUND")]
    public async Task RebuildProjection_ReactionsOrUnknownSource_IsRefused(string source, StatusCode code, string reason)
    {
        var refused = await RefusedAsync(() => Server.RebuildProjection(Rebuild(source), Call("RebuildProjection")));

        Assert.Equal((code, reason), (refused.Code, refused.Reason));
    }

    [Fact]
    public void MapMessaging_MethodsOfOperation_AreForAdministrators()
    {
        var mapped = PermissionCatalogue.Of(_pair.Follower.Services.GetRequiredService<EndpointDataSource>());

        var operation = mapped.Where(method => method.Implementation == typeof(ProjectionServer)).ToList();
        Assert.Equal(["ListProjections", "RebuildProjection", "SkipEvent"], operation.Select(method => method.Method));
        Assert.All(operation, method => Assert.Equal(Permission.Operate, method.Permission));
        Assert.Equal([Role.Administrator], RolePermissions.Holding(Permission.Operate));
    }

    private ProjectionServer Server => _pair.Follower.Services.GetRequiredService<ProjectionServer>();

    private static SkipEventRequest Skip(long position, string reason) => new()
    {
        RequestId = $"skip-{position}",
        Service = Pair.FollowerName,
        Source = Pair.SourceName,
        Position = position,
        Reason = reason,
    };

    private static RebuildProjectionRequest Rebuild(string source) => new()
    {
        RequestId = "rebuild-1",
        Service = Pair.FollowerName,
        Source = source,
        Reason = "changed by hand",
    };

    private static CallOfAnAdministrator Call(string method)
    {
        var call = new CallOfAnAdministrator(method);
        call.SetCaller(Caller.Person(Operator, null, new Grant(Role.Administrator, Scope.Nation)).Under(Permission.Operate));
        return call;
    }

    private static async Task<ErrorDetails> RefusedAsync(Func<Task> ask) => (await Assert.ThrowsAsync<RpcException>(ask)).GetDetails();

    private async Task StallAsync()
    {
        _pair.Follower.Obstacle.Before = happened =>
        {
            if (happened.Position == 2)
                throw new InvalidOperationException("unreadable");
        };
        // The first event has been applied before: whoever finds a log that has grown meanwhile is still building the projection.
        await _pair.AddAsync(1, "before");
        await _pair.Follower.ReachAsync(Pair.SourceName, 1);
        await _pair.AddAsync(2, "after");
        await Eventually.HoldsAsync(
            async () => (await _pair.Follower.Operations.GetStatusAsync(CancellationToken.None)).Any(each => each.StalledPosition == 2),
            "the projection is stalled");
    }

    private sealed class CallOfAnAdministrator : ServerCallContext
    {
        private readonly string _method;

        public CallOfAnAdministrator(string method)
        {
            _method = $"/talent.events.v1.ProjectionService/{method}";
            // Where the official package looks for it.
            UserState["__HttpContext"] = new DefaultHttpContext();
        }

        protected override string MethodCore => _method;

        protected override string HostCore => "";

        protected override string PeerCore => "";

        protected override DateTime DeadlineCore => DateTime.MaxValue;

        protected override Metadata RequestHeadersCore { get; } = [];

        protected override CancellationToken CancellationTokenCore => CancellationToken.None;

        protected override Metadata ResponseTrailersCore { get; } = [];

        protected override Status StatusCore { get; set; }

        protected override WriteOptions? WriteOptionsCore { get; set; }

        protected override AuthContext AuthContextCore => throw new NotSupportedException();

        protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
            throw new NotSupportedException();

        protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => Task.CompletedTask;
    }
}
