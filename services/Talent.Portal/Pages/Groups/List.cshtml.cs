using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>The groups that the caller may see.</summary>
[Permits(Permission.ReadRegister)]
public sealed class ListModel(GroupDirectory groups) : PortalPage
{
    /// <summary>The groups, by title.</summary>
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>Reads the groups.</summary>
    public async Task OnGetAsync()
    {
        Describe("Groups", Home);
        Groups = await groups.AllAsync(Aborted);
    }
}
