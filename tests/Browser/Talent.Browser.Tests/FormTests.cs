using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Talent.Portal.Doubles;

namespace Talent.Browser.Tests;

public sealed class FormTests(Browser browser, PortalHost portal)
{
    [Fact]
    public async Task Question_AnsweredWrongly_StartsAtTheErrorSummaryThatLeadsToItsField()
    {
        var page = await browser.OpenAsync(portal, "director");
        await page.GotoAsync($"/posts/{Invented.ChiefExecutivePost}/appointments/{Invented.AppointmentId}/end");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();

        await Assertions.Expect(page.Locator(".nhsuk-error-summary")).ToBeFocusedAsync();
        await page.Locator(".nhsuk-error-summary a").ClickAsync();
        await Assertions.Expect(page.Locator("#last-day")).ToBeFocusedAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(each => each.Id));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Check_BeforeSending_BreaksNoRuleOfAxe()
    {
        var page = await browser.OpenAsync(portal, "director");
        await page.GotoAsync($"/posts/{Invented.ChiefExecutivePost}/appointments/{Invented.AppointmentId}/end");
        await page.Locator("#last-day").FillAsync("31");
        await page.Locator("#last-month").FillAsync("3");
        await page.Locator("#last-year").FillAsync("2027");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#where").CheckAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#reason").CheckAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Check your answers" })).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(each => each.Id));
        await page.Context.CloseAsync();
    }
}
