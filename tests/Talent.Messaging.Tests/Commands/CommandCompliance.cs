using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Commands;

/// <summary>What holds for commands on either database.</summary>
public abstract class CommandCompliance(TestStorage storage) : IAsyncLifetime
{
    private SampleService _service = null!;

    public async ValueTask InitializeAsync() =>
        _service = await SampleService.StartAsync(new SampleSetting("sample", await storage.SettingsForAsync("sample")));

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task RunAsync_Change_CommitsStateEventAndAnswerTogether()
    {
        Assert.Equal(5, await _service.Commands.AddAsync("a", 5, "1"));
        await using var context = _service.Storage.CreateContext();
        Assert.Equal(1, (await context.Accounts.SingleAsync()).Version);
        Assert.Equal("accounts/a", (await context.Events.SingleAsync()).Aggregate);
        Assert.Equal("a", (await context.Requests.SingleAsync()).Identifiers);
    }

    [Fact]
    public async Task RunAsync_RefusedChange_LeavesNothingBehind()
    {
        var runner = new SampleCommands(_service.Runner);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _service.Runner.RunAsync(SampleCommands.For("a", 1, "1"), async (scope, token) =>
        {
            await SampleCommands.ChangeAsync(scope, "a", 1, token);
            await scope.Context.SaveChangesAsync(token);
            throw new InvalidOperationException("refused");
        }, CancellationToken.None));
        await using var context = _service.Storage.CreateContext();
        Assert.Equal((0, 0, 0), (await context.Accounts.CountAsync(), await context.Events.CountAsync(), await context.Requests.CountAsync()));
        Assert.Equal(1, await runner.AddAsync("a", 1, "1"));
    }

    [Fact]
    public async Task RunAsync_SameRequestAgain_ChangesNothingAndReadsTheAnswerAgain()
    {
        await _service.Commands.AddAsync("a", 5, "1");
        await _service.Commands.AddAsync("a", 2, "2");
        Assert.Equal(7, await _service.Commands.AddAsync("a", 5, "1"));
    }

    [Fact]
    public async Task RunAsync_SameRequestIdOtherBody_IsAlreadyExists()
    {
        await _service.Commands.AddAsync("a", 5, "1");
        var refused = await Assert.ThrowsAsync<RpcException>(() => _service.Commands.AddAsync("a", 6, "1"));
        Assert.Equal(StatusCode.AlreadyExists, refused.StatusCode);
    }

    [Fact]
    public async Task RunAsync_SameRequestManyTimesAtOnce_ChangesOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _service.Commands.AddAsync("a", 3, "1"))));
        Assert.All(answers, answer => Assert.Equal(3, answer));
        await using var context = _service.Storage.CreateContext();
        Assert.Equal(1, await context.Events.CountAsync());
    }

    [Fact]
    public async Task RunAsync_WritersOfOneAggregate_LoseNoUpdate()
    {
        await _service.Commands.AddAsync("a", 0, "first");
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (number, token) =>
        {
            while (!await TryAddAsync($"request-{number}", token))
                await Task.Yield();
            Interlocked.Increment(ref done);
        });
        await using var context = _service.Storage.CreateContext();
        var account = await context.Accounts.SingleAsync();
        Assert.Equal((60, 61, 60), (account.Total, account.Version, done));
    }

    [Fact]
    public async Task RunAsync_OtherWriterEveryTime_IsAbortedAfterThreeTries()
    {
        await _service.Commands.AddAsync("a", 1, "first");
        var tries = 0;
        var refused = await Assert.ThrowsAsync<RpcException>(() => _service.Runner.RunAsync(SampleCommands.For("a", 1, "1"), async (scope, token) =>
        {
            tries++;
            var outcome = await SampleCommands.ChangeAsync(scope, "a", 1, token);
            // As if another command had made the next version meanwhile.
            scope.Context.Entry(await scope.Context.Accounts.SingleAsync(token)).Property(each => each.Version).OriginalValue = 99;
            return outcome;
        }, CancellationToken.None));
        Assert.Equal((StatusCode.Aborted, 3), (refused.StatusCode, tries));
    }

    private async Task<bool> TryAddAsync(string requestId, CancellationToken cancellation)
    {
        try
        {
            await _service.Commands.AddAsync("a", 1, requestId, cancellation);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Aborted)
        {
            return false;
        }
    }
}

public sealed class SqliteCommandTests() : CommandCompliance(new SqliteTestStorage());

public sealed class PostgresCommandTests() : CommandCompliance(new PostgresTestStorage());
