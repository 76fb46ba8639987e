using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Hosting;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Problems;

/// <summary>Says in plain words what went wrong. Other pages lead here; the address stays theirs.</summary>
[OpenToEverybody]
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PortalPage
{
    /// <summary>What a service said; null when none did.</summary>
    public ErrorDetails? Details { get; private set; }

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; private set; }

    /// <summary>Reports a problem.</summary>
    public void OnGet(int status) => Report(status);

    /// <summary>Reports a problem of a form that was sent.</summary>
    public void OnPost(int status) => Report(status);

    private void Report(int status)
    {
        Status = status;
        Details = ServiceRefusalFilter.ProblemOf(HttpContext);
        Response.StatusCode = status;
        Describe(status switch
        {
            StatusCodes.Status400BadRequest => "This form can no longer be sent",
            StatusCodes.Status401Unauthorized => "Sign in first",
            StatusCodes.Status403Forbidden => "You may not see this page",
            StatusCodes.Status404NotFound => "Page not found",
            StatusCodes.Status409Conflict => "This was changed meanwhile",
            StatusCodes.Status503ServiceUnavailable => "The service is not available",
            _ => "Something went wrong",
        });
    }
}
