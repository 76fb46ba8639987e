using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Reading;

/// <summary>Reads the groups, and which of them are the caller's to lead.</summary>
public sealed class GroupDirectory(OrganisationService.OrganisationServiceClient organisations)
{
    private const int MostAtOnce = 1000;

    /// <summary>The groups that the caller may see, by title.</summary>
    public async Task<IReadOnlyList<Group>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<Group>();
        var request = new ListGroupsRequest { PageSize = MostAtOnce };
        do
        {
            var page = await organisations.ListGroupsAsync(request, cancellationToken: cancellation);
            all.AddRange(page.Groups);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    /// <summary>One group.</summary>
    public async Task<Group> FindAsync(string groupId, CancellationToken cancellation) =>
        (await organisations.GetGroupAsync(new GetGroupRequest { Id = groupId }, cancellationToken: cancellation)).Group;

    /// <summary>Ids of the groups whose boards the caller was given by name; a caller with a wider scope picks one from the list.</summary>
    public static IReadOnlyList<string> Led(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Under(Permission.ReadBoards).ScopeIds(ScopeKind.Group);
    }
}
