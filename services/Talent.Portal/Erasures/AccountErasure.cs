using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.Portal.Storage;

namespace Talent.Portal.Erasures;

/// <summary>
/// Closes the account of an erased person and forgets by which name it signed in, ends its sessions, and deletes forms that it filled in or
/// that are about the person. What is left is the account's id, the actor of what was done under it. An account without its record could
/// not be told which posts are its own, so it does not stay open.
/// </summary>
public sealed class AccountErasure : IPersonErasure<PortalContext>
{
    /// <inheritdoc />
    public async Task<int> EraseAsync(CommandScope<PortalContext> command, string personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        var (database, now) = (command.Context, command.Now);
        var accounts = await database.Accounts.Where(account => account.PersonId == personId).Select(account => account.Id)
            .ToListAsync(cancellation);
        var sessions = await database.Sessions.Where(session => accounts.Contains(session.AccountId)).ExecuteDeleteAsync(cancellation);
        var journeys = await database.Journeys
            .Where(journey => accounts.Contains(journey.AccountId) || journey.Subject == personId || journey.Answers.Contains(personId))
            .ExecuteDeleteAsync(cancellation);
        var closed = await database.Accounts.Where(account => accounts.Contains(account.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(account => account.PersonId, (string?)null)
                .SetProperty(account => account.SignInName, account => "erased:" + account.Id)
                .SetProperty(account => account.ClosedAt, account => account.ClosedAt ?? now),
            cancellation);
        return sessions + journeys + closed;
    }
}
