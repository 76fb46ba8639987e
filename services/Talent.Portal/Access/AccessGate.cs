using Microsoft.AspNetCore.Http.Extensions;
using Talent.ServiceDefaults;

namespace Talent.Portal.Access;

/// <summary>
/// Refuses what a page does not declare to be open to the caller. A page without a declaration is refused to everybody. Whoever is not
/// signed in is led to the sign-in page and back.
/// </summary>
public sealed class AccessGate(RequestDelegate next, ILogger<AccessGate> log)
{
    /// <summary>Serves one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<PortalEndpointMetadata>() is null)
            return next(context);
        if (endpoint.Metadata.GetMetadata<PortalAccessAttribute>() is not { } access)
        {
            log.LogError("{Endpoint} declares nobody who may open it, so it is refused", endpoint.DisplayName);
            return Refuse(context, StatusCodes.Status403Forbidden);
        }
        if (access.OpenToEverybody)
            return next(context);
        if (context.GetCaller() is not { } caller)
            return AskToSignIn(context);
        return access.Admits(caller) ? next(context) : Refuse(context, StatusCodes.Status403Forbidden);
    }

    private static Task AskToSignIn(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !AcceptsPages(context.Request))
            return Refuse(context, StatusCodes.Status401Unauthorized);
        var back = UriHelper.BuildRelative(context.Request.PathBase, context.Request.Path, context.Request.QueryString);
        context.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    private static bool AcceptsPages(HttpRequest request) =>
        request.Headers.Accept.Count == 0 || request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        || request.Headers.Accept.ToString().Contains("*/*", StringComparison.Ordinal);

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
