using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Reactions;
using Talent.Succession.Api;
using Talent.Succession.Storage;

namespace Talent.Succession.Reactions;

/// <summary>When a person's record is erased, every nomination of the person is withdrawn.</summary>
/// <param name="runner">Runs commands.</param>
internal sealed class WithdrawErased(CommandRunner<SuccessionContext> runner) : IReaction
{
    /// <inheritdoc />
    public string Source => "development";

    /// <inheritdoc />
    public string Rule => "withdraw-erased";

    /// <inheritdoc />
    public async Task ReactAsync(Event happened, CommandContext command, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Type != "development.person.erased.v1") return;
        var person = PersonErased.Parser.ParseFrom(happened.Payload).PersonId;
        await runner.RunAsync(
            command,
            async (scope, token) =>
            {
                var rows = await scope.Context.Nominations.Where(row => row.PersonId == person).ToListAsync(token);
                foreach (var row in rows) await NominationCommands.WithdrawAsync(scope, row, token);
                // The event, not the person: a stored answer must not bring the id back.
                return new CommandOutcome([happened.Id], "");
            }, cancellation);
    }
}
