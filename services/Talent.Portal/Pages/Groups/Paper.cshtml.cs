using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>The paper: a group on plain pages, to print.</summary>
[Permits(Permission.ReadBoards)]
public sealed class PaperModel(GroupDirectory groups, BoardReading boards, TimeProvider time) : PortalPage
{
    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>The board it prints.</summary>
    public NamedBoard Named { get; private set; } = null!;

    /// <summary>The day it is printed, in London.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Reads the board.</summary>
    public async Task OnGetAsync(string groupId)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        Describe($"Succession paper: {Group.Title}", Home, new Link(Group.Title, $"/groups/{groupId}"));
        Named = await boards.ReadAsync(groupId, Aborted);
        Today = LondonCalendar.Today(time);
    }
}
