using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>The board of a group's posts, those that would be uncovered longest first.</summary>
[Permits(Permission.ReadBoards)]
public sealed class BoardModel(GroupDirectory groups, BoardReading boards) : PortalPage
{
    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>The board.</summary>
    public NamedBoard Named { get; private set; } = null!;

    /// <summary>Reads the board.</summary>
    public async Task OnGetAsync(string groupId)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        Describe($"Board of posts: {Group.Title}", Home, new Link(Group.Title, $"/groups/{groupId}"));
        Named = await boards.ReadAsync(groupId, Aborted);
    }
}
