using Talent.Portal.Access;

namespace Talent.Portal.Pages.About;

/// <summary>How the figures are made, in plain words.</summary>
[OpenToEverybody]
public sealed class FiguresModel : PortalPage
{
    /// <summary>Shows the page.</summary>
    public void OnGet() => Describe("How the figures are made", Home);
}
