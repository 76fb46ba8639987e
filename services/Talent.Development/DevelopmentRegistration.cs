using Talent.Development.Api;
using Talent.Development.Erasures;
using Talent.Development.Projections;
using Talent.Development.Storage;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Restoring;
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
        // The portal starts when the others are open, so it is followed but not waited for.
        builder.AddMessaging<DevelopmentContext>(ServiceName, messaging => messaging
            .Project<RolesErasureReports>().Project<SuccessionErasureReports>().Project<PortalErasureReports>()
            .Work<ReportedErasures>().OpenAfter("roles").OpenAfter("succession"));
        foreach (var reporter in ErasureReports.Services)
            builder.Services.AddTalentClient<FeedService.FeedServiceClient>(reporter, ClientIdentity.Service, ServiceName);
        return builder;
    }

    /// <summary>Maps the service's gRPC endpoints.</summary>
    public static WebApplication MapDevelopment(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGrpcService<PersonServer>().OpensWith<DevelopmentContext>();
        app.MapMessaging().WithMetadata(new RequiresPermissionAttribute(Permission.ReadFeed));
        return app;
    }
}
