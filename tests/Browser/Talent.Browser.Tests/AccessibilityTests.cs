using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Talent.Portal.Doubles;

namespace Talent.Browser.Tests;

public sealed class AccessibilityTests(Browser browser, PortalHost portal)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static TheoryData<string?, string> Pages { get; } = [.. PortalPages.All];

    [Theory, MemberData(nameof(Pages))]
    public async Task Page_AsItOpens_BreaksNoRuleOfAxeAndNeverScrollsSideways(string? account, string path)
    {
        var page = await browser.OpenAsync(portal, account);
        await page.GotoAsync(path);
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");

        var result = await page.RunAxe(Rules);
        await page.SetViewportSizeAsync(320, 900);
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Empty(result.Violations.Select(each => $"{each.Id}: {each.Help}: {each.Nodes[0].Html}"));
        Assert.Equal(0, wider);
        await page.Context.CloseAsync();
    }
}
