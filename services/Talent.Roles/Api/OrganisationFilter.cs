using Talent.Roles.Storage;
using Talent.Roles.V1;

namespace Talent.Roles.Api;

/// <summary>Narrows a list of organisations to what a request asks for.</summary>
internal static class OrganisationFilter
{
    /// <summary>The organisations that fit.</summary>
    /// <param name="organisations">All.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="openOn">Only those that exist on this day; null: whatever their dates.</param>
    /// <param name="today">The day for memberships where none is asked for.</param>
    public static IQueryable<OrganisationRow> Apply(
        IQueryable<OrganisationRow> organisations, ListOrganisationsRequest request, DateOnly? openOn, DateOnly today)
    {
        if (request.Kinds.Count > 0)
        {
            var kinds = request.Kinds.Select(kind => (int)kind).ToList();
            organisations = organisations.Where(row => kinds.Contains(row.Kind));
        }
        if (request.Codes.Count > 0)
        {
            var codes = request.Codes.ToList();
            organisations = organisations.Where(row => codes.Contains(row.Code));
        }
        if (request.ParentCode.Length > 0)
            organisations = organisations.Where(row => row.ParentCode == request.ParentCode);
        if (openOn is { } open)
        {
            organisations = organisations.Where(row =>
                (row.StartsOn == null || row.StartsOn <= open) && (row.EndsOn == null || row.EndsOn > open));
        }
        if (request.RegionCode.Length > 0)
            organisations = InRegion(organisations, request.RegionCode, openOn ?? today);
        return request.NameContains.Length > 0 ? Named(organisations, request.NameContains) : organisations;
    }

    private static IQueryable<OrganisationRow> InRegion(IQueryable<OrganisationRow> organisations, string region, DateOnly day) =>
        organisations.Where(row => row.Values.Any(value => value.Field == OrganisationField.Region
            && value.Value == region
            && (value.StartsOn == null || value.StartsOn <= day)
            && (value.EndsOn == null || value.EndsOn > day)));

    private static IQueryable<OrganisationRow> Named(IQueryable<OrganisationRow> organisations, string text)
    {
        var wanted = OrganisationValueRow.Searchable(text);
        return organisations.Where(row => row.Values.Any(value =>
            value.Field == OrganisationField.Name && value.SearchText.Contains(wanted)));
    }
}
