using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Bus;
using Talent.Messaging.Commands;
using Talent.Messaging.Feed;
using Talent.Messaging.Health;
using Talent.Messaging.Operations;
using Talent.Messaging.Projections;
using Talent.Messaging.Relay;
using Talent.Messaging.Restoring;
using Talent.Messaging.Retention;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;

namespace Talent.Messaging;

/// <summary>Connects a service's database with the bus.</summary>
public static class MessagingRegistration
{
    /// <summary>Registers what publishes the service's log and follows the logs of others. <c>AddServiceStorage</c> comes first.</summary>
    /// <param name="builder">The program's builder.</param>
    /// <param name="name">The name of the service, for example <c>roles</c>.</param>
    /// <param name="configure">Names the projections, reactions and work of the service.</param>
    public static IHostApplicationBuilder AddMessaging<TContext>(
        this IHostApplicationBuilder builder, string name, Action<MessagingBuilder<TContext>>? configure = null)
        where TContext : ServiceContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var services = builder.Services;
        services.TryAddSingleton<MessagingOptions>();
        services.TryAddSingleton<IFeed, GrpcFeed>();
        AddBus(services, builder.Configuration.GetConnectionString("broker"));
        services.AddSingleton<EventLog<TContext>>();
        services.AddSingleton<IEventLog>(provider => provider.GetRequiredService<EventLog<TContext>>());
        services.TryAddSingleton<FeedServer>();
        services.TryAddSingleton<ProjectionServer>();
        services.TryAddSingleton<FeedEndpoint>();
        services.AddSingleton<FollowerSignal<TContext>>();
        services.AddSingleton(provider => new ProjectionOperations<TContext>(
            provider.GetRequiredService<ServiceStorage<TContext>>(), provider.GetRequiredService<CommandRunner<TContext>>()));
        services.AddSingleton<IProjectionOperations>(provider => provider.GetRequiredService<ProjectionOperations<TContext>>());
        services.AddHealthChecks().AddCheck<MessagingHealth<TContext>>($"{name} messaging");
        services.AddHostedService<RelayService<TContext>>();
        services.AddHostedService<FollowingService<TContext>>();
        services.AddHostedService<WorkService<TContext>>();
        services.AddHostedService<RetentionService<TContext>>();
        services.AddSingleton(provider => new Opening<TContext>(
            provider.GetRequiredService<ServiceStorage<TContext>>(), provider.GetServices<ErasureSource<TContext>>(),
            provider.GetRequiredService<IFeed>(), provider.GetRequiredService<MessagingOptions>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Opening<TContext>>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Opening<TContext>>());
        AddOpeningInterceptor(services);
        configure?.Invoke(new MessagingBuilder<TContext>(services));
        return builder;
    }

    // Once in a program, however many services it hosts.
    private static void AddOpeningInterceptor(IServiceCollection services)
    {
        if (services.Any(each => each.ServiceType == typeof(OpeningInterceptor)))
            return;
        services.AddSingleton<OpeningInterceptor>();
        services.AddGrpc(options => options.Interceptors.Add<OpeningInterceptor>());
    }

    private static void AddBus(IServiceCollection services, string? broker)
    {
        if (string.IsNullOrEmpty(broker))
            services.TryAddSingleton<IEventBus, InProcessBus>();
        else
            services.TryAddSingleton<IEventBus>(_ => new RabbitMqBus(new Uri(broker)));
    }

    /// <summary>
    /// Offers the Feed RPC for the logs of this process, and beside it the RPCs with which administrators tend its projections, which say
    /// themselves what they require; further calls give the same endpoint. The caller adds the Feed's permission as metadata of the
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

        public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints)
        {
            if (_endpoint is not null)
                return _endpoint;
            endpoints.MapGrpcService<ProjectionServer>();
            return _endpoint = endpoints.MapGrpcService<FeedServer>();
        }
    }
}
