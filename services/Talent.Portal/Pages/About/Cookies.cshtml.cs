using Talent.Portal.Access;

namespace Talent.Portal.Pages.About;

/// <summary>Cookies, in plain words.</summary>
[OpenToEverybody]
public sealed class CookiesModel : PortalPage
{
    /// <summary>Shows the page.</summary>
    public void OnGet() => Describe("Cookies", Home);
}
