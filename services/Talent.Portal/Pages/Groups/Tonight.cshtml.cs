using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>Asks for which post to see what would follow if it fell vacant tonight.</summary>
[Permits(Permission.ReadBoards)]
public sealed class TonightModel(GroupDirectory groups, BoardReading boards) : PortalPage
{
    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>The board whose posts are offered.</summary>
    public NamedBoard Named { get; private set; } = null!;

    /// <summary>Reads the posts.</summary>
    public async Task OnGetAsync(string groupId)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        Describe("If this post fell vacant tonight", Home, new Link(Group.Title, $"/groups/{groupId}"));
        Named = await boards.ReadAsync(groupId, Aborted);
    }
}
