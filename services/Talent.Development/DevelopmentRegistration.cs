using Talent.Development.Api;
using Talent.Development.Storage;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Development;

/// <summary>The Development service: people, their readiness statements and what they chose to share.</summary>
public static class DevelopmentRegistration
{
    /// <summary>Name of the service, for discovery, databases and tokens.</summary>
    public const string ServiceName = "development";

    /// <summary>Registers the service. <c>AddServiceDefaults</c> comes with it.</summary>
    public static WebApplicationBuilder AddDevelopment(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults();
        builder.AddTokens(ServiceName);
        builder.AddServiceStorage<DevelopmentContext>(ServiceName);
        builder.Services.AddKeyedSingleton<ISigningKeyStore, SigningKeyStore<DevelopmentContext>>(ServiceName);
        builder.Services.AddSingleton<RecordReads>();
        builder.AddMessaging<DevelopmentContext>(ServiceName);
        return builder;
    }

    /// <summary>Maps the service's gRPC endpoints.</summary>
    public static WebApplication MapDevelopment(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGrpcService<PersonServer>();
        app.MapMessaging().WithMetadata(new RequiresPermissionAttribute(Permission.ReadFeed));
        return app;
    }
}
