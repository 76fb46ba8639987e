using Microsoft.AspNetCore.Mvc.RazorPages;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>The part of the board page that changes, for an open board that fetches it anew.</summary>
[FetchedByScript]
[Permits(Permission.ReadBoards)]
public sealed class BoardRowsModel(BoardReading boards) : PageModel
{
    /// <summary>The board.</summary>
    public NamedBoard Named { get; private set; } = null!;

    /// <summary>Reads the board.</summary>
    public async Task OnGetAsync(string groupId) => Named = await boards.ReadAsync(groupId, HttpContext.RequestAborted);
}
