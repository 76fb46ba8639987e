using Talent.Portal.Doubles;

namespace Talent.Browser.Tests;

public sealed class AccessibilityTests(Browser browser, PortalHost portal)
{
    public static TheoryData<string?, string> Pages { get; } = [.. PortalPages.All];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_AsItOpens_BreaksNoRuleOfAxeAndNeverScrollsSideways(string? account, string path)
    {
        var page = await browser.ReadAsync(portal, account);
        await page.SetViewportSizeAsync(1200, 900);
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        var violations = await Accessibility.ViolationsAsync(page);
        await page.SetViewportSizeAsync(320, 900);
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Empty(violations);
        Assert.Equal(0, wider);
    }
}
