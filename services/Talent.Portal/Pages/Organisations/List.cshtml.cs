using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Organisations;

/// <summary>Finds organisations of the register by name.</summary>
[Permits(Permission.ReadRegister)]
public sealed class ListModel(OrganisationService.OrganisationServiceClient organisations, TimeProvider time) : PortalPage
{
    /// <summary>The text looked for in names; empty for every name.</summary>
    [BindProperty(SupportsGet = true, Name = "name")]
    public string? Name { get; set; }

    /// <summary>Where the last page ended; empty for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>Whether closed organisations are wanted too.</summary>
    [BindProperty(SupportsGet = true, Name = "closed")]
    public bool Closed { get; set; }

    /// <summary>What was found.</summary>
    public ListOrganisationsResponse Found { get; private set; } = new();

    /// <summary>The day in London.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Looks for organisations.</summary>
    public async Task OnGetAsync()
    {
        Describe("Organisations", Home);
        Today = LondonCalendar.Today(time);
        var request = new ListOrganisationsRequest { PageSize = 50, PageToken = After ?? "", NameContains = Name?.Trim() ?? "" };
        if (!Closed)
            request.OpenOn = Today.ToDate();
        Found = await organisations.ListOrganisationsAsync(request, cancellationToken: Aborted);
    }

    /// <summary>The name that an organisation has today.</summary>
    public string NameOf(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return DatedValues.At(organisation.Names, Today) ?? organisation.Code;
    }
}
