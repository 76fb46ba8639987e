using System.Diagnostics;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Commands;

/// <summary>
/// Carries out a command once: the change, its events and the stored answer are one transaction. Call it after the permission was checked
/// and let the change check the etag: a repetition gets the stored answer, whatever its etag has become.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class CommandRunner<TContext> where TContext : ServiceContext
{
    private const int Tries = 3;
    private readonly ServiceStorage<TContext> _storage;
    private readonly LogSignal<TContext> _signal;
    private readonly IdentifierSource _identifiers;
    private readonly TimeProvider _time;
    private readonly CommandLanes<TContext> _lanes;

    internal CommandRunner(ServiceStorage<TContext> storage, LogSignal<TContext> signal, IdentifierSource identifiers, TimeProvider time)
    {
        _storage = storage;
        _signal = signal;
        _identifiers = identifiers;
        _time = time;
        _lanes = new CommandLanes<TContext>(storage, time);
    }

    /// <summary>Carries out the command, or finds that it was carried out, and reads the answer from the committed state.</summary>
    /// <param name="command">Who asks for what.</param>
    /// <param name="change">Makes the change inside the transaction. It may run several times, each time in a new scope; it refuses by
    /// throwing.</param>
    /// <param name="read">Reads the answer after the commit, for the first request and for repetitions alike.</param>
    /// <param name="cancellation">Gives up; a command that was committed stays committed.</param>
    /// <exception cref="RpcException">
    /// ALREADY_EXISTS: the request id was used for another request. ABORTED: other commands came between three times; asking again may
    /// succeed.
    /// </exception>
    public async Task<TResponse> RunAsync<TResponse>(
        CommandContext command,
        Func<CommandScope<TContext>, CancellationToken, Task<CommandOutcome>> change,
        Func<TContext, CommandOutcome, CancellationToken, Task<TResponse>> read,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        var outcome = await RunAsync(command, change, cancellation);
        await using var context = _storage.CreateContext();
        return await read(context, outcome, cancellation);
    }

    /// <summary>As the other overload, for callers that need no answer: reactions and imports.</summary>
    public async Task<CommandOutcome> RunAsync(
        CommandContext command,
        Func<CommandScope<TContext>, CancellationToken, Task<CommandOutcome>> change,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(change);
        if (command.RequestId.Length == 0)
            throw new ArgumentException("A command has a request id.", nameof(command));
        using var activity = MessagingTelemetry.Source.StartActivity($"command {command.Method}");
        var hash = StoredRequests.HashOf(command);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Most requests are new, so the change is tried before the stored answers are looked at: their primary key refuses a second
                // one, with everything else in its transaction.
                var pending = new PendingCommand<TContext>(
                    command, hash, change, TraceParentOf(command, activity), _identifiers, _time, cancellation);
                var outcome = await (attempt == 1 ? _lanes.RunAsync(pending) : _lanes.RunAloneAsync(pending));
                _signal.Ring();
                return outcome;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // Whatever it failed at (an etag that its own first run made old, a duplicate key): a repetition gets the stored answer.
                if (await FindAsync(command, hash, cancellation) is { } stored)
                    return stored;
                if (!IsConflict(failure))
                    throw;
                MessagingTelemetry.Conflicts.Add(1, new KeyValuePair<string, object?>("service", _storage.Name));
                if (attempt == Tries)
                    throw Errors.Aborted("Somebody else changed the same thing at the same moment: try again.", cause: failure);
            }
        }
    }

    private async Task<CommandOutcome?> FindAsync(CommandContext command, byte[] hash, CancellationToken cancellation)
    {
        await using var context = _storage.CreateContext();
        return await StoredRequests.FindAsync(context, command, hash, cancellation);
    }

    // A duplicate may be the same request, or the same version of an aggregate, committed a moment ago.
    private bool IsConflict(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || (DatabaseFailure.In(failure) is { } database
            && (_storage.Dialect.IsConflict(database) || _storage.Dialect.IsDuplicate(database)));

    private static string TraceParentOf(CommandContext command, Activity? activity) =>
        (activity ?? Activity.Current)?.Id ?? command.TraceParent;
}
