using Microsoft.AspNetCore.Diagnostics;
using Talent.Portal.Access;
using Talent.ServiceDefaults;

namespace Talent.Portal.SignIn;

/// <summary>Establishes who makes a request to one of the portal's endpoints, from the session its cookie names.</summary>
public sealed class SignedInPerson(RequestDelegate next)
{
    /// <summary>Serves one request.</summary>
    public async Task InvokeAsync(HttpContext context, Sessions sessions)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(sessions);
        // After a failure only its page follows: it shows nothing of anybody, and whatever failed is not asked once more.
        if (context.Features.Get<IExceptionHandlerFeature>() is null
            && context.GetEndpoint()?.Metadata is { } about && about.GetMetadata<PortalEndpointMetadata>() is not null
            && await context.ReadSessionAsync() is { } session)
        {
            // A page that says what went wrong follows a request that was counted already, or is not to be.
            var used = about.GetMetadata<FetchedByScriptAttribute>() is null && context.Features.Get<IStatusCodeReExecuteFeature>() is null;
            var caller = used
                ? await sessions.FindAsync(session, context.RequestAborted)
                : await sessions.LookUpAsync(session, context.RequestAborted);
            if (caller is not null)
                context.SetCaller(caller);
        }
        await next(context);
    }
}
