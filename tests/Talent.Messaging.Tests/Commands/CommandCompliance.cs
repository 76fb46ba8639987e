using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Commands;

/// <summary>What holds for commands on either database.</summary>
public abstract class CommandCompliance(TestStorage storage) : IAsyncLifetime
{
    private protected SampleService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Service = await SampleService.StartAsync(new SampleSetting("sample", await storage.SettingsForAsync("sample")));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task RunAsync_Change_CommitsStateEventAndAnswerTogether()
    {
        Assert.Equal(5, await Service.Commands.AddAsync("a", 5, "1"));
        await using var context = Service.Storage.CreateContext();
        Assert.Equal(1, (await context.Accounts.SingleAsync()).Version);
        Assert.Equal("accounts/a", (await context.Events.SingleAsync()).Aggregate);
        Assert.Equal("a", (await context.Requests.SingleAsync()).Identifiers);
    }

    [Fact]
    public async Task RunAsync_RefusedChange_LeavesNothingBehind()
    {
        var runner = new SampleCommands(Service.Runner);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Service.Runner.RunAsync(SampleCommands.For("a", 1, "1"), async (scope, token) =>
        {
            await SampleCommands.ChangeAsync(scope, "a", 1, token);
            await scope.Context.SaveChangesAsync(token);
            throw new InvalidOperationException("refused");
        }, CancellationToken.None));
        await using var context = Service.Storage.CreateContext();
        Assert.Equal((0, 0, 0), (await context.Accounts.CountAsync(), await context.Events.CountAsync(), await context.Requests.CountAsync()));
        Assert.Equal(1, await runner.AddAsync("a", 1, "1"));
    }

    [Fact]
    public async Task RunAsync_SameRequestAgain_ChangesNothingAndReadsTheAnswerAgain()
    {
        await Service.Commands.AddAsync("a", 5, "1");
        await Service.Commands.AddAsync("a", 2, "2");
        Assert.Equal(7, await Service.Commands.AddAsync("a", 5, "1"));
    }

    [Fact]
    public async Task RunAsync_SameRequestIdOtherBody_IsAlreadyExists()
    {
        await Service.Commands.AddAsync("a", 5, "1");
        var refused = await Assert.ThrowsAsync<RpcException>(() => Service.Commands.AddAsync("a", 6, "1"));
        Assert.Equal(StatusCode.AlreadyExists, refused.StatusCode);
    }

    [Fact]
    public async Task RunAsync_SameRequestManyTimesAtOnce_ChangesOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Service.Commands.AddAsync("a", 3, "1"))));
        Assert.All(answers, answer => Assert.Equal(3, answer));
        await using var context = Service.Storage.CreateContext();
        Assert.Equal(1, await context.Events.CountAsync());
    }

    [Fact]
    public async Task RunAsync_WritersOfOneAggregate_LoseNoUpdate()
    {
        await Service.Commands.AddAsync("a", 0, "first");
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (number, token) =>
        {
            while (!await TryAddAsync($"request-{number}", token))
                await Task.Yield();
            Interlocked.Increment(ref done);
        });
        await using var context = Service.Storage.CreateContext();
        var account = await context.Accounts.SingleAsync();
        Assert.Equal((60, 61, 60), (account.Total, account.Version, done));
    }

    [Fact]
    public async Task RunAsync_OtherWriterEveryTime_IsAbortedAfterThreeTries()
    {
        await Service.Commands.AddAsync("a", 1, "first");
        var tries = 0;
        var refused = await Assert.ThrowsAsync<RpcException>(() => Service.Runner.RunAsync(SampleCommands.For("a", 1, "1"), async (scope, token) =>
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
            await Service.Commands.AddAsync("a", 1, requestId, cancellation);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Aborted)
        {
            return false;
        }
    }
}

public sealed class SqliteCommandTests() : CommandCompliance(new SqliteTestStorage());

public sealed class PostgresCommandTests() : CommandCompliance(new PostgresTestStorage())
{
    [Fact]
    public async Task RunAsync_TransactionCannotBeSerialized_IsTriedAgain()
    {
        await Service.Commands.AddAsync("a", 1, "first");
        var tries = 0;
        await Service.Runner.RunAsync(SampleCommands.For("a", 1, "1"), async (scope, token) =>
        {
            if (tries++ > 0)
                return await SampleCommands.ChangeAsync(scope, "a", 1, token);
            await scope.Context.Database.ExecuteSqlRawAsync("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", token);
            var outcome = await SampleCommands.ChangeAsync(scope, "a", 1, token);
            // The snapshot is taken; another transaction changes the row and commits, and the server says 40001 at the update.
            await using var other = Service.Storage.CreateContext();
            await other.Accounts.ExecuteUpdateAsync(set => set.SetProperty(each => each.Total, each => each.Total + 10), token);
            return outcome;
        }, CancellationToken.None);
        await using var context = Service.Storage.CreateContext();
        Assert.Equal((2, 12), (tries, (await context.Accounts.SingleAsync()).Total));
    }
}
