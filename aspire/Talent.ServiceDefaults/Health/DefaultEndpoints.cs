using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Talent.ServiceDefaults;

/// <summary>The endpoints that say how a process is.</summary>
public static class DefaultEndpoints
{
    /// <summary>Answers 200 when every check is well or degraded, 503 otherwise, and names each check with its sentence.</summary>
    public const string HealthPath = "/health";

    /// <summary>Answers 200 as long as the process itself works, whatever it depends on.</summary>
    public const string AlivePath = "/alive";

    /// <summary>Tag of the checks that <see cref="AlivePath"/> asks.</summary>
    public const string LiveTag = "live";

    /// <summary>Maps <see cref="HealthPath"/> and <see cref="AlivePath"/> in every environment, open, and not counted in metrics.</summary>
    public static TEndpoints MapDefaultEndpoints<TEndpoints>(this TEndpoints endpoints) where TEndpoints : IEndpointRouteBuilder
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Map(endpoints, HealthPath, _ => true);
        Map(endpoints, AlivePath, check => check.Tags.Contains(LiveTag));
        return endpoints;
    }

    internal static void AddHealth(this IHostApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy("The process answers."), [LiveTag]);

    private static void Map(IEndpointRouteBuilder endpoints, string path, Func<HealthCheckRegistration, bool> which)
    {
        var options = new HealthCheckOptions { Predicate = which, ResponseWriter = HealthAnswer.WriteAsync };
        endpoints.MapHealthChecks(path, options).AllowAnonymous().DisableHttpMetrics();
    }
}
