using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>How the services and their projections are.</summary>
[Permits(Permission.Operate)]
public sealed class HealthModel(ServiceHealth health) : PortalPage
{
    /// <summary>How each service is.</summary>
    public IReadOnlyList<ServiceState> Services { get; private set; } = [];

    /// <summary>Asks the services.</summary>
    public async Task OnGetAsync()
    {
        Describe("System health", Home);
        Services = await health.AskAsync(Aborted);
    }

    /// <summary>The colour that repeats a status.</summary>
    public static string ColourOf(string status) => status switch
    {
        "Healthy" => "green",
        "Degraded" => "yellow",
        _ => "orange",
    };
}
