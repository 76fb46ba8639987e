using System.Net;
using Talent.Portal.Access;

namespace Talent.Portal.Hosting;

/// <summary>
/// Serves the portal over TLS alone, so that its cookies travel encrypted. The own machine and the demonstration, where nobody is real, may
/// do without.
/// </summary>
public sealed class TransportGate(RequestDelegate next, PortalSettings settings)
{
    private const string Refusal = "Open this page over https. Where a proxy ends TLS in front of Talent, it has to send "
        + "X-Forwarded-Proto and, unless it runs on the same machine, be one of Talent:KnownProxies.";

    /// <summary>Serves one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.IsHttps || settings.Demonstration || IsOnOwnMachine(context)
            || (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<PortalEndpointMetadata>() is null))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(Refusal, context.RequestAborted);
    }

    // By the address as well: a name is what the other side says it is.
    private static bool IsOnOwnMachine(HttpContext context)
    {
        var name = context.Request.Host.Host.Trim('[', ']');
        var named = name == "localhost" || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
        return named && context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);
    }
}
