using Microsoft.AspNetCore.Mvc.RazorPages;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>The part of a forecast's page that changes while the full one is computed.</summary>
[FetchedByScript]
[Permits(Permission.ReadBoards)]
public sealed class ForecastProgressModel(ForecastReading forecasts) : PageModel
{
    /// <summary>How far the full forecast is; null: none is being computed.</summary>
    public ForecastProgress? Progress { get; private set; }

    /// <summary>Reads how far it is.</summary>
    public async Task OnGetAsync(string groupId) => Progress = await forecasts.ProgressAsync(groupId, HttpContext.RequestAborted);
}
