using System.Net;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Talent.ServiceDefaults;

/// <summary>Registers typed gRPC clients of our services.</summary>
public static class TalentClients
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Registers a client of a service: found by service discovery, with the token of the person whose request is being served or else of
    /// the service, ten seconds for a unary call that sets no deadline, and repetition of unary calls that found nobody. It is resolved as
    /// <typeparamref name="TClient"/>, and also under the key <paramref name="service"/> for clients that several services offer.
    /// Needs <c>AddServiceDefaults</c>. Registering the same again changes nothing.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="service">Name of the service to call, for example <c>roles</c>.</param>
    /// <param name="identity">On whose behalf it calls.</param>
    /// <param name="self">
    /// Name under which this service calls for itself; null when the process has one issuer (<c>AddTokens</c>) alone, which is then meant.
    /// </param>
    public static IServiceCollection AddTalentClient<TClient>(
        this IServiceCollection services, string service, ClientIdentity identity = ClientIdentity.Caller, string? self = null)
        where TClient : ClientBase
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(service);
        var name = $"{service}:{typeof(TClient).FullName}";
        if (services.Any(each => each.ImplementationInstance is RegisteredClient known && known.Name == name))
            return services;
        services.AddSingleton(new RegisteredClient(name));
        services.AddHttpContextAccessor();
        services.TryAddSingleton<ICallerTokenSource, HttpCallerTokenSource>();
        services.TryAddSingleton<ClientRandomness>();
        services.TryAddKeyedTransient(
            service, (provider, _) => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TClient>(name));
        services.AddGrpcClient<TClient>(name, options => options.Address = ServiceAddress.Of(service, "grpc"))
            .ConfigurePrimaryHttpMessageHandler(CreateHandler)
            // gRPC measures deadlines by the system's clock, whatever clock is injected.
            .AddInterceptor(_ => new DeadlineInterceptor(TimeProvider.System))
            .AddInterceptor(provider => new RetryInterceptor(
                TimeProvider.System, provider.GetRequiredService<ClientRandomness>().NextDouble))
            .AddHttpMessageHandler(provider => new TokenHandler(
                service, identity, provider.GetRequiredService<ICallerTokenSource>(), () => TokensOf(provider, self)));
        return services;
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        PooledConnectionLifetime = ConnectionLifetime,
        EnableMultipleHttp2Connections = true,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        UseCookies = false,
        // Else the official channel connects by itself to the name, which service discovery has not replaced yet.
        // Microsoft.Extensions.ServiceDiscovery sets the same.
        Properties = { ["__GrpcLoadBalancingDisabled"] = true },
    };

    private static ServiceTokens TokensOf(IServiceProvider provider, string? self)
    {
        var name = self ?? provider.GetServices<IssuerName>().Select(issuer => issuer.Name).Distinct().ToList() switch
        {
            [var only] => only,
            [] => throw new InvalidOperationException("Nobody is signed in, and this process has no issuer of its own: call AddTokens."),
            _ => throw new InvalidOperationException("This process has several issuers: name in AddTalentClient the one that calls."),
        };
        return provider.GetRequiredKeyedService<ServiceTokens>(name);
    }

    private sealed record RegisteredClient(string Name);
}
