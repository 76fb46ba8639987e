using Microsoft.EntityFrameworkCore;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.SignIn;

/// <summary>
/// Who is signed in. A session ends when somebody signs out, when it is taken back, after twelve hours, or after two hours without use;
/// roles are read anew for every request, so a grant that ends takes effect at once.
/// </summary>
public sealed class Sessions(ServiceStorage<PortalContext> storage, IdentifierSource identifiers, TimeProvider time)
{
    /// <summary>No session lasts longer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromHours(12);

    /// <summary>A session that is not used this long is over.</summary>
    public static TimeSpan Idle { get; } = TimeSpan.FromHours(2);

    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    /// <summary>Starts a session of an account.</summary>
    /// <returns>Its id; null when there is no such account, or it is closed.</returns>
    public async Task<string?> StartAsync(string accountId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var session = new SessionRow
        {
            Id = identifiers.Next(),
            AccountId = accountId,
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + Longest,
        };
        return await storage.WriteAsync(
            async (context, token) =>
            {
                if (!await context.Accounts.AnyAsync(account => account.Id == accountId && account.ClosedAt == null, token))
                    return null;
                await context.Sessions.Where(each => each.ExpiresAt < now).ExecuteDeleteAsync(token);
                context.Sessions.Add(session);
                return session.Id;
            },
            cancellation);
    }

    /// <summary>Who uses a session, with the roles that hold today. Null: the session is over.</summary>
    public Task<Caller?> FindAsync(string sessionId, CancellationToken cancellation) => ReadAsync(sessionId, used: true, cancellation);

    /// <summary>Who a session belongs to, with the roles that hold today; it is not used by that. Null: the session is over.</summary>
    public Task<Caller?> LookUpAsync(string sessionId, CancellationToken cancellation) => ReadAsync(sessionId, used: false, cancellation);

    /// <summary>Ends a session; one that is over already stays so.</summary>
    public Task RevokeAsync(string sessionId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return storage.WriteAsync(
            (context, token) => context.Sessions.Where(session => session.Id == sessionId && session.RevokedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.RevokedAt, now), token),
            cancellation);
    }

    private async Task<Caller?> ReadAsync(string sessionId, bool used, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = storage.CreateContext();
        var found = await context.Sessions.AsNoTracking()
            .Where(session => session.Id == sessionId && session.RevokedAt == null && session.ExpiresAt > now && session.SeenAt > now - Idle)
            .Join(
                context.Accounts.Where(account => account.ClosedAt == null), session => session.AccountId, account => account.Id,
                (session, account) => new { session.SeenAt, account.Id, account.PersonId })
            .SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        if (used && now - found.SeenAt > SeenWithin)
            await SeeAsync(sessionId, now, cancellation);
        var today = LondonCalendar.Today(time);
        var grants = await context.AccountGrants.AsNoTracking()
            .Where(grant => grant.AccountId == found.Id && grant.ValidFrom <= today && (grant.ValidUntil == null || grant.ValidUntil > today))
            .OrderBy(grant => grant.Role).ThenBy(grant => grant.Scope)
            .ToListAsync(cancellation);
        return Caller.Person(found.Id, found.PersonId, [.. grants.Select(Read)]);
    }

    private Task<int> SeeAsync(string sessionId, DateTimeOffset now, CancellationToken cancellation) => storage.WriteAsync(
        (context, token) => context.Sessions.Where(session => session.Id == sessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now), token),
        cancellation);

    private static Grant Read(AccountGrantRow grant) => Scope.TryParse(grant.Scope, out var scope)
        ? new Grant(grant.Role, scope)
        : throw new InvalidOperationException($"The scope '{grant.Scope}' of an account is not one: correct it in account_grants.");
}
