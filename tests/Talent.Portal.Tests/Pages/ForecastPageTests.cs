using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

public sealed class ForecastPageTests(PortalHost portal)
{
    private const string Page = $"/groups/{Invented.GroupId}/forecast";

    [Theory]
    [InlineData("/")]
    [InlineData($"/groups/{Invented.GroupId}")]
    [InlineData($"/groups/{Invented.GroupId}/board")]
    public async Task Get_HomeGroupAndBoard_LeadToTheForecast(string from)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(from);

        Assert.NotNull(page.Page.QuerySelector($"main a[href='{Page}']"));
    }

    [Fact]
    public async Task Get_TheFullForecast_SaysFromWhatItWasComputed()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains(
            "Full forecast: 10,000 trials of 5 years from 22 November 2026, model 1, seed 20261122", page.Text, StringComparison.Ordinal);
        Assert.Contains("entry 120 of posts, 80 of people and 40 of nominations", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnAssumptionThatIsNotKnown_ShowsItAsUnknown()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("Share of offers accepted: not known (assumed)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileTheFullForecastIsComputed_SaysHowFarItIs()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}?tier=at-once");

        Assert.Contains("Forecast at once, 1,000 trials", page.Text, StringComparison.Ordinal);
        Assert.Contains("3 of 12 steps done", page.Text, StringComparison.Ordinal);
        Assert.Equal("3", page.Page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("Not known yet: the full forecast computes both.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheFullForecastThatIsNotReady_ShowsTheBestThereIs()
    {
        using var director = await portal.VisitAsAsync("director");
        portal.Recorded.FullForecastReady = false;

        var page = await director.GetAsync($"{Page}?tier=full");

        portal.Recorded.FullForecastReady = true;
        Assert.Contains("Which forecast this is", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Posts_AreInTheOrderOfExpectedDaysWithIntervals()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        var rows = page.Page.QuerySelectorAll("[aria-label='Posts by expected days uncovered'] tbody tr");
        Assert.Equal(Invented.Titles.Reverse(), rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()));
        Assert.Contains("41 days (16 to 101)", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("25% (23% to 27%)", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("no vacancy in the trials", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheFullForecast_SaysWhatWidensItMostAndWhatToRecord()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains(
            "What widens this most: probability that a named successor who is ready accepts: with 50% it is 800 weighted days, with 95% "
                + "it is 500 weighted days.",
            page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "exits a year of posts like this (Chief executive): with 0.16 a year it is 560 weighted days", page.Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "To know it, record 3 readiness dates (Chief medical officer; Chief nursing officer)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostOfTheFullForecast_SaysWhatWidensItsDaysMost()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Equal(
            "time to readiness of those named without a recorded readiness: 10 to 66 days",
            page.Page.QuerySelector($"#row-{Invented.PostId(1)} td:last-child")!.TextContent.Trim());
        Assert.Equal("nothing", page.Page.QuerySelector($"#row-{Invented.PostId(2)} td:last-child")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("full", "of the trials and of what is uncertain in the assumptions or not recorded, each of it played at both ends of its "
        + "range by 1,000 trials")]
    [InlineData("at-once", "of the trials alone; what is uncertain in the assumptions comes on top.")]
    public async Task Get_OfEachTier_SaysWhatItsIntervalsHold(string tier, string words)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}?tier={tier}");

        Assert.Contains($"The numbers in brackets are 80% intervals {words}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheForecastAtOnce_SaysThatTheFullOneHoldsWhatIsUncertain()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}?tier=at-once");

        Assert.Contains(
            "What is uncertain in the assumptions, and what is not recorded, comes with the full forecast.", page.Text,
            StringComparison.Ordinal);
        Assert.Contains("41 days (31 to 51)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ChairAndChiefExecutive_SaysByOrganisationHowLikelyBothAreMissing()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        var rows = page.Page.QuerySelectorAll("[aria-label='Chair and chief executive both missing, by organisation'] tbody tr");
        Assert.Equal(
            ["Ashwick & Vale NHS Foundation Trust", "Northmere Hospitals NHS Trust"],
            rows.Select(row => row.QuerySelector("th")!.TextContent.Trim()));
        Assert.Contains("about one in twenty: 4.1% (3.5% to 4.9%)", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("3.2 days (2.6 to 3.8)", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoChiefExecutiveKnown_SaysThatItIsNotKnown()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        var row = page.Page.QuerySelectorAll("[aria-label='Chair and chief executive both missing, by organisation'] tbody tr")[0];
        Assert.Contains("not known: no post of the chair or none of the chief executive", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TiedPosts_SaysWhatToRecordToSeparateThem()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains(
            "Tied on place 2: Chief medical officer; Chief nursing officer. What is recorded does not tell them apart. "
                + "To separate them, record: Chief medical officer: the readiness of those named "
                + "(the interval would be 12 weighted days narrower)",
            page.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing that could be recorded would separate them.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CriticalityNotAgreed_ShowsEqualWeights()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("640 weighted days (410 to 980)", page.Text, StringComparison.Ordinal);
        Assert.Contains("160 days (150 to 172)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tied on place 1: Chair in common; Group chief executive.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OwnPosts_SaysHowManyAreLeftOut()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("1 post is left out, because you hold it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_DeparturesThatWouldHurtTogether_ListsPeopleAlphabetically()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains(
            "Chief medical officer; Chief finance officer would have nobody (30% of the weight of all posts) without Amos Fenwick; "
                + "Zara Winterbourne",
            page.Text, StringComparison.Ordinal);
        Assert.Contains("1 person was not looked at", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Actions_AreRankedAndThoseThatCannotBeToldFromNothingSaidSo()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        var rows = page.Page.QuerySelectorAll("[aria-label='What would help most'] tbody tr");
        Assert.Contains("would save 120 weighted days (80 to 160)", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Amos Fenwick is named for Chief nursing officer", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("cannot be told from nothing: 11 fewer to 5 more, by 1,000 trials", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("27 weighted days (10 to 44) beyond the sum of each alone", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostThatStandsVacant_IsVacantNowAndNotLikelyToBe()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        var cells = page.Page.QuerySelector($"#row-{Invented.PostId(3)}")!.Children.Select(cell => cell.TextContent).ToArray();
        Assert.Equal(["vacant now", "vacant now", "vacant now"], cells[2..5]);
    }

    [Fact]
    public async Task Get_DeparturesThatWouldHurtTogetherWhileCriticalityIsNotAgreed_AreShownWithEqualWeights()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains(
            "Chief operating officer would have nobody (25% of all posts) without Bronwen Ellery", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ActionsWhileCriticalityIsNotAgreed_AreShownWithEqualWeights()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Page);

        Assert.Contains("Equal weights put the actions in another order.", page.Text, StringComparison.Ordinal);
        var rows = page.Page.QuerySelectorAll("[aria-label='What would help most'] tbody tr");
        Assert.Equal(["2", "1"], rows.Select(row => row.Children[1].TextContent));
        Assert.Contains("cannot be told from nothing: 5 fewer to 1 more", rows[0].LastElementChild!.TextContent, StringComparison.Ordinal);
        Assert.Contains("would save 9 days (4 to 14)", rows[1].LastElementChild!.TextContent, StringComparison.Ordinal);
        Assert.Contains("With equal weights: would save 17 days (12 to 22)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByTheLeader_IsRefused()
    {
        using var leader = await portal.VisitAsAsync("leader");

        var page = await leader.GetAsync(Page);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, page.Status);
    }
}
