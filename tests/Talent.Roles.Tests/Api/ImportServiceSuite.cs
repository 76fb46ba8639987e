using Google.Protobuf;
using Talent.Roles.Imports;
using Talent.Roles.Tests.Hosting;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Tests.Hosting.Arrangement;
using ImportRemarkKind = Talent.Roles.V1.ImportRemarkKind;

namespace Talent.Roles.Tests.Api;

/// <summary>The shipped register through the RPCs, on either database.</summary>
public abstract class ImportServiceSuite(RolesHost host)
{
    [Fact(Timeout = 120_000)]
    public async Task Import_TheShippedFiles_GivesTheNumbersAndNothingTheSecondTime()
    {
        var imports = await ImportAllAsync();
        var events = await host.CountEventsAsync();

        Assert.All(imports, import => Assert.Equal((ImportState.Applied, import.RowsTotal), (import.State, import.Created)));
        Assert.Equal("274 organisations, 202 open, 72 closed", imports[3].Summary);
        Assert.Equal("37 successions of 36 predecessors, 36 closed organisations without a known successor", imports[4].Summary);
        Assert.Equal(("339 sites, 310 linked, 29 unlinked", 29), (imports[5].Summary, imports[5].Unknown));
        // One event for each organisation and succession, and one for each of the 23 successors whose earlier name became known.
        Assert.Equal((7 + 48 + 274 + 339) + (16 + 37) + 23, events);
        var administrator = await host.AdministratorAsync();
        var successions = await host.Organisations.ListOrganisationSuccessionsAsync(new(), administrator);
        Assert.Equal((16 + 37, 36), (successions.Successions.Count, successions.ClosedWithoutSuccessor.Count));
        var open = await host.Organisations.ListOrganisationsAsync(
            new() { OpenOn = ReferenceFile.AsOf.ToDate(), Kinds = { OrganisationKind.Trust, OrganisationKind.FoundationTrust } },
            administrator);
        Assert.Equal(202, open.TotalSize);

        var again = await ImportAllAsync();

        Assert.All(again, import => Assert.Equal(
            (ImportState.Applied, 0, 0, import.RowsTotal), (import.State, import.Created, import.Changed, import.Unchanged)));
        Assert.Equal(events, await host.CountEventsAsync());
        await ABadFileChangesNothingAsync(events);
    }

    [Fact]
    public async Task CreateImport_OfADayToCome_IsRefused()
    {
        var request = Request(ImportFileKind.Regions, "code,name\nY01,North\n");
        request.AsOf = RolesHost.Today.AddDays(1).ToDate();

        var refused = await RefusedAsync(host.Imports.CreateImportAsync(request, await host.AdministratorAsync()));

        Assert.Equal("as_of", refused.Fields[0].Field);
    }

    [Fact]
    public async Task CreateImport_OfNoKindOrNoContent_IsRefused()
    {
        var kind = await RefusedAsync(host.Imports.CreateImportAsync(
            Request(ImportFileKind.Unspecified, "x"), await host.AdministratorAsync()));
        var content = await RefusedAsync(host.Imports.CreateImportAsync(
            Request(ImportFileKind.Regions, ""), await host.AdministratorAsync()));

        Assert.Equal(("kind", "content"), (kind.Fields[0].Field, content.Fields[0].Field));
    }

    private async Task ABadFileChangesNothingAsync(int events)
    {
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var request = Request(ImportFileKind.Regions, "code,name\nY56,London renamed\nY 1,North\nY56,\n");
        var import = await RunAsync(request);

        Assert.Equal((ImportState.Refused, 0, 2), (import.State, import.Created + import.Changed, import.Errors));
        Assert.Equal(events, await host.CountEventsAsync());
        var administrator = await host.AdministratorAsync();
        var report = new ListImportRemarksRequest { ImportId = import.Id, PageSize = 1 };
        var first = await host.Imports.ListImportRemarksAsync(report, administrator);
        report.PageToken = first.NextPageToken;
        var second = await host.Imports.ListImportRemarksAsync(report, administrator);
        var remarks = first.Remarks.Concat(second.Remarks).ToList();
        Assert.Equal([(3, "code"), (4, "name")], remarks.Select(remark => (remark.Line, remark.Column)));
        Assert.All(remarks, remark => Assert.Equal(ImportRemarkKind.Error, remark.Kind));
        Assert.Empty(second.NextPageToken);
        var listed = await host.Imports.ListImportsAsync(new() { PageSize = 1 }, administrator);
        Assert.Equal(import.Id, Assert.Single(listed.Imports).Id);
        Assert.NotEmpty(listed.NextPageToken);
    }

    private async Task<IReadOnlyList<Import>> ImportAllAsync()
    {
        var imports = new List<Import>();
        foreach (var file in ReferenceFile.All)
        {
            imports.Add(await RunAsync(new()
            {
                RequestId = NewId(),
                Kind = (ImportFileKind)file.Kind,
                FileName = file.Name,
                AsOf = ReferenceFile.AsOf.ToDate(),
                Content = ByteString.CopyFrom(file.Read()),
            }));
        }
        return imports;
    }

    private async Task<Import> RunAsync(CreateImportRequest request)
    {
        var administrator = await host.AdministratorAsync();
        var created = await host.Imports.CreateImportAsync(request, administrator);
        Assert.Equal(ImportState.Waiting, created.Import.State);
        while (true)
        {
            var import = (await host.Imports.GetImportAsync(new() { Id = created.Import.Id }, administrator)).Import;
            if (import.FinishedAt is not null)
                return import;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static CreateImportRequest Request(ImportFileKind kind, string text) => new()
    {
        RequestId = NewId(),
        Kind = kind,
        Content = ByteString.CopyFromUtf8(text),
    };
}

public sealed class ImportServiceOnSqliteTests(SqliteRoles host) : ImportServiceSuite(host), IClassFixture<SqliteRoles>;

public sealed class ImportServiceOnPostgresTests(PostgresRoles host) : ImportServiceSuite(host), IClassFixture<PostgresRoles>;
