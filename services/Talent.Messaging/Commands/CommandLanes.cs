using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Storage;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging.Commands;

/// <summary>
/// Runs commands in a few lanes. While a lane is free each command has a transaction of its own. Commands that had to wait share one
/// (group commit): they run one after the other, each seeing what those before it saved, and are answered when all of it is committed. When
/// anything in a shared transaction fails it is rolled back and each command runs again in one of its own, so each is refused, repeated or
/// carried out as if it had been alone.
/// </summary>
internal sealed class CommandLanes<TContext>(ServiceStorage<TContext> storage, TimeProvider time) where TContext : ServiceContext
{
    /// <summary>How many transactions there are at a time.</summary>
    public const int Lanes = 8;

    private const int LargestGroup = 32;

    // Others do not wait for a method that was once this slow: it always gets a transaction of its own.
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentQueue<PendingCommand<TContext>> _waiting = new();
    private readonly ConcurrentDictionary<string, TimeSpan> _slow = new(StringComparer.Ordinal);
    private int _free = Lanes;
    private int _shared;

    /// <summary>How many commands were committed in a transaction that they shared.</summary>
    public int Shared => Volatile.Read(ref _shared);

    /// <summary>Carries out the command, alone or with others.</summary>
    public Task<CommandOutcome> RunAsync(PendingCommand<TContext> command)
    {
        if (_slow.ContainsKey(command.Method))
            return RunAloneAsync(command);
        _waiting.Enqueue(command);
        OpenLane();
        return command.Answer.Task;
    }

    /// <summary>Carries out the command in a transaction of its own.</summary>
    public async Task<CommandOutcome> RunAloneAsync(PendingCommand<TContext> command)
    {
        using var turn = await storage.Writers.EnterAsync(command.Cancellation);
        await using var context = storage.CreateContext();
        await using var transaction = await ServiceStorage<TContext>.BeginAsync(context, command.Cancellation);
        var staged = await StageAsync(command, context, () => Task.CompletedTask);
        await context.WriteWantedAsync(command.Cancellation);
        await storage.Dialect.CommitCommandsAsync(transaction.GetDbTransaction(), [staged], command.Cancellation);
        return staged.Outcome;
    }

    private void OpenLane()
    {
        if (Interlocked.Decrement(ref _free) >= 0)
        {
            // The lane belongs to nobody: what its commands need of their callers they bring along.
            using (ExecutionContext.SuppressFlow())
                _ = Task.Run(DrainAsync);
        }
        else
        {
            Interlocked.Increment(ref _free);
        }
    }

    private async Task DrainAsync()
    {
        while (TakeGroup() is { Count: > 0 } group)
            await RunGroupAsync(group);
        Interlocked.Increment(ref _free);
        // One that came after the last look and found no free lane.
        if (!_waiting.IsEmpty)
            OpenLane();
    }

    private List<PendingCommand<TContext>> TakeGroup()
    {
        var group = new List<PendingCommand<TContext>>();
        // The lanes share what waits.
        var share = Math.Clamp(_waiting.Count / Lanes, 1, LargestGroup);
        while (group.Count < share && _waiting.TryDequeue(out var command))
            group.Add(command);
        return group;
    }

    private async Task RunGroupAsync(List<PendingCommand<TContext>> group)
    {
        if (group.Count == 1 || !await TryTogetherAsync(group))
            await Task.WhenAll(group.Select(AnswerAloneAsync));
    }

    private async Task<bool> TryTogetherAsync(List<PendingCommand<TContext>> group)
    {
        var staged = new List<StagedCommand>(group.Count);
        try
        {
            using var turn = await storage.Writers.EnterAsync(CancellationToken.None);
            await using var context = storage.CreateContext();
            await using var transaction = await ServiceStorage<TContext>.BeginAsync(context, CancellationToken.None);
            var limited = false;
            foreach (var command in group)
            {
                staged.Add(await StageAsync(command, context, LimitLockWaitsAsync));
                context.ChangeTracker.Clear();
            }
            await context.WriteWantedAsync(CancellationToken.None);
            await storage.Dialect.CommitCommandsAsync(transaction.GetDbTransaction(), staged, CancellationToken.None);

            async Task LimitLockWaitsAsync()
            {
                if (!limited)
                    await storage.Dialect.LimitLockWaitsAsync(transaction.GetDbTransaction());
                limited = true;
            }
        }
        catch (Exception)
        {
            // Nothing of it was committed. Run alone, the one that failed fails again and says why to its own caller.
            MessagingTelemetry.Separated.Add(group.Count, new KeyValuePair<string, object?>("service", storage.Name));
            return false;
        }
        Interlocked.Add(ref _shared, group.Count);
        for (var index = 0; index < group.Count; index++)
            group[index].Answer.TrySetResult(staged[index].Outcome);
        return true;
    }

    private async Task AnswerAloneAsync(PendingCommand<TContext> command)
    {
        try
        {
            command.Answer.TrySetResult(await RunAloneAsync(command));
        }
        catch (Exception failure)
        {
            command.Answer.TrySetException(failure);
        }
    }

    private async Task<StagedCommand> StageAsync(PendingCommand<TContext> command, TContext context, Func<Task> beforeSaving)
    {
        var started = time.GetTimestamp();
        var staged = await command.StageAsync(context, beforeSaving);
        var elapsed = time.GetElapsedTime(started);
        if (elapsed >= Slow)
            _slow.TryAdd(command.Method, elapsed);
        return staged;
    }
}
