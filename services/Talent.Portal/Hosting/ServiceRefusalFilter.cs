using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Talent.ServiceDefaults;

namespace Talent.Portal.Hosting;

/// <summary>Turns what a service refused into the page that says so in plain words.</summary>
public sealed class ServiceRefusalFilter(ILogger<ServiceRefusalFilter> log) : IExceptionFilter
{
    private const string Key = "talent.problem";

    /// <summary>What a service said about the request, for the page that reports it; null when none did.</summary>
    public static ErrorDetails? ProblemOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Key, out var problem) ? (ErrorDetails?)problem : null;
    }

    /// <inheritdoc />
    public void OnException(ExceptionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Exception is not RpcException refused)
            return;
        var details = refused.GetDetails();
        var status = StatusOf(refused.StatusCode);
        if (status >= StatusCodes.Status500InternalServerError)
            log.LogError(refused, "A service failed with {Code} while a page was made", refused.StatusCode);
        context.HttpContext.Items[Key] = details;
        context.Result = new StatusCodeResult(status);
        context.ExceptionHandled = true;
    }

    private static int StatusOf(StatusCode code) => code switch
    {
        StatusCode.NotFound or StatusCode.InvalidArgument => StatusCodes.Status404NotFound,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.Aborted or StatusCode.AlreadyExists or StatusCode.FailedPrecondition => StatusCodes.Status409Conflict,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
