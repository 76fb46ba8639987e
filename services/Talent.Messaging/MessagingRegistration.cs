using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Talent.Messaging.Feed;
using Talent.Messaging.Storage;

namespace Talent.Messaging;

/// <summary>Connects a service's database with the bus.</summary>
public static class MessagingRegistration
{
    /// <summary>Registers what publishes the service's log and follows the logs of others. <c>AddServiceStorage</c> comes first.</summary>
    /// <param name="builder">The program's builder.</param>
    /// <param name="name">The name of the service, for example <c>roles</c>.</param>
    /// <param name="configure">Names the projections, reactions and work of the service.</param>
    public static IHostApplicationBuilder AddMessaging<TContext>(
        this IHostApplicationBuilder builder, string name, Action<MessagingBuilder<TContext>>? configure = null) where TContext : ServiceContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var services = builder.Services;
        services.AddSingleton<IEventLog, EventLog<TContext>>();
        services.TryAddSingleton<FeedServer>();
        services.TryAddSingleton<FeedEndpoint>();
        configure?.Invoke(new MessagingBuilder<TContext>(services));
        return builder;
    }

    /// <summary>
    /// Offers the Feed RPC for the logs of this process; further calls give the same endpoint. The caller adds the permission as metadata of the
    /// endpoint: <c>app.MapMessaging().WithMetadata(new RequiresPermissionAttribute(…))</c>.
    /// </summary>
    public static IEndpointConventionBuilder MapMessaging(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return endpoints.ServiceProvider.GetRequiredService<FeedEndpoint>().Map(endpoints);
    }

    private sealed class FeedEndpoint
    {
        private IEndpointConventionBuilder? _endpoint;

        public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) => _endpoint ??= endpoints.MapGrpcService<FeedServer>();
    }
}
