using Microsoft.AspNetCore.Mvc.RazorPages;
using Talent.Portal.Components;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages;

/// <summary>What every page of the portal has: a title that is also its heading, its place below the home page, and its caller.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>The title, which is also the heading.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Who reads the page.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; only pages open to everybody meet that.</exception>
    public Caller Caller => HttpContext.GetCaller() ?? throw new InvalidOperationException("This page needs somebody who is signed in.");

    /// <summary>Ends when the reader goes away.</summary>
    protected CancellationToken Aborted => HttpContext.RequestAborted;

    /// <summary>Names the page and the pages above it, from the home page down.</summary>
    protected void Describe(string title, params Link[] above)
    {
        Title = title;
        ViewData["Title"] = title;
        if (above.Length > 0)
            ViewData["Above"] = (IReadOnlyList<Link>)above;
    }

    /// <summary>The home page, as a link.</summary>
    protected static Link Home => new("Home", "/");
}
