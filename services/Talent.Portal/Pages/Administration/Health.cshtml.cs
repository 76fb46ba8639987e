using Talent.Events.V1;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>How the services and their projections are.</summary>
[Permits(Permission.Operate)]
public sealed class HealthModel(ServiceHealth health, ProjectionReading projections) : PortalPage
{
    /// <summary>How each service is.</summary>
    public IReadOnlyList<ServiceState> Services { get; private set; } = [];

    /// <summary>The readers of each service, by its name; null: not known.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Projection>?> Projections { get; private set; } =
        new Dictionary<string, IReadOnlyList<Projection>?>();

    /// <summary>Asks the services.</summary>
    public async Task OnGetAsync()
    {
        Describe("System health", Home);
        var found = ProjectionReading.Services.Select(async service => (service, await projections.FindAsync(service, Aborted))).ToList();
        Services = await health.AskAsync(Aborted);
        Projections = (await Task.WhenAll(found)).ToDictionary(each => each.service, each => each.Item2, StringComparer.Ordinal);
    }

    /// <summary>The address of what may be done about a reader.</summary>
    public static string AddressOf(Projection projection, string deed)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return $"/administration/health/{projection.Service}/{ProjectionWords.InAddress(projection.Source)}/{deed}";
    }

    /// <summary>The colour that repeats a status.</summary>
    public static string ColourOf(string status) => status switch
    {
        "Healthy" => "green",
        "Degraded" => "yellow",
        _ => "orange",
    };
}
