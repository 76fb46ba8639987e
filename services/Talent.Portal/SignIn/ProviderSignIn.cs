using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Talent.Portal.Access;

namespace Talent.Portal.SignIn;

/// <summary>Signing in at the configured provider.</summary>
public static class ProviderSignIn
{
    /// <summary>Maps where the sign-in page leads to.</summary>
    public static void MapProviderSignIn(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/sign-in/provider", Challenge)
        .WithMetadata(new PortalEndpointMetadata(), new OpenToEverybodyAttribute());

    /// <summary>Describes the flow; where the provider's endpoints are is read from the provider when somebody signs in.</summary>
    public static void Configure(OAuthOptions options, ProviderSettings provider)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(provider);
        options.SignInScheme = SessionCookie.Scheme;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.AuthorizationEndpoint = options.TokenEndpoint = provider.Authority.ToString();
        options.CallbackPath = "/sign-in/returned";
        options.UsePkce = true;
        options.SaveTokens = false;
        options.Scope.Add("openid");
        options.CorrelationCookie.SecurePolicy = SessionCookie.SecurePolicy;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.Events.OnRemoteFailure = Refuse;
    }

    private static IResult Challenge(HttpContext context, IEnumerable<ProviderSettings> provider)
    {
        var back = context.Request.Query["back"].ToString();
        var local = back.StartsWith('/') && !back.StartsWith("//", StringComparison.Ordinal) && !back.StartsWith("/\\", StringComparison.Ordinal);
        return provider.Any()
            ? TypedResults.Challenge(new AuthenticationProperties { RedirectUri = local ? back : "/" }, [ProviderHandler.SchemeName])
            : TypedResults.NotFound();
    }

    private static Task Refuse(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderSignIn));
        log.LogWarning(context.Failure, "Somebody could not be signed in at the provider");
        context.Response.Redirect("/sign-in?refused=true");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
