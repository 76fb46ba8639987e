using System.Diagnostics;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Commands;

/// <summary>
/// Carries out a command once: the check whether it was carried out already, the change, its events and the stored answer are one
/// transaction. Call it after the permission was checked; the change itself checks the etag, so a repetition is answered before that.
/// </summary>
/// <typeparam name="TContext">The service's context.</typeparam>
public sealed class CommandRunner<TContext> where TContext : ServiceContext
{
    private const int Tries = 3;
    private readonly ServiceStorage<TContext> _storage;
    private readonly LogSignal<TContext> _signal;
    private readonly IdentifierSource _identifiers;
    private readonly TimeProvider _time;

    internal CommandRunner(ServiceStorage<TContext> storage, LogSignal<TContext> signal, IdentifierSource identifiers, TimeProvider time)
    {
        _storage = storage;
        _signal = signal;
        _identifiers = identifiers;
        _time = time;
    }

    /// <summary>Carries out the command, or finds that it was carried out, and reads the answer from the committed state.</summary>
    /// <param name="command">Who asks for what.</param>
    /// <param name="change">Makes the change inside the transaction. It may run up to three times, each time in a new scope; it refuses by throwing.</param>
    /// <param name="read">Reads the answer after the commit, for the first request and for repetitions alike.</param>
    /// <param name="cancellation">Gives up; a command that was committed stays committed.</param>
    /// <exception cref="RpcException">
    /// ALREADY_EXISTS: the request id was used for another request. ABORTED: other commands came between three times; asking again may succeed.
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
        CommandContext command, Func<CommandScope<TContext>, CancellationToken, Task<CommandOutcome>> change, CancellationToken cancellation)
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
                return await TryAsync(command, hash, change, activity, cancellation);
            }
            catch (Exception failure) when (IsConflict(failure))
            {
                MessagingTelemetry.Conflicts.Add(1, new KeyValuePair<string, object?>("service", _storage.Name));
                if (attempt == Tries)
                    throw Refusal.Of(StatusCode.Aborted, Refusal.Conflict,
                        "Somebody else changed the same thing at the same moment: try again.", failure);
            }
        }
    }

    private async Task<CommandOutcome> TryAsync(
        CommandContext command, byte[] hash, Func<CommandScope<TContext>, CancellationToken, Task<CommandOutcome>> change,
        Activity? activity, CancellationToken cancellation)
    {
        var appended = false;
        var outcome = await _storage.WriteAsync(async (context, token) =>
        {
            if (await StoredRequests.FindAsync(context, command, hash, token) is { } stored)
                return stored;
            var now = TruncateToMicroseconds(_time.GetUtcNow());
            var scope = new CommandScope<TContext>(context, command, now, TraceParentOf(command, activity), _identifiers);
            var made = await change(scope, token);
            StoredRequests.Add(context, command, hash, made, now);
            appended = true;
            return made;
        }, cancellation);
        if (appended)
            _signal.Ring();
        return outcome;
    }

    // A duplicate may be the same request, or the same version of an aggregate, committed a moment ago.
    private bool IsConflict(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || (DatabaseFailure.In(failure) is { } database
            && (_storage.Dialect.IsConflict(database) || _storage.Dialect.IsDuplicate(database)));

    private static string TraceParentOf(CommandContext command, Activity? activity) =>
        (activity ?? Activity.Current)?.Id ?? command.TraceParent;

    // Both databases keep microseconds: what is answered now and what is read later are the same.
    private static DateTimeOffset TruncateToMicroseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();
}
