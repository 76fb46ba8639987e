using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Commands;

/// <summary>Commands that share a transaction are each carried out, repeated or refused as if alone, on either database.</summary>
public abstract class GroupCommitCompliance(TestStorage storage) : IAsyncLifetime
{
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SampleService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SampleService.StartAsync(
        new SampleSetting("sample", await storage.SettingsForAsync("sample")) { Idle = true });

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task RunAsync_CommandsThatWaited_ShareATransactionAndGetTheirOwnAnswers()
    {
        var lanes = new CommandLanes<SampleContext>(_service.Storage, TimeProvider.System);
        var outcomes = await TogetherAsync(lanes, [.. Enumerable.Range(0, 32).Select(number => Command($"a{number}", $"{number}"))]);
        Assert.Equal(Enumerable.Range(0, 32).Select(number => $"a{number}"), outcomes.Select(each => each.Identifier));
        Assert.True(lanes.Shared >= 8, $"{lanes.Shared} commands shared a transaction");
        await using var context = _service.Storage.CreateContext();
        Assert.Equal((32, 32), (await context.Accounts.CountAsync(each => each.Total == 1), await context.Events.CountAsync()));
    }

    [Fact]
    public async Task RunAsync_CommandsOfOneAggregate_SeeEachOther()
    {
        var lanes = new CommandLanes<SampleContext>(_service.Storage, TimeProvider.System);
        await _service.Commands.AddAsync("one", 1, "first");
        var outcomes = await Task.WhenAll((await HeldAsync(lanes, [.. Enumerable.Range(0, 4).Select(number => Command("one", $"{number}"))]))
            .Select(each => each.ContinueWith(done => done.IsCompletedSuccessfully, TaskScheduler.Default)));
        await using var context = _service.Storage.CreateContext();
        var account = await context.Accounts.SingleAsync(each => each.Id == "one");
        Assert.Equal(1 + outcomes.Count(done => done), account.Total);
        Assert.Equal(account.Version, await context.Events.CountAsync(each => each.Aggregate == "accounts/one"));
    }

    [Fact]
    public async Task RunAsync_OneOfThemIsRefused_TheOthersAreCarriedOut()
    {
        var lanes = new CommandLanes<SampleContext>(_service.Storage, TimeProvider.System);
        var refused = Pending("refused", (_, _) => throw new RpcException(new Status(StatusCode.FailedPrecondition, "refused")));
        var running = await HeldAsync(lanes, [.. Enumerable.Range(0, 8).Select(number => Command($"a{number}", $"{number}")), refused]);
        await Assert.ThrowsAsync<RpcException>(() => running[^1]);
        await Task.WhenAll(running[..^1]);
        await using var context = _service.Storage.CreateContext();
        Assert.Equal((8, 8), (
            await context.Events.CountAsync(each => each.Aggregate.StartsWith("accounts/a")),
            await context.Requests.CountAsync(each => EF.Functions.Like(each.Identifiers, "a%"))));
    }

    private async Task<CommandOutcome[]> TogetherAsync(CommandLanes<SampleContext> lanes, PendingCommand<SampleContext>[] commands) =>
        await Task.WhenAll(await HeldAsync(lanes, commands));

    // Every lane is kept busy until the commands wait.
    private async Task<Task<CommandOutcome>[]> HeldAsync(CommandLanes<SampleContext> lanes, PendingCommand<SampleContext>[] commands)
    {
        var busy = Enumerable.Range(0, CommandLanes<SampleContext>.Lanes).Select(lane => lanes.RunAsync(Pending($"busy-{lane}", async (_, _) =>
        {
            await _held.Task;
            return CommandOutcome.For($"busy-{lane}", 1);
        }))).ToList();
        var running = commands.Select(lanes.RunAsync).ToArray();
        _held.SetResult();
        await Task.WhenAll(busy);
        return running;
    }

    private static PendingCommand<SampleContext> Command(string account, string requestId) =>
        Pending(requestId, (scope, token) => SampleCommands.ChangeAsync(scope, account, 1, token));

    private static PendingCommand<SampleContext> Pending(
        string requestId, Func<CommandScope<SampleContext>, CancellationToken, Task<CommandOutcome>> change)
    {
        var command = SampleCommands.For("any", 1, requestId);
        return new PendingCommand<SampleContext>(
            command, StoredRequests.HashOf(command), change, "", new SystemIdentifierSource(TimeProvider.System), TimeProvider.System, CancellationToken.None);
    }
}

public sealed class SqliteGroupCommitTests() : GroupCommitCompliance(new SqliteTestStorage());

public sealed class PostgresGroupCommitTests() : GroupCommitCompliance(new PostgresTestStorage());
