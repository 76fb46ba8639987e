using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Portal.Storage;

/// <summary>The portal's own database: who may sign in, who is signed in, what is half filled in, and keys.</summary>
public sealed class PortalContext(DbContextOptions<PortalContext> options) : ServiceContext(options)
{
    /// <summary>Who may sign in.</summary>
    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    /// <summary>Roles with their scopes, from a day on.</summary>
    public DbSet<AccountGrantRow> AccountGrants => Set<AccountGrantRow>();

    /// <summary>What administrators changed about accounts: an audit.</summary>
    public DbSet<AccountChangeRow> AccountChanges => Set<AccountChangeRow>();

    /// <summary>Who is or was signed in.</summary>
    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    /// <summary>Forms that are being filled in or were sent.</summary>
    public DbSet<JourneyRow> Journeys => Set<JourneyRow>();

    /// <summary>Keys of Data Protection, shared by the replicas.</summary>
    public DbSet<ProtectionKeyRow> ProtectionKeys => Set<ProtectionKeyRow>();

    /// <summary>Keys that sign people's tokens.</summary>
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    /// <inheritdoc />
    protected override void DescribeTables(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<AccountRow>().HasIndex(account => account.SignInName).IsUnique();
        model.Entity<AccountGrantRow>().HasKey(grant => new { grant.AccountId, grant.Role, grant.Scope, grant.ValidFrom });
        model.Entity<AccountGrantRow>().HasOne<AccountRow>().WithMany().HasForeignKey(grant => grant.AccountId);
        model.Entity<AccountChangeRow>(row =>
        {
            row.HasIndex(change => change.AccountId);
            row.IsAppendOnly();
        });
        model.Entity<SessionRow>().HasOne<AccountRow>().WithMany().HasForeignKey(session => session.AccountId);
        model.Entity<SessionRow>().HasIndex(session => session.ExpiresAt);
        model.Entity<JourneyRow>().HasOne<AccountRow>().WithMany().HasForeignKey(journey => journey.AccountId);
        model.Entity<JourneyRow>().HasIndex(journey => journey.StartedAt);
        model.Entity<ProtectionKeyRow>();
    }
}
