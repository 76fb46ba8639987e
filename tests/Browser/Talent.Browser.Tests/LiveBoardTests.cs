using Microsoft.Playwright;
using Talent.Portal.Doubles;

namespace Talent.Browser.Tests;

/// <summary>A portal of its own, because these tests change what the doubles answer.</summary>
public sealed class LiveBoardTests(Browser browser) : IAsyncLifetime
{
    private readonly PortalHost _portal = new();

    public async ValueTask InitializeAsync() => await _portal.InitializeAsync();

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task Board_WhenItChanges_ShowsItWithoutReloadAndSaysSo()
    {
        var page = await browser.OpenAsync(_portal, "director");
        await page.GotoAsync($"/groups/{Invented.GroupId}/board");
        await page.EvaluateAsync("window.notReloaded = true");
        var row = page.Locator($"#row-{Invented.ChiefExecutivePost}");
        await row.Locator(".app-explained > summary").First.ClickAsync();

        _portal.Recorded.ChiefExecutiveVacant = true;
        _portal.Recorded.BoardVersion = 2;

        await Assertions.Expect(row).ToContainTextAsync("Vacant");
        await Assertions.Expect(page.Locator(".app-status")).ToHaveTextAsync("The board has been updated.");
        await Assertions.Expect(row.Locator(".app-explained").First).ToHaveAttributeAsync("open", "");
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Board_OverThePolicy_IsNeverViolated()
    {
        var page = await browser.OpenAsync(_portal, "director");
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };

        await page.GotoAsync($"/groups/{Invented.GroupId}/board");
        await page.Locator("details summary").First.ClickAsync();

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }
}
