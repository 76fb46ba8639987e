using Microsoft.EntityFrameworkCore;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.SignIn;

/// <summary>A role that is asked for somebody who signs in at the provider.</summary>
/// <param name="SignInName">Under which name the account is found (<see cref="Accounts.NameOf"/>).</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="PersonId">Id of the person's record; null: not known, or the account has it already.</param>
public sealed record AccessAsked(string SignInName, string Role, Scope Scope, DateOnly From, string? PersonId);

/// <summary>What became of a role that was asked for.</summary>
public enum GrantOutcome
{
    /// <summary>It is granted.</summary>
    Granted,

    /// <summary>The account holds it already; if a record was given, it is linked now.</summary>
    HeldAlready,

    /// <summary>Refused: the account is linked to another record.</summary>
    LinkedElsewhere,
}

/// <summary>What became of a role that was to end.</summary>
public enum EndOutcome
{
    /// <summary>It ends: it no longer holds.</summary>
    Ended,

    /// <summary>There is no such role that could end.</summary>
    NotHeld,

    /// <summary>Refused: nobody could grant access any more.</summary>
    LastAdministrator,
}

/// <summary>An account with what it was granted.</summary>
/// <param name="Account">The account.</param>
/// <param name="Grants">Its roles that hold or will hold, by role.</param>
public sealed record AccountAccess(AccountRow Account, IReadOnlyList<AccountGrantRow> Grants);

/// <summary>Grants roles to accounts and ends them; every change is noted with who made it.</summary>
public sealed class AccessGrants(ServiceStorage<PortalContext> storage, IdentifierSource identifiers, TimeProvider time)
{
    /// <summary>The accounts that are open, in the order in which they were made.</summary>
    /// <param name="after">Id of the account after which they start; empty: the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<AccountAccess>> ListAsync(string after, int most, CancellationToken cancellation)
    {
        var today = LondonCalendar.Today(time);
        await using var context = storage.CreateContext();
        var accounts = await context.Accounts.AsNoTracking().Where(account => account.ClosedAt == null && account.Id.CompareTo(after) > 0)
            .OrderBy(account => account.Id).Take(most).ToListAsync(cancellation);
        var ids = accounts.Select(account => account.Id).ToList();
        var grants = await context.AccountGrants.AsNoTracking()
            .Where(grant => ids.Contains(grant.AccountId) && (grant.ValidUntil == null || grant.ValidUntil > today))
            .OrderBy(grant => grant.Role).ThenBy(grant => grant.Scope).ToListAsync(cancellation);
        var byAccount = grants.ToLookup(grant => grant.AccountId);
        return [.. accounts.Select(account => new AccountAccess(account, [.. byAccount[account.Id]]))];
    }

    /// <summary>What was changed last, newest first.</summary>
    public async Task<IReadOnlyList<AccountChangeRow>> ChangesAsync(int most, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        return await context.AccountChanges.AsNoTracking().OrderByDescending(change => change.Id).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Grants a role; the first one opens the account.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="changedBy">Id of the account under which it is granted.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<GrantOutcome> GrantAsync(AccessAsked asked, string changedBy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var id = identifiers.Next();
        return storage.WriteAsync(
            async (context, token) =>
            {
                await context.Database.ExecuteSqlAsync(
                    $"INSERT INTO accounts (id, sign_in_name) VALUES ({id}, {asked.SignInName}) ON CONFLICT DO NOTHING", token);
                var account = await context.Accounts.SingleAsync(each => each.SignInName == asked.SignInName, token);
                if (asked.PersonId is not null && account.PersonId is not null && account.PersonId != asked.PersonId)
                    return GrantOutcome.LinkedElsewhere;
                if (asked.PersonId is not null && account.PersonId is null)
                {
                    account.PersonId = asked.PersonId;
                    context.AccountChanges.Add(Change(account.Id, changedBy, "linked"));
                }
                return await GrantAsync(context, account.Id, asked, changedBy, token);
            },
            cancellation);
    }

    /// <summary>Ends a role at once; one that has not begun never begins.</summary>
    /// <param name="accountId">Id of the account.</param>
    /// <param name="role">The role.</param>
    /// <param name="scope">Its scope as it is written.</param>
    /// <param name="changedBy">Id of the account under which it is ended.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<EndOutcome> EndAsync(string accountId, string role, string scope, string changedBy, CancellationToken cancellation)
    {
        var today = LondonCalendar.Today(time);
        return storage.WriteAsync(
            async (context, token) =>
            {
                var grants = await Lasting(context, today)
                    .Where(grant => grant.AccountId == accountId && grant.Role == role && grant.Scope == scope).ToListAsync(token);
                if (grants.Count == 0)
                    return EndOutcome.NotHeld;
                if (role == Role.Administrator && !await HasOtherAdministratorAsync(context, accountId, today, token))
                    return EndOutcome.LastAdministrator;
                foreach (var grant in grants)
                {
                    grant.ValidUntil = grant.ValidFrom > today ? grant.ValidFrom : today;
                    context.AccountChanges.Add(Change(accountId, changedBy, "ended", role, scope, grant.ValidUntil));
                }
                return EndOutcome.Ended;
            },
            cancellation);
    }

    private async Task<GrantOutcome> GrantAsync(
        PortalContext context, string accountId, AccessAsked asked, string changedBy, CancellationToken cancellation)
    {
        var scope = asked.Scope.ToString();
        var same = await context.AccountGrants
            .Where(grant => grant.AccountId == accountId && grant.Role == asked.Role && grant.Scope == scope).ToListAsync(cancellation);
        if (same.Exists(grant => grant.ValidFrom <= asked.From && (grant.ValidUntil == null || grant.ValidUntil > asked.From)))
            return GrantOutcome.HeldAlready;
        if (same.Find(grant => grant.ValidFrom == asked.From) is { } ended)
            ended.ValidUntil = null;
        else
        {
            context.AccountGrants.Add(
                new AccountGrantRow { AccountId = accountId, Role = asked.Role, Scope = scope, ValidFrom = asked.From });
        }
        context.AccountChanges.Add(Change(accountId, changedBy, "granted", asked.Role, scope, asked.From));
        return GrantOutcome.Granted;
    }

    private static async Task<bool> HasOtherAdministratorAsync(
        PortalContext context, string accountId, DateOnly today, CancellationToken cancellation) =>
        await context.AccountGrants
            .Where(grant => grant.Role == Role.Administrator && grant.AccountId != accountId)
            .Where(grant => grant.ValidFrom <= today && grant.ValidUntil == null)
            .AnyAsync(grant => context.Accounts.Any(account => account.Id == grant.AccountId && account.ClosedAt == null), cancellation);

    private static IQueryable<AccountGrantRow> Lasting(PortalContext context, DateOnly today) => context.AccountGrants
        .Where(grant => grant.ValidUntil == null || (grant.ValidUntil > today && grant.ValidUntil > grant.ValidFrom));

    private AccountChangeRow Change(
        string accountId, string changedBy, string what, string role = "", string scope = "", DateOnly? day = null) => new()
        {
            Id = identifiers.Next(),
            AccountId = accountId,
            ChangedBy = changedBy,
            ChangedAt = time.GetUtcNow(),
            What = what,
            Role = role,
            Scope = scope,
            Day = day,
        };
}
