using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

public sealed class CalibrationPageTests(PortalHost portal)
{
    private const string Page = "/how-figures-are-made/fit";

    [Fact]
    public async Task Get_HowTheFiguresAreMade_LeadsToHowWellTheyFit()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync("/how-figures-are-made");

        Assert.NotNull(page.Page.QuerySelector($"main a[href='{Page}']"));
    }

    [Fact]
    public async Task Get_AFigureThatFits_StandsBesideWhatWasPublishedAndItsSource()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync(Page);

        var row = page.Page.QuerySelector("[aria-label='Figures as published and as they follow here'] tbody tr")!;

        Assert.Contains("21.3%", row.Children[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("counted in 108 acute trusts", row.Children[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("19.3%", row.Children[2].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("2 points less", row.Children[3].TextContent.Trim(), StringComparison.Ordinal);
        Assert.EndsWith("fits within 3 points", row.Children[3].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AFigureOfWhichOnlyARangeIsKnown_IsShownAsUnknown()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync(Page);

        var row = page.Page.QuerySelectorAll("[aria-label='Figures as published and as they follow here'] tbody tr")[1];
        Assert.Contains("not known", row.Children[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("between 2.47 and 3.96 years", row.Children[2].TextContent, StringComparison.Ordinal);
        Assert.StartsWith("not known: 0.53 years less to 0.96 years more", row.Children[3].TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TurnoverThatDoesNotFollowTheYearsInPost_IsSaidNotToFit()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync(Page);

        var row = page.Page.QuerySelector("[aria-label='Figures if the years in post did not matter'] tbody tr")!;
        Assert.Contains("17.1 points less", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Does not fit", row.TextContent, StringComparison.Ordinal);
    }
}
