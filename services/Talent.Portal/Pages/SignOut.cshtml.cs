using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.SignIn;

namespace Talent.Portal.Pages;

/// <summary>Signs out: the session is over for good, whoever kept its cookie.</summary>
[OpenToEverybody]
public sealed class SignOutModel(Sessions sessions) : PortalPage
{
    /// <summary>Leads home whoever comes by a link: signing out needs the button.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await HttpContext.ReadSessionAsync() is { } session)
            await sessions.RevokeAsync(session, Aborted);
        await HttpContext.SignOutAsync(SessionCookie.Scheme);
        return LocalRedirect("/sign-in");
    }
}
