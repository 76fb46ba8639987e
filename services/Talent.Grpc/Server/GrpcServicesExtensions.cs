using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds gRPC to an application.</summary>
public static class GrpcServicesExtensions
{
    /// <summary>Adds gRPC with the default options.</summary>
    /// <param name="services">The services of the application.</param>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddRouting();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, UnimplementedAnswer>());
        services.AddOptions<GrpcServiceOptions>();
        return new GrpcServerBuilder(services);
    }

    /// <summary>Adds gRPC.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="configureOptions">Sets the options of every service.</param>
    public static IGrpcServerBuilder AddGrpc(this IServiceCollection services, Action<GrpcServiceOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure(configureOptions);
        return services.AddGrpc();
    }
}
