using Microsoft.Playwright;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Integration.Tests.Browsing;

/// <summary>The form that ends an appointment, filled in by hand.</summary>
internal static class EndAppointment
{
    /// <summary>Fills in the form for the holder of a post, as of yesterday, up to the page where the answers are checked.</summary>
    public static async Task FillInAsync(IPage page, Post post)
    {
        var lastDay = LondonCalendar.Today(TimeProvider.System).AddDays(-1);
        await page.GotoAsync($"/posts/{post.Id}");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "End this appointment" }).First.ClickAsync();
        await page.GetByLabel("Day", new PageGetByLabelOptions { Exact = true }).FillAsync($"{lastDay.Day}");
        await page.GetByLabel("Month").FillAsync($"{lastDay.Month}");
        await page.GetByLabel("Year").FillAsync($"{lastDay.Year}");
        await ContinueAsync(page);
        if (post.Served.Count > 1)
        {
            await page.GetByLabel("In every organisation that the post serves").CheckAsync();
            await ContinueAsync(page);
        }
        await page.GetByLabel("The person retired").CheckAsync();
        await ContinueAsync(page);
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Check your answers" }).WaitForAsync();
    }

    /// <summary>Sends it and waits until it is confirmed.</summary>
    public static async Task SendAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "End the appointment" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was recorded");
    }

    private static Task ContinueAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync();
}
