using Microsoft.EntityFrameworkCore;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.SignIn;

/// <summary>Who may sign in, found by what the provider says.</summary>
public sealed class Accounts(ServiceStorage<PortalContext> storage, IdentifierSource identifiers, TimeProvider time)
{
    /// <summary>The name under which an account is found: who vouches for the person, and as whom.</summary>
    public static string NameOf(string issuer, string subject) => $"{issuer.TrimEnd('/')}|{subject}";

    /// <summary>What the provider calls the person, out of the name under which an account is found.</summary>
    public static string SubjectOf(string signInName)
    {
        ArgumentNullException.ThrowIfNull(signInName);
        return signInName[(signInName.IndexOf('|', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>Id of the account of a name; null when nobody of that name may sign in.</summary>
    public async Task<string?> FindAsync(string signInName, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        return await context.Accounts.AsNoTracking().Where(account => account.SignInName == signInName && account.ClosedAt == null)
            .Select(account => account.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Records an account with a role where the name has none yet.</summary>
    public Task RecordAsync(string signInName, string role, Scope scope, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (id, today) = (identifiers.Next(), LondonCalendar.Today(time));
        return storage.WriteAsync(
            async (context, token) =>
            {
                var recorded = await context.Database.ExecuteSqlAsync(
                    $"INSERT INTO accounts (id, sign_in_name) VALUES ({id}, {signInName}) ON CONFLICT DO NOTHING", token);
                if (recorded > 0)
                    context.AccountGrants.Add(new AccountGrantRow { AccountId = id, Role = role, Scope = scope.ToString(), ValidFrom = today });
                return recorded;
            },
            cancellation);
    }
}
