using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Api;
using Talent.Succession.Domain;
using Talent.Succession.Storage;

namespace Talent.Succession.Reactions;

/// <summary>
/// What time alone changes: an external successor who has not been told within a month is withdrawn; a confidentiality that has run out
/// makes the nomination one that is not yet told, and so not endorsed. Each is a command with a request id of its own, so replicas that
/// look at the same moment do it once.
/// </summary>
/// <param name="storage">The database.</param>
/// <param name="runner">Runs commands.</param>
/// <param name="identifiers">Where identifiers come from.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where failures are reported.</param>
internal sealed class NominationExpiry(
    ServiceStorage<SuccessionContext> storage, CommandRunner<SuccessionContext> runner, IdentifierSource identifiers, TimeProvider time,
    ILogger<NominationExpiry> logger) : BackgroundService
{
    private const string Method = "succession/expire-nominations";
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Does what is due today.</summary>
    /// <returns>How many nominations were changed or withdrawn.</returns>
    public async Task<int> ExpireAsync(CancellationToken cancellation)
    {
        var today = LondonCalendar.Today(time);
        var notTold = (int)Telling.NotYetTold;
        await using var context = storage.CreateContext();
        var monthAgo = today.AddMonths(-1);
        var untold = await context.Nominations.AsNoTracking()
            .Where(row => row.PersonId == null && row.Telling == notTold && row.NominatedOn <= monthAgo).Select(row => row.Id)
            .ToListAsync(cancellation);
        var open = await context.Nominations.AsNoTracking().Where(row => row.ConfidentialUntil <= today).Select(row => row.Id)
            .ToListAsync(cancellation);
        foreach (var id in untold) await RunAsync(id, today, "untold", NominationCommands.WithdrawAsync, cancellation);
        foreach (var id in open) await RunAsync(id, today, "no-longer-confidential", OpenAsync, cancellation);
        return untold.Count + open.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ExpireAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Nominations that have run out are looked at again in {Interval}.", Interval);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task OpenAsync(CommandScope<SuccessionContext> scope, NominationRow row, CancellationToken cancellation)
    {
        var stored = await SlateStorage.LoadAsync(scope, row.PostId, cancellation);
        var opened = stored.Slate.Change(
            row.Id, before => before with { Telling = Telling.NotYetTold, Confidentiality = null, IsEndorsed = false })!;
        stored.Save();
        scope.Append(
            $"slates/{row.PostId}", opened.Version, "succession.nomination.changed.v1",
            new NominationRecorded { Nomination = NominationContract.ToEvent(row.PostId, opened) });
        await NominationCommands.WantBoardsAsync(scope, [row.PostId], cancellation);
    }

    private Task<CommandOutcome> RunAsync(
        string nominationId, DateOnly day, string reason,
        Func<CommandScope<SuccessionContext>, NominationRow, CancellationToken, Task> change, CancellationToken cancellation)
    {
        var request = $"{reason} {nominationId} {day.ToString("O", CultureInfo.InvariantCulture)}";
        var command = new CommandContext(
            SuccessionService.Name, Method, request, new StringValue { Value = request }, identifiers.Next());
        return runner.RunAsync(
            command,
            async (scope, token) =>
            {
                // Withdrawn or told in between: nothing is left to do.
                if (await scope.Context.Nominations.FindAsync([nominationId], token) is not { } row)
                    return new CommandOutcome([nominationId], "");
                await change(scope, row, token);
                return new CommandOutcome([nominationId], "").About(row.Subjects);
            }, cancellation);
    }
}
