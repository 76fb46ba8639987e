using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Tests.Sample;

/// <summary>A service as small as can be.</summary>
public sealed class SampleContext(DbContextOptions<SampleContext> options) : ServiceContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ProjectedTotal> ProjectedTotals => Set<ProjectedTotal>();

    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    protected override void DescribeTables(ModelBuilder model)
    {
        model.Entity<Account>();
        model.Entity<ProjectedTotal>().HasKey(each => new { each.Source, each.AccountId });
    }
}
