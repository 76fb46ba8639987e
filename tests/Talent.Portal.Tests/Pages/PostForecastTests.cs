using Talent.Portal.Doubles;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Pages;

public sealed class PostForecastTests(PortalHost portal)
{
    private const string Post = $"/posts/{Invented.ChiefExecutivePost}";

    [Fact]
    public async Task Get_APost_SaysProbabilitiesInWords()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Post);

        Assert.Equal("about one in four: 25% (23% to 27%)", ValueOf(page, "Within three years"));
    }

    [Fact]
    public async Task Get_APost_SaysWhatWidensItsDaysMostAndWhatToRecord()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.PostId(1)}");

        Assert.Contains(
            "What widens this most: time to readiness of those named without a recorded readiness: with 91 days it is 10 days, with "
                + "1,826 days it is 66 days. To know it, record 1 readiness date.",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostOfWhichAllIsKnown_SaysThatNothingWidensItsDays()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.PostId(2)}");

        Assert.Contains("Nothing that is not known widens this.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APost_ListsWhoTakesOverAlphabetically()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Post);

        Assert.Contains(
            "Amos Fenwick: 15% of the vacancies Bronwen Ellery: 25% of the vacancies "
                + "Somebody from outside who is named: 5% of the vacancies",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ASharedPostWhoseBoardIsLeftAlone_SaysHowLikelyAndForHowLong()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(Post);

        Assert.Contains(
            "Ashwick & Vale NHS Foundation Trust: left alone within five years about one in four: 24% (22% to 26%); "
                + "nobody holds the post on this board for 33 days (30 to 36)",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostWhoseReasonIsNotKnown_SaysSo()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.Chair}");

        var reasons = page.Page.QuerySelectorAll("h3").Single(each => each.TextContent == "Why it may fall vacant").NextElementSibling!;
        Assert.Contains("not known", reasons.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostThatStandsVacant_IsVacantNowAndNotLikelyToBe()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.PostId(3)}");

        Assert.Equal("vacant now", ValueOf(page, "Posts like this fall vacant within one year"));
        Assert.Contains("It is vacant now: the register has no substantive holder.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Why it may fall vacant", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APostWithoutAForecast_SaysThatItIsNotKnown()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{InventedForecast.PostWithoutForecast}");

        Assert.Contains("Not known: there is no forecast of this post.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnOwnPost_AsksForNoForecast()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.OwnPost}");

        Assert.DoesNotContain("What to expect over five years", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Recorded.Requests<GetForecastRequest>(), request => request.PostId == Invented.OwnPost);
    }

    [Fact]
    public async Task Get_APerson_SaysWhatTheGroupWouldLoseInTheTrials()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/people/{Invented.Holder}");

        Assert.Contains(
            "In 10,000 trials of the coming five years: 210 more weighted days (180 to 240) uncovered than as things stand; "
                + "with equal weights 70 more days (60 to 81).",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APersonWhomTheForecastLeavesOut_SaysThatItIsNotKnown()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync("/people/person-02");

        Assert.Contains("Over the coming five years that is not known", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APerson_ReadsOfOnePostOnly()
    {
        using var reader = await portal.VisitInRoleAsync(Role.GroupHrDirector, Scope.Group(Invented.GroupId));

        await reader.GetAsync($"/people/{Invented.Holder}");

        var account = $"test-{Role.GroupHrDirector}-{Scope.Group(Invented.GroupId)}";
        var asked = portal.Recorded.Calls.Where(call => call.Token.Subject == account).Select(call => call.Request)
            .OfType<GetForecastRequest>();
        Assert.Equal([Invented.ChiefExecutivePost], asked.Select(request => request.PostId));
    }

    private static string ValueOf(Received page, string key) =>
        page.Page.QuerySelectorAll("dt").Single(each => each.TextContent == key).NextElementSibling!.TextContent;
}
