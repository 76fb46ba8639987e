using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.Succession.Api;
using Talent.Succession.Storage;

namespace Talent.Succession.Reactions;

/// <summary>
/// When a person's record is erased, every nomination of the person is withdrawn, and nothing says any more who read of them.
/// </summary>
internal sealed class WithdrawErased : IPersonErasure<SuccessionContext>
{
    /// <inheritdoc />
    public async Task<int> EraseAsync(CommandScope<SuccessionContext> command, string personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        var rows = await command.Context.Nominations.Where(row => row.PersonId == personId).ToListAsync(cancellation);
        foreach (var row in rows) await NominationCommands.WithdrawAsync(command, row, cancellation);
        var read = await command.Context.SlateReadPeople.Where(row => row.PersonId == personId).ExecuteDeleteAsync(cancellation);
        return rows.Count + read;
    }
}
