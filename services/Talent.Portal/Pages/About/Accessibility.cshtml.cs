using Talent.Portal.Access;

namespace Talent.Portal.Pages.About;

/// <summary>Accessibility, in plain words.</summary>
[OpenToEverybody]
public sealed class AccessibilityModel : PortalPage
{
    /// <summary>Shows the page.</summary>
    public void OnGet() => Describe("Accessibility", Home);
}
