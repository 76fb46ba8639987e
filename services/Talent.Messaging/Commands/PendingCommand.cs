using Talent.Messaging.Storage;

namespace Talent.Messaging.Commands;

/// <summary>A command on its way into a transaction.</summary>
/// <typeparam name="TContext">The service's context.</typeparam>
internal sealed class PendingCommand<TContext>(
    CommandContext command,
    byte[] hash,
    Func<CommandScope<TContext>, CancellationToken, Task<CommandOutcome>> change,
    string traceParent,
    IdentifierSource identifiers,
    TimeProvider time,
    CancellationToken cancellation) where TContext : ServiceContext
{
    private readonly ExecutionContext? _caller = ExecutionContext.Capture();
    private readonly TaskCompletionSource<CommandOutcome> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Method => command.Method;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The outcome once it is committed, or why it was not.</summary>
    public TaskCompletionSource<CommandOutcome> Answer => _answer;

    /// <summary>Makes the change in the transaction of the context and saves it; what is to be added to the log is returned.</summary>
    public async Task<StagedCommand> StageAsync(TContext context, Func<Task> beforeSaving)
    {
        var now = TruncateToMicroseconds(time.GetUtcNow());
        var scope = new CommandScope<TContext>(context, command, now, traceParent, identifiers);
        var outcome = await InCallerContext(() => change(scope, cancellation));
        if (context.ChangeTracker.HasChanges())
        {
            await beforeSaving();
            await context.SaveChangesAsync(cancellation);
        }
        return new StagedCommand(outcome, StoredRequests.RowOf(command, hash, outcome, now), scope.Events);
    }

    // A lane works for many callers: each change sees its own caller's trace and request.
    private Task<CommandOutcome> InCallerContext(Func<Task<CommandOutcome>> start)
    {
        if (_caller is null)
            return start();
        Task<CommandOutcome>? started = null;
        ExecutionContext.Run(_caller, _ => started = start(), null);
        return started!;
    }

    // Both databases keep microseconds: what is answered now and what is read later are the same.
    private static DateTimeOffset TruncateToMicroseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();
}

/// <summary>A command whose change is saved and whose stored answer and events are not yet.</summary>
/// <param name="Outcome">What it made.</param>
/// <param name="Request">What is stored for repetitions.</param>
/// <param name="Events">What it appends to the log.</param>
internal sealed record StagedCommand(CommandOutcome Outcome, RequestRow Request, IReadOnlyList<EventRow> Events);
