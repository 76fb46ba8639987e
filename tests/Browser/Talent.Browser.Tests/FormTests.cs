using Microsoft.Playwright;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;

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
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    public static TheoryData<string, string> Forms { get; } = new()
    {
        { "appoint", "person=person-03;kind=3;start=1.4.2027;last=;lead=XN2;basis=1;body=nhs-england;approved=;reason=cover" },
        {
            "nominate",
            "where=outside;name=Somebody;organisation=;source=a panel;ready=known;earliest=1.4.2027;latest=;rank=1;telling=3;"
                + "confidential-reason=reorganisation;until=soon;approver=offered;reason=panel"
        },
        { "share", "serves=XN1;shares-XN1=60;votes=XN1;days=4.5;reason=load" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task EveryStep_OfAForm_BreaksNoRuleOfAxe(string form, string answers)
    {
        // Somebody else has to approve that a nomination is confidential.
        using var other = await portal.VisitInRoleAsync(Role.GroupHrDirector, Scope.Group(Invented.GroupId));
        using var director = await portal.VisitAsAsync("director");
        var page = await browser.OpenAsync(portal, account: null);
        await page.Context.AddCookiesAsync([.. director.Cookies.Select(cookie => cookie.Split('=', 2)).Select(parts => new Cookie
        {
            Name = parts[0],
            Value = parts[1],
            Url = portal.Address.ToString(),
        })]);
        var step = await director.OpenAsync($"/posts/{Invented.ChiefExecutivePost}/{form}");
        foreach (var answer in answers.Split(';').Select(each => each.Split('=', 2)))
        {
            await page.GotoAsync(step.Response.RequestMessage!.RequestUri!.PathAndQuery);
            Assert.Empty(await Accessibility.ViolationsAsync(page));
            var given = answer[1] == "offered" ? step.Page.QuerySelector($"input[name={answer[0]}]")!.GetAttribute("value")! : answer[1];
            step = await director.AnswerAsync(step, [.. Fields(answer[0], given)]);
        }

        Assert.Equal("Check your answers", step.Heading);
        await page.GotoAsync(step.Response.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }

    // A day is written as 1.4.2027, "soon" is the day after tomorrow, and an empty day stays empty.
    private static IEnumerable<(string Name, string Value)> Fields(string field, string answer)
    {
        if (field is not ("start" or "last" or "approved" or "earliest" or "latest" or "until"))
            return [(field, answer)];
        var soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        var parts = answer switch
        {
            "" => ["", "", ""],
            "soon" => [$"{soon.Day}", $"{soon.Month}", $"{soon.Year}"],
            _ => answer.Split('.'),
        };
        return [($"{field}[day]", parts[0]), ($"{field}[month]", parts[1]), ($"{field}[year]", parts[2])];
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
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.Context.CloseAsync();
    }
}
