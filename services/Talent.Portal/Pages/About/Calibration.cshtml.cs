using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.About;

/// <summary>How well the figures fit what is published: posts in England, no group and nobody.</summary>
[Permits(Permission.ReadRegister)]
public sealed class CalibrationModel(ForecastService.ForecastServiceClient forecasts) : PortalPage
{
    /// <summary>The figures, as published and by the model.</summary>
    public GetCalibrationResponse Calibration { get; private set; } = new();

    /// <summary>Reads the figures.</summary>
    public async Task OnGetAsync()
    {
        Describe("How well the figures fit what is published", Home, new Link("How the figures are made", "/how-figures-are-made"));
        Calibration = await forecasts.GetCalibrationAsync(new GetCalibrationRequest(), cancellationToken: Aborted);
    }
}
