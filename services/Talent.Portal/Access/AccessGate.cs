using Microsoft.AspNetCore.Http.Extensions;
using Talent.Messaging.Restoring;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.Access;

/// <summary>
/// Refuses what a page does not declare to be open to the caller. A page without a declaration is refused to everybody. Whoever is not
/// signed in is led to the sign-in page and back. After a restore everything but open pages is refused until later erasures are applied.
/// </summary>
public sealed class AccessGate(RequestDelegate next, ILogger<AccessGate> log)
{
    /// <summary>Serves one request.</summary>
    public async Task InvokeAsync(HttpContext context, Opening<PortalContext> opening)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(opening);
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<PortalEndpointMetadata>() is null)
            await next(context);
        else if (endpoint.Metadata.GetMetadata<PortalAccessAttribute>() is not { } access)
        {
            log.LogError("{Endpoint} declares nobody who may open it, so it is refused", endpoint.DisplayName);
            Refuse(context, StatusCodes.Status403Forbidden);
        }
        else if (access.OpenToEverybody)
            await next(context);
        else if (!await opening.IsOpenAsync(context.RequestAborted))
            Refuse(context, StatusCodes.Status503ServiceUnavailable);
        else if (context.GetCaller() is not { } caller)
            AskToSignIn(context);
        else if (access.Admits(caller))
            await next(context);
        else
            Refuse(context, StatusCodes.Status403Forbidden);
    }

    private static void AskToSignIn(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !AcceptsPages(context.Request))
        {
            Refuse(context, StatusCodes.Status401Unauthorized);
            return;
        }
        var back = UriHelper.BuildRelative(context.Request.PathBase, context.Request.Path, context.Request.QueryString);
        context.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(back)}");
    }

    private static bool AcceptsPages(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        || request.Headers.Accept.ToString().Contains("*/*", StringComparison.Ordinal);

    private static void Refuse(HttpContext context, int status) => context.Response.StatusCode = status;
}
