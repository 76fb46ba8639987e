using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Talent.ServiceDefaults;

/// <summary>What every process of the system has alike.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Adds telemetry (over OTLP, when a collector is named), health checks, service discovery for every HTTP client, and a gRPC server
    /// that checks the caller's token and permission at every method. Calling it again changes nothing.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(each => each.ImplementationInstance is Added))
            return builder;
        services.AddSingleton(new Added());
        services.TryAddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.AddHealth();
        services.AddSingleton(provider => new ServiceEndpoints(provider.GetRequiredService<IConfiguration>()));
        services.AddTransient<ServiceDiscoveryHandler>();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler<ServiceDiscoveryHandler>());
        services.AddTokenChecks(builder.Configuration);
        services.AddGrpc(options =>
        {
            options.Interceptors.Add<ProblemInterceptor>();
            options.Interceptors.Add<PermissionInterceptor>();
        });
        return builder;
    }

    private static void AddTokenChecks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddHttpClient(PublishedKeys.ClientName);
        services.AddOptions<TokenOptions>().Configure(options =>
        {
            foreach (var issuer in configuration.GetSection("Talent:Tokens:Issuers").GetChildren())
                options.Issuers[issuer.Key] = issuer.Value ?? "health";
            if (configuration.GetValue<bool>("Talent:Demonstration"))
                options.Issuers[Role.Demonstration] = "health";
        });
        services.TryAddSingleton<IPublishedKeys, PublishedKeys>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<ProblemInterceptor>();
        services.AddSingleton<PermissionInterceptor>();
    }

    private sealed class Added;
}
