using Microsoft.EntityFrameworkCore;
using Talent.Demonstration;
using Talent.Messaging.Storage;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.SignIn;

/// <summary>An invented person that anybody may sign in as while the demonstration is on.</summary>
/// <param name="AccountId">Id of the account.</param>
/// <param name="Key">Short name, also of the radio button.</param>
/// <param name="Words">Who it is.</param>
/// <param name="Explanation">What the account may see.</param>
/// <param name="PersonId">Id of the person's record; null when it has none.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">Where it holds.</param>
public sealed record DemonstrationAccount(
    string AccountId, string Key, string Words, string Explanation, string? PersonId, string Role, Scope Scope);

/// <summary>The accounts of the demonstration, recorded at start while it is on.</summary>
public sealed class DemonstrationAccounts(ServiceStorage<PortalContext> storage, TimeProvider time) : IHostedService
{
    /// <summary>The accounts, in the order of the sign-in page.</summary>
    public static IReadOnlyList<DemonstrationAccount> All { get; } =
    [
        new(DemonstrationIdentities.DirectorAccountId, "director", "The HR director of a group",
            "Sees the posts, people and succession of the group, but not of the own post.",
            DemonstrationIdentities.DirectorPersonId, Role.GroupHrDirector, Scope.Group(DemonstrationIdentities.FirstGroupId)),
        new(DemonstrationIdentities.LeaderAccountId, "leader", "A leader",
            "Sees the own record, who may see what of it, and who read it.",
            DemonstrationIdentities.LeaderPersonId, Role.Leader, Scope.Self),
        new(DemonstrationIdentities.AcademyAccountId, "academy", "Somebody at the NHS Leadership Academy",
            "Sees the register of organisations, and of succession only what groups signed off.", null, Role.Academy, Scope.Nation),
        new(DemonstrationIdentities.AdministratorAccountId, "administrator", "The system administrator",
            "Runs imports and looks after the system. Sees no record of a person.", null, Role.Administrator, Scope.Nation),
    ];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => storage.WriteAsync(RecordAsync, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Replicas start at the same moment, so what another one has recorded already is passed over.
    private async Task<bool> RecordAsync(PortalContext context, CancellationToken cancellation)
    {
        var today = LondonCalendar.Today(time);
        foreach (var account in All)
        {
            var signInName = $"demonstration:{account.Key}";
            var recorded = await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO accounts (id, sign_in_name, person_id) VALUES ({account.AccountId}, {signInName}, {account.PersonId})
                ON CONFLICT DO NOTHING
                """,
                cancellation);
            if (recorded == 0)
                continue;
            context.AccountGrants.Add(new AccountGrantRow
            {
                AccountId = account.AccountId,
                Role = account.Role,
                Scope = account.Scope.ToString(),
                ValidFrom = today,
            });
        }
        return true;
    }
}
