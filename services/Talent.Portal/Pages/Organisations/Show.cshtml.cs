using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Organisations;

/// <summary>An organisation of the register: its names, places and successions over time, its sites, and the posts that serve it.</summary>
[Permits(Permission.ReadRegister)]
public sealed class ShowModel(
    OrganisationService.OrganisationServiceClient organisations, OrganisationDirectory directory, PostDirectory posts,
    PeopleDirectory people, TimeProvider time) : PortalPage
{
    /// <summary>The organisation.</summary>
    public Organisation Organisation { get; private set; } = new();

    /// <summary>What it followed and what followed it.</summary>
    public ListOrganisationSuccessionsResponse Successions { get; private set; } = new();

    /// <summary>Its hospitals and sites.</summary>
    public IReadOnlyList<Organisation> Sites { get; private set; } = [];

    /// <summary>Names of the organisations the page mentions.</summary>
    public OrganisationNames Names { get; private set; } = null!;

    /// <summary>The posts that serve it; null when the caller may not see posts.</summary>
    public PostTable? Posts { get; private set; }

    /// <summary>The day in London.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Reads the organisation.</summary>
    public async Task OnGetAsync(string code)
    {
        Organisation = (await organisations.GetOrganisationAsync(new GetOrganisationRequest { Code = code }, cancellationToken: Aborted))
            .Organisation;
        Today = LondonCalendar.Today(time);
        Describe(DatedValues.At(Organisation.Names, Today) ?? code, Home, new Link("Organisations", "/organisations"));
        Successions = await organisations.ListOrganisationSuccessionsAsync(
            new ListOrganisationSuccessionsRequest { Code = code }, cancellationToken: Aborted);
        Sites = (await organisations.ListOrganisationsAsync(
            new ListOrganisationsRequest { PageSize = 1000, ParentCode = code }, cancellationToken: Aborted)).Organisations;
        var read = Caller.Holds(Permission.ReadPosts) ? await posts.OfOrganisationAsync(code, Aborted) : null;
        var mentioned = Organisation.Regions.Concat(Organisation.IntegratedCareBoards).Select(row => row.Value)
            .Append(Organisation.ParentCode)
            .Concat(Successions.Successions.SelectMany(row => new[] { row.PredecessorCode, row.SuccessorCode }))
            .Concat(PostTable.Codes(read));
        Names = await directory.FindAsync(mentioned, Aborted);
        if (read is not null)
        {
            Posts = new PostTable(read, await people.FindAsync(PostTable.Holders(read, Today), Aborted), Names, Today)
            {
                OrganisationCode = code,
            };
        }
    }

    /// <summary>The name that a site has today.</summary>
    public string NameOf(Organisation site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return DatedValues.At(site.Names, Today) ?? site.Code;
    }
}
