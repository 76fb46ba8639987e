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
    public async Task Board_AfterSigningOutElsewhere_SaysThatUpdatesHaveStoppedAndShowsNoOtherPage()
    {
        using var director = await _portal.VisitAsAsync("director");
        var page = await browser.OpenAsync(_portal, account: null);
        await page.Context.AddCookiesAsync([.. director.Cookies.Select(cookie => cookie.Split('=', 2)).Select(parts => new Cookie
        {
            Name = parts[0],
            Value = parts[1],
            Url = _portal.Address.ToString(),
        })]);
        await page.GotoAsync($"/groups/{Invented.GroupId}/board");
        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync("/");
        await elsewhere.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign out" }).ClickAsync();
        await elsewhere.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Who do you want to sign in as?" }).WaitForAsync();

        _portal.Recorded.BoardVersion = 2;

        await Assertions.Expect(page.Locator(".app-status")).ToHaveTextAsync("Live updates have stopped. Reload the page.");
        await Assertions.Expect(page.Locator("[data-live]")).Not.ToContainTextAsync("sign in");
        await Assertions.Expect(page.Locator($"#row-{Invented.ChiefExecutivePost}")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Board_WhoseStreamIsRefused_SaysThatUpdatesHaveStopped()
    {
        var page = await browser.OpenAsync(_portal, "director");
        await page.RouteAsync("**/board/events*", route => route.FulfillAsync(new RouteFulfillOptions { Status = 503 }));

        await page.GotoAsync($"/groups/{Invented.GroupId}/board");

        await Assertions.Expect(page.Locator(".app-status")).ToHaveTextAsync("Live updates have stopped. Reload the page.");
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
