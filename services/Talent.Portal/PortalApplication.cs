using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.Portal.Access;
using Talent.Portal.Assets;
using Talent.Portal.Erasures;
using Talent.Portal.Hosting;
using Talent.Portal.Journeys;
using Talent.Portal.Live;
using Talent.Portal.Reading;
using Talent.Portal.SignIn;
using Talent.Portal.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal;

/// <summary>The portal, as its own process and Standalone both host it.</summary>
public static class PortalApplication
{
    /// <summary>The portal's name: of its database, as issuer of people's tokens, and in service discovery.</summary>
    public const string Name = "portal";

    /// <summary>Adds the portal. Needs <c>AddServiceDefaults</c>.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var settings = PortalSettings.From(builder.Configuration);
        services.AddSingleton(settings);
        services.Configure<ForwardedHeadersOptions>(options => Proxies.Configure(options, builder.Configuration));
        builder.AddServiceStorage<PortalContext>(Name);
        services.AddKeyedSingleton<ISigningKeyStore, SigningKeyStore<PortalContext>>(Name);
        builder.AddTokens(Name);
        builder.AddMessaging<PortalContext>(Name, messaging => messaging.Erase<AccountErasure>());
        services.AddPortalClients();
        services.AddPortalPages();
        services.AddPortalSignIn(settings, ProviderSettings.From(builder.Configuration));
        services.AddLiveUpdates(builder.Configuration.GetConnectionString("cache"));
        return builder;
    }

    /// <summary>Maps the pages, their assets and live updates, and the public keys of the portal's tokens.</summary>
    public static WebApplication MapPortal(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseForwardedHeaders();
        app.UseMiddleware<TransportGate>();
        app.UseExceptionHandler("/problems/500");
        app.UseStatusCodePagesWithReExecute("/problems/{0}");
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SignedInPerson>();
        app.UseMiddleware<AccessGate>();
        app.MapRazorPages().WithMetadata(new PortalEndpointMetadata());
        app.MapGet("/assets/{name}", (string name, EmbeddedAssets assets, HttpContext context) => assets.Serve(name, context))
            .WithMetadata(new PortalEndpointMetadata(), new OpenToEverybodyAttribute());
        app.MapLiveUpdates();
        app.MapMessaging().WithMetadata(new RequiresPermissionAttribute(Permission.ReadFeed));
        app.MapProviderSignIn();
        return app;
    }

    private static void AddPortalClients(this IServiceCollection services)
    {
        services.AddTalentClient<OrganisationService.OrganisationServiceClient>("roles", self: Name);
        services.AddTalentClient<PostService.PostServiceClient>("roles", self: Name);
        services.AddTalentClient<ImportService.ImportServiceClient>("roles", self: Name);
        services.AddTalentClient<PersonService.PersonServiceClient>("development", self: Name);
        services.AddTalentClient<BoardService.BoardServiceClient>("succession", self: Name);
        services.AddTalentClient<NominationService.NominationServiceClient>("succession", self: Name);
        services.AddTalentClient<ForecastService.ForecastServiceClient>("succession", self: Name);
        services.AddTalentClient<PipelineService.PipelineServiceClient>("succession", self: Name);
        services.AddTransient<PeopleDirectory>().AddTransient<OrganisationDirectory>().AddTransient<PostDirectory>();
        services.AddTransient<GroupDirectory>().AddTransient<BoardReading>().AddScoped<DiscussionReading>().AddTransient<PersonSearch>();
        services.AddTransient<NominationDirectory>().AddTransient<ApproverSearch>().AddTransient<ForecastReading>();
        services.AddTalentClient<FeedService.FeedServiceClient>("development", ClientIdentity.Service, Name);
        foreach (var service in new[] { "roles", "development", "succession" })
            services.AddTalentClient<ProjectionService.ProjectionServiceClient>(service, self: Name);
        services.AddSingleton<ServiceHealth>().AddTransient<ProjectionReading>();
    }

    private static void AddPortalPages(this IServiceCollection services)
    {
        services.AddSingleton<EmbeddedAssets>();
        services.AddSingleton<JourneyStore>();
        var pages = services.AddRazorPages(options => options.Conventions.ConfigureFilter(new ServiceRefusalFilterFactory()));
        services.AddSingleton<ServiceRefusalFilter>();
        var own = typeof(PortalApplication).Assembly;
        pages.ConfigureApplicationPartManager(parts =>
        {
            if (!parts.ApplicationParts.Any(part => part.Name == own.GetName().Name))
                pages.AddApplicationPart(own);
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "talent-antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = SessionCookie.SecurePolicy;
            // The header of the layout and the content security policy say the same, and more.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "talent-outcome";
            options.Cookie.SecurePolicy = SessionCookie.SecurePolicy;
        });
    }

    private static void AddPortalSignIn(this IServiceCollection services, PortalSettings settings, ProviderSettings? provider)
    {
        services.AddSingleton<ProtectionKeyRepository>();
        services.AddDataProtection().SetApplicationName("talent-portal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<ProtectionKeyRepository>()));
        services.AddSingleton<Sessions>();
        services.AddSingleton<Accounts>().AddSingleton<AccessGrants>();
        var authentication = services.AddAuthentication(SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, options => SessionCookie.Configure(options));
        if (settings.Demonstration)
            services.AddHostedService<DemonstrationAccounts>();
        if (provider is null)
            return;
        services.AddSingleton(provider).AddSingleton<ProviderDiscovery>().AddHostedService<FirstAdministrator>();
        authentication.AddOAuth<Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions, ProviderHandler>(
            ProviderHandler.SchemeName, options => ProviderSignIn.Configure(options, provider));
    }
}
