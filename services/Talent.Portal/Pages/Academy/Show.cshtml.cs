using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Academy;

/// <summary>A region with what the register says of it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Trusts">Trusts and foundation trusts that are open in it.</param>
/// <param name="Boards">Integrated care boards that are open in it.</param>
/// <param name="Groups">Groups whose return goes to it.</param>
public sealed record RegionRow(string Code, string Name, int Trusts, int Boards, int Groups);

/// <summary>The NHS Leadership Academy's page: the register by region. National figures come only from returns that groups sign off.</summary>
[Permits(Permission.ReadRegister)]
public sealed class ShowModel(
    OrganisationService.OrganisationServiceClient organisations, GroupDirectory groups, TimeProvider time) : PortalPage
{
    /// <summary>The regions, by name.</summary>
    public IReadOnlyList<RegionRow> Regions { get; private set; } = [];

    /// <summary>Groups that the register holds.</summary>
    public int Groups { get; private set; }

    /// <summary>Reads the register.</summary>
    public async Task OnGetAsync()
    {
        Describe("NHS Leadership Academy", Home);
        var today = LondonCalendar.Today(time);
        var all = await groups.AllAsync(Aborted);
        Groups = all.Count;
        var found = await organisations.ListOrganisationsAsync(
            new ListOrganisationsRequest { PageSize = 100, OpenOn = today.ToDate(), Kinds = { OrganisationKind.Region } },
            cancellationToken: Aborted);
        var rows = new List<RegionRow>();
        foreach (var region in found.Organisations)
        {
            rows.Add(new RegionRow(
                region.Code,
                DatedValues.At(region.Names, today) ?? region.Code,
                await CountAsync(region.Code, today, OrganisationKind.Trust, OrganisationKind.FoundationTrust),
                await CountAsync(region.Code, today, OrganisationKind.IntegratedCareBoard),
                all.Count(group => group.RegionCode == region.Code)));
        }
        Regions = [.. rows.OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<int> CountAsync(string region, DateOnly today, params OrganisationKind[] kinds)
    {
        var request = new ListOrganisationsRequest { PageSize = 1, OpenOn = today.ToDate(), RegionCode = region, Kinds = { kinds } };
        return (await organisations.ListOrganisationsAsync(request, cancellationToken: Aborted)).TotalSize;
    }
}
