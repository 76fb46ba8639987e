using Grpc.Net.Client;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers typed clients. Clients of one name share a channel; the client itself is transient.</summary>
public static class GrpcClientServiceExtensions
{
    /// <summary>Registers a client under the name of its type.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services of the application.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services)
        where TClient : class =>
        services.AddGrpcClient<TClient>(typeof(TClient).Name);

    /// <summary>Registers a client under the name of its type.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="configureClient">Sets its address.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class =>
        services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Registers a client under the name of its type.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="configureClient">Sets its address, with the services at hand.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class =>
        services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    /// <summary>Registers a client under a name.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.TryAddSingleton<ClientChannels>();
        services.TryAddTransient<GrpcClientFactory, DefaultGrpcClientFactory>();
        services.AddTransient(provider => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TClient>(name));

        // The channel keeps its handler for good; connections are renewed by the handler's own pool.
        return services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(() => GrpcChannel.NewHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Registers a client under a name.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name.</param>
    /// <param name="configureClient">Sets its address.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(configureClient);
        services.Configure(name, configureClient);
        return services.AddGrpcClient<TClient>(name);
    }

    /// <summary>Registers a client under a name.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="name">The name.</param>
    /// <param name="configureClient">Sets its address, with the services at hand.</param>
    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(configureClient);
        services.AddTransient<IConfigureOptions<GrpcClientFactoryOptions>>(provider =>
            new ConfigureNamedOptions<GrpcClientFactoryOptions>(name, options => configureClient(provider, options)));
        return services.AddGrpcClient<TClient>(name);
    }
}
