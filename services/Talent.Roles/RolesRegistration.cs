using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Restoring;
using Talent.Messaging.Storage;
using Talent.Roles.Api;
using Talent.Roles.Erasures;
using Talent.Roles.Storage;
using Talent.ServiceDefaults;

namespace Talent.Roles;

/// <summary>Puts the Roles service into a program: its own, or one that hosts several services.</summary>
public static class RolesRegistration
{
    /// <summary>The name of the service: of its database, its tokens and its events.</summary>
    public const string Name = "roles";

    /// <summary>Registers the service. <c>AddServiceDefaults</c> comes first.</summary>
    public static WebApplicationBuilder AddRoles(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceStorage<RolesContext>(Name);
        builder.Services.AddKeyedSingleton<ISigningKeyStore, SigningKeyStore<RolesContext>>(Name);
        builder.AddTokens(Name);
        builder.AddMessaging<RolesContext>(Name, messaging => messaging.Erase<RolesErasure>().Work<ImportWork>());
        builder.Services.AddTalentClient<FeedService.FeedServiceClient>("development", ClientIdentity.Service, Name);
        return builder;
    }

    /// <summary>Offers the RPCs of the service and its event feed.</summary>
    public static WebApplication MapRoles(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapGrpcService<OrganisationServer>().OpensWith<RolesContext>();
        app.MapGrpcService<PostServer>().OpensWith<RolesContext>();
        app.MapGrpcService<ImportServer>().OpensWith<RolesContext>();
        app.MapMessaging().WithMetadata(new RequiresPermissionAttribute(Permission.ReadFeed));
        return app;
    }
}
