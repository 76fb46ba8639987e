using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Talent.Messaging.Storage;

namespace Talent.Roles.Storage;

/// <summary>The database of the Roles service.</summary>
public sealed class RolesContext(DbContextOptions<RolesContext> options) : ServiceContext(options)
{
    // PostgreSQL sorts text by the database's language unless told otherwise; pages need one order everywhere.
    private const string ByteOrder = "C";

    /// <summary>Organisations.</summary>
    public DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();

    /// <summary>Names and memberships of organisations.</summary>
    public DbSet<OrganisationValueRow> OrganisationValues => Set<OrganisationValueRow>();

    /// <summary>What followed what.</summary>
    public DbSet<OrganisationSuccessionRow> OrganisationSuccessions => Set<OrganisationSuccessionRow>();

    /// <summary>Groups.</summary>
    public DbSet<GroupRow> Groups => Set<GroupRow>();

    /// <summary>Posts.</summary>
    public DbSet<PostRow> Posts => Set<PostRow>();

    /// <summary>Appointments.</summary>
    public DbSet<AppointmentRow> Appointments => Set<AppointmentRow>();

    /// <summary>Imports.</summary>
    public DbSet<ImportRow> Imports => Set<ImportRow>();

    /// <summary>Files of imports.</summary>
    public DbSet<ImportFileRow> ImportFiles => Set<ImportFileRow>();

    /// <summary>Remarks of import reports.</summary>
    public DbSet<ImportRemarkRow> ImportRemarks => Set<ImportRemarkRow>();

    /// <summary>Keys of the service's own tokens.</summary>
    public DbSet<SigningKeyRow> SigningKeys => Set<SigningKeyRow>();

    /// <inheritdoc/>
    protected override void DescribeTables(ModelBuilder model)
    {
        DescribeRegister(model);
        DescribePosts(model);
        model.Entity<ImportRow>(row => row.HasKey(each => each.Id));
        model.Entity<ImportFileRow>(row => row.HasKey(each => each.ImportId));
        model.Entity<ImportRemarkRow>(row => row.HasKey(each => new { each.ImportId, each.Place }));
    }

    private void DescribeRegister(ModelBuilder model)
    {
        model.Entity<OrganisationRow>(row =>
        {
            InByteOrder(row.Property(each => each.Code));
            row.HasKey(each => each.Code);
            row.HasIndex(each => each.ParentCode);
            row.HasMany(each => each.Values).WithOne().HasForeignKey(each => each.Code);
        });
        model.Entity<OrganisationValueRow>(row =>
        {
            InByteOrder(row.Property(each => each.Code));
            row.HasKey(each => new { each.Code, each.Field, each.Place });
            row.HasIndex(each => new { each.Field, each.Value });
        });
        model.Entity<OrganisationSuccessionRow>(row => row.HasKey(each => new { each.Predecessor, each.Successor }));
        model.Entity<GroupRow>(row =>
        {
            InByteOrder(row.Property(each => each.Title));
            InByteOrder(row.Property(each => each.Id));
            row.HasIndex(each => new { each.Title, each.Id });
            row.HasMany(each => each.Members).WithOne().HasForeignKey(each => each.GroupId);
        });
        model.Entity<GroupMemberRow>(row =>
        {
            row.ToTable("group_members");
            InByteOrder(row.Property(each => each.GroupId));
            row.HasKey(each => new { each.GroupId, each.Place });
            row.HasIndex(each => each.OrganisationCode);
        });
    }

    private void DescribePosts(ModelBuilder model)
    {
        model.Entity<PostRow>(row =>
        {
            InByteOrder(row.Property(each => each.Title));
            InByteOrder(row.Property(each => each.Id));
            row.HasIndex(each => new { each.Title, each.Id });
            row.HasIndex(each => each.GroupId);
            row.HasMany(each => each.Served).WithOne().HasForeignKey(each => each.PostId);
            row.HasMany(each => each.Deputies).WithOne().HasForeignKey(each => each.PostId);
            row.HasMany(each => each.Appointments).WithOne().HasForeignKey(each => each.PostId);
        });
        model.Entity<PostServedRow>(row =>
        {
            row.ToTable("post_served");
            InByteOrder(row.Property(each => each.PostId));
            row.HasKey(each => new { each.PostId, each.Place });
            row.HasIndex(each => each.OrganisationCode);
        });
        model.Entity<PostDeputyRow>(row =>
        {
            row.ToTable("post_deputies");
            InByteOrder(row.Property(each => each.PostId));
            row.HasKey(each => new { each.PostId, each.Place });
        });
        model.Entity<AppointmentRow>(row =>
        {
            InByteOrder(row.Property(each => each.PostId));
            row.HasIndex(each => each.PostId);
            row.HasIndex(each => each.PersonId);
            row.HasMany(each => each.Terms).WithOne().HasForeignKey(each => each.AppointmentId);
        });
        model.Entity<AppointmentTermRow>(row =>
        {
            row.ToTable("appointment_terms");
            row.HasKey(each => new { each.AppointmentId, each.Place });
        });
    }

    private void InByteOrder(PropertyBuilder<string> property)
    {
        if (Database.IsNpgsql())
            property.UseCollation(ByteOrder);
    }
}
