using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Restoring;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Api;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Calibration;
using Talent.Succession.Forecasts;
using Talent.Succession.Pipelines;
using Talent.Succession.Projections;
using Talent.Succession.Reactions;
using Talent.Succession.ReferenceData;
using Talent.Succession.Storage;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession;

/// <summary>Puts the Succession service into a program: its own, or one that holds several services.</summary>
public static class SuccessionService
{
    /// <summary>The name of the service, its log and its database.</summary>
    public const string Name = "succession";

    /// <summary>Adds the service. Boards are kept in Redis too when the connection string <c>cache</c> is set.</summary>
    public static TBuilder AddSuccession<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults();
        builder.AddTokens(Name);
        builder.AddServiceStorage<SuccessionContext>(Name);
        builder.AddMessaging<SuccessionContext>(Name, messaging => messaging
            .Project<RolesProjection>().Project<DevelopmentProjection>().Erase<WithdrawErased>().Work<BoardWork>()
            .Work<ForecastWork>());
        var services = builder.Services;
        services.AddKeyedSingleton<ISigningKeyStore, SigningKeyStore<SuccessionContext>>(Name);
        foreach (var source in new[] { "roles", "development" })
            services.AddTalentClient<FeedService.FeedServiceClient>(source, ClientIdentity.Service, Name);
        services.TryAddSingleton(_ => SuccessionReferenceData.Read());
        services.TryAddSingleton(_ => SuccessionReferenceData.ReadWorkingDays());
        services.TryAddSingleton(provider =>
            SuccessionReferenceData.ReadForecastModel(provider.GetRequiredService<EngineData>()));
        services.TryAddSingleton(provider => CalibrationTable.Of(
            SuccessionReferenceData.ReadPublishedFigures(), provider.GetRequiredService<EngineData>()));
        services.AddSingleton<FlagChanges>().AddSingleton<BoardVersions>();
        services.AddSingleton<BoardReader>().AddSingleton<SlateAudit>().AddSingleton<NominationCommands>().AddSingleton<DiscussionCommands>();
        services.AddSingleton<ForecastComputation>().AddSingleton<ForecastCache>();
        services.AddSingleton<ForecastReader>().AddSingleton<ScenarioPlay>();
        services.AddSingleton<BoardApi>().AddSingleton<ForecastApi>().AddSingleton<NominationApi>();
        services.AddSingleton<PipelineComputation>().AddSingleton<PipelineApi>();
        services.AddHostedService<BoardWatch>().AddHostedService<NominationExpiry>();
        AddCache(builder);
        return builder;
    }

    /// <summary>Maps the service's gRPC methods and its Feed.</summary>
    public static TApplication MapSuccession<TApplication>(this TApplication app) where TApplication : IEndpointRouteBuilder
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGrpcService<BoardApi>().OpensWith<SuccessionContext>();
        app.MapGrpcService<ForecastApi>().OpensWith<SuccessionContext>();
        app.MapGrpcService<NominationApi>().OpensWith<SuccessionContext>();
        app.MapGrpcService<PipelineApi>().OpensWith<SuccessionContext>();
        app.MapMessaging().WithMetadata(new RequiresPermissionAttribute(Permission.ReadFeed));
        return app;
    }

    private static void AddCache(IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("cache") is not { Length: > 0 } connection)
        {
            builder.Services.AddSingleton<IBoardCache, NoBoardCache>();
            return;
        }

        var prefix = builder.Configuration["Talent:CachePrefix"] ?? "talent:succession:";
        builder.Services.AddSingleton<IBoardCache>(provider => new RedisBoardCache(
            Connect(connection), prefix, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<RedisBoardCache>>()));
    }

    // Starting does not wait for Redis: the connection is made, and made again, in the background.
    private static ConnectionMultiplexer Connect(string connection)
    {
        var options = ConfigurationOptions.Parse(connection);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1000;
        options.ReconnectRetryPolicy = new ExponentialRetry(200, 2000);
        return ConnectionMultiplexer.Connect(options);
    }
}
