using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Talent.ServiceDefaults;

/// <summary>
/// Gives the span of a request its route, status and readable name, which ASP.NET Core 10 leaves out. The name is the route, never the
/// path, so that spans of one page are one line.
/// </summary>
internal sealed class RequestTagging : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(TagAsync);
        next(app);
    };

    private static async Task TagAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity)
                Tag(activity, context);
        }
    }

    private static void Tag(Activity activity, HttpContext context)
    {
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            activity.SetStatus(ActivityStatusCode.Error);
        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is not { } route)
            return;
        activity.SetTag("http.route", route);
        activity.DisplayName = $"{context.Request.Method} {route}";
    }
}
