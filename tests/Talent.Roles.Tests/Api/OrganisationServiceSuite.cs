using Grpc.Core;
using Talent.Roles.Tests.Hosting;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Tests.Hosting.Arrangement;

namespace Talent.Roles.Tests.Api;

/// <summary>What holds for the register and its groups on either database.</summary>
public abstract class OrganisationServiceSuite(RolesHost host)
{
    [Fact]
    public async Task BatchCreateOrganisations_ReadBack_IsEqual()
    {
        var group = await MakeAsync(host);

        var read = await host.Organisations.GetOrganisationAsync(new() { Code = group.First }, await host.AdministratorAsync());

        var expected = group.Trust(group.First);
        expected.Etag = "1";
        expected.Names[0].Period.End = null;
        Assert.Equal(expected, read.Organisation);
        Assert.Equal(
            ["roles.organisation.recorded.v1"], (await host.EventsAsync($"organisations/{group.First}")).Select(row => row.Type));
    }

    [Fact]
    public async Task BatchCreateOrganisations_ACodeInUse_RecordsNone()
    {
        var group = await MakeAsync(host);
        var fresh = host.NextCode();

        var refused = await RefusedAsync(host.Organisations.BatchCreateOrganisationsAsync(
            new() { RequestId = NewId(), Organisations = { group.Trust(fresh), group.Trust(group.First) } },
            await host.AdministratorAsync()));

        Assert.Equal((StatusCode.AlreadyExists, "ORGANISATION_EXISTS"), (refused.Code, refused.Reason));
        var missing = await RefusedAsync(host.Organisations.GetOrganisationAsync(new() { Code = fresh }, await host.AdministratorAsync()));
        Assert.Equal(StatusCode.NotFound, missing.Code);
    }

    [Fact]
    public async Task BatchCreateOrganisations_ASiteOfNoTrust_IsRefused()
    {
        var site = new Organisation
        {
            Code = host.NextCode(),
            Kind = OrganisationKind.Site,
            Names = { Dated("Site") },
            ParentCode = "X0000",
        };

        var refused = await RefusedAsync(host.Organisations.BatchCreateOrganisationsAsync(
            new() { RequestId = NewId(), Organisations = { site } }, await host.AdministratorAsync()));

        Assert.Equal("parent_code", refused.Fields[0].Field);
    }

    [Fact]
    public async Task ListOrganisations_ByRegionNameAndDay_GivesThoseThatFit()
    {
        var group = await MakeAsync(host);
        var request = new ListOrganisationsRequest { RegionCode = group.Region, NameContains = $"{group.First.ToLowerInvariant()} inv" };

        var found = await host.Organisations.ListOrganisationsAsync(request, await host.AdministratorAsync());
        request.OpenOn = Opened.AddDays(-1).ToDate();
        var before = await host.Organisations.ListOrganisationsAsync(request, await host.AdministratorAsync());

        Assert.Equal([group.First], found.Organisations.Select(one => one.Code));
        Assert.Equal(1, found.TotalSize);
        Assert.Equal(0, before.TotalSize);
    }

    [Fact]
    public async Task ListOrganisations_InPages_GivesEachOnceByCode()
    {
        var (one, two) = (await MakeAsync(host), await MakeAsync(host));
        var codes = new List<string>();
        var request = new ListOrganisationsRequest { Codes = { one.First, one.Second, two.First, two.Second }, PageSize = 3 };
        do
        {
            var page = await host.Organisations.ListOrganisationsAsync(request, await host.AdministratorAsync());
            Assert.Equal(4, page.TotalSize);
            codes.AddRange(page.Organisations.Select(each => each.Code));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(new[] { one.First, one.Second, two.First, two.Second }.Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public async Task CreateGroup_WithAnUnknownMember_IsRefused()
    {
        var refused = await RefusedAsync(host.Organisations.CreateGroupAsync(
            new() { RequestId = NewId(), Group = new() { Title = "Group", Members = { Dated("X0000") } } },
            await host.AdministratorAsync()));

        Assert.Equal("members", refused.Fields[0].Field);
    }

    [Fact]
    public async Task UpdateGroup_NamedFields_ChangesThoseAlone()
    {
        var group = await MakeAsync(host);
        var change = new Group { Id = group.GroupId, Etag = "1", CriticalityAgreedOn = Opened.ToDate(), Members = { Dated(group.First) } };

        var answer = await host.Organisations.UpdateGroupAsync(
            new() { RequestId = NewId(), Group = change, UpdateMask = { "criticality_agreed_on", "members" } },
            await host.AdministratorAsync());

        Assert.Equal(Opened.ToDate(), answer.Group.CriticalityAgreedOn);
        Assert.Equal([group.First], answer.Group.Members.Select(member => member.Value));
        Assert.Equal(("Invented Group", "2"), (answer.Group.Title, answer.Group.Etag));
        Assert.Equal("roles.group.changed.v1", (await host.EventsAsync($"groups/{group.GroupId}"))[^1].Type);
    }

    [Fact]
    public async Task UpdateGroup_AStaleEtag_Aborts()
    {
        var group = await MakeAsync(host);

        var refused = await RefusedAsync(host.Organisations.UpdateGroupAsync(
            new() { RequestId = NewId(), Group = new() { Id = group.GroupId, Etag = "7", Title = "x" }, UpdateMask = { "title" } },
            await host.AdministratorAsync()));

        Assert.Equal(StatusCode.Aborted, refused.Code);
    }
}

public sealed class OrganisationServiceOnSqliteTests(SqliteRoles host) : OrganisationServiceSuite(host), IClassFixture<SqliteRoles>;

public sealed class OrganisationServiceOnPostgresTests(PostgresRoles host) : OrganisationServiceSuite(host), IClassFixture<PostgresRoles>;
