using Microsoft.Playwright;
using Talent.Portal.Doubles;

namespace Talent.Browser.Tests;

public sealed class WithoutScriptTests(Browser browser, PortalHost portal)
{
    [Fact]
    public async Task EndAppointment_WithoutScript_IsSentByTheKeyboardAlone()
    {
        var page = await browser.OpenAsync(portal, "director", script: false);
        await page.GotoAsync($"/posts/{Invented.ChiefExecutivePost}");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "End this appointment" }).PressAsync("Enter");
        await page.GetByLabel("Day", new PageGetByLabelOptions { Exact = true }).FillAsync("31");
        await page.GetByLabel("Month").FillAsync("3");
        await page.GetByLabel("Year").FillAsync("2027");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("In every organisation that the post serves").PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("The person retired").PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "End the appointment" }).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The end of the appointment to Group chief executive was recorded.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Board_WithoutScript_OpensItsNumbers()
    {
        var page = await browser.OpenAsync(portal, "director", script: false);
        await page.GotoAsync($"/groups/{Invented.GroupId}/board");

        await page.Locator($"#row-{Invented.ChiefExecutivePost} .app-explained > summary").First.ClickAsync();

        await Assertions.Expect(page.Locator($"#row-{Invented.ChiefExecutivePost}")).ToContainTextAsync("Time to fill");
        await page.Context.CloseAsync();
    }
}
