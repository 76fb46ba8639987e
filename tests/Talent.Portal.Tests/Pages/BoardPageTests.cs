using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

public sealed class BoardPageTests(PortalHost portal)
{
    private const string Board = $"/groups/{Invented.GroupId}/board";

    [Fact]
    public async Task Get_ByTheDirector_ListsPostsInTheOrderOfTheBoard()
    {
        using var director = await portal.VisitAsAsync("director");

        var board = await director.GetAsync(Board);

        Assert.Equal(Invented.Titles, board.Page.QuerySelectorAll("tbody th a").Select(each => each.TextContent.Trim()));
    }

    [Fact]
    public async Task Get_ByTheDirector_SaysHowManyOwnPostsAreLeftOut()
    {
        using var director = await portal.VisitAsAsync("director");

        var board = await director.GetAsync(Board);

        Assert.Contains("1 post is left out, because you hold it", board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheUsualCounts_StandBesideWhatWouldHappen()
    {
        using var director = await portal.VisitAsAsync("director");

        var board = await director.GetAsync(Board);

        Assert.Contains(
            "By the usual count 100% of the posts are covered. If it happened, 58.3% would be", board.Text, StringComparison.Ordinal);
        var measure = board.Page.QuerySelector("[aria-label='The usual counts beside what would happen'] tbody tr")!;
        Assert.EndsWith("ISO/TS 30433:2021", measure.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Board)]
    public async Task Get_PostsLeftBare_AreNamed(string address)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(address);

        var bare = InventedBoard.Make(1, chiefExecutiveVacant: false).Rows.Where(row => row.Cover != Succession.V1.Cover.Confirmed);
        Assert.Equal(
            bare.Select(row => row.Title),
            page.Page.QuerySelectorAll("[aria-label='The usual counts beside what would happen'] ~ ul")[0]
                .QuerySelectorAll("a").Select(post => post.TextContent));
    }

    [Fact]
    public async Task Get_PeopleNamed_AreAlsoSharedOutOverTheirPlans()
    {
        using var director = await portal.VisitAsAsync("director");

        var row = (await director.GetAsync(Board)).Page.QuerySelector($"#row-{Invented.ChiefExecutivePost}")!;

        Assert.Contains("0.75 days", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithTiedPosts_SaysThatTheyShareAPlaceAndWhatWouldSeparateThem()
    {
        using var director = await portal.VisitAsAsync("director");

        var board = await director.GetAsync(Board);

        Assert.Equal(2, board.Page.QuerySelectorAll("tbody tr").Count(row => row.FirstElementChild!.TextContent.Contains("4=", StringComparison.Ordinal)));
        Assert.Contains("would separate them", board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithAnUnknownFigure_ShowsItAsUnknown()
    {
        using var director = await portal.VisitAsAsync("director");

        var board = await director.GetAsync(Board);

        var row = board.Page.QuerySelector($"#row-{Invented.UnknownReadinessPost}")!;
        Assert.Contains("not known", row.QuerySelector(".app-explained summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("between 5 and 90 days", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithAFlag_NamesItsReasonsAndAnAction()
    {
        using var director = await portal.VisitAsAsync("director");

        var flag = (await director.GetAsync(Board)).Page.QuerySelector(".app-flag")!.TextContent;

        Assert.Contains("Dependence on one leader", flag, StringComparison.Ordinal);
        Assert.Contains("The post serves three organisations.", flag, StringComparison.Ordinal);
        Assert.Contains("Name a deputy who accepts to stand in.", flag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ItsRowsAlone_AreTheSameAsOnTheBoard()
    {
        using var director = await portal.VisitAsAsync("director");

        var part = await director.Client.GetStringAsync(new Uri($"{Board}/rows", UriKind.Relative));
        var whole = (await director.GetAsync(Board)).Page.QuerySelector("[data-live]")!;

        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Equal(whole.QuerySelectorAll("tbody tr").Length, part.Split("<tr class=\"nhsuk-table__row\"").Length - 1);
    }

    [Fact]
    public async Task Get_TextFromTheServices_IsEncoded()
    {
        using var director = await portal.VisitAsAsync("director");

        var board = await director.Client.GetStringAsync(new Uri(Board, UriKind.Relative));

        Assert.Contains("Thornby &lt;Community&gt; NHS Trust", board, StringComparison.Ordinal);
        Assert.DoesNotContain("<Community>", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OwnPost_WithholdsSuccessionAndSaysWhy()
    {
        using var director = await portal.VisitAsAsync("director");

        var post = await director.GetAsync($"/posts/{Invented.OwnPost}");

        Assert.Contains("Nobody sees the succession to a post of their own", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("People ready or preparing", post.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nominate for this post", post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PostPage_ListsPeopleInAlphabeticalOrder()
    {
        using var director = await portal.VisitAsAsync("director");

        var post = await director.GetAsync($"/posts/{Invented.ChiefExecutivePost}");

        var slate = post.Page.QuerySelectorAll("[aria-label='People ready or preparing'] tbody th").Select(each => each.TextContent.Trim());
        Assert.Equal(["Amos Fenwick", "Bronwen Ellery", "Somebody from outside"], slate);
    }

    [Fact]
    public async Task Get_CriticalityNotAgreed_ShowsEqualWeightsAndWhetherTheOrderChanges()
    {
        using var director = await portal.VisitAsAsync("director");

        foreach (var (address, table) in new[] { (Board, "Board of posts"), ($"/groups/{Invented.GroupId}/paper", "Posts of the paper") })
        {
            var page = await director.GetAsync(address);
            Assert.Contains("Equal weights put the posts in another order.", page.Text, StringComparison.Ordinal);
            Assert.Contains("12.5 days", page.Page.QuerySelector($"[aria-label='{table}']")!.TextContent, StringComparison.Ordinal);
        }
        var tonight = await director.GetAsync($"/posts/{Invented.ChiefExecutivePost}/tonight");
        Assert.Contains("29 days", tonight.Text, StringComparison.Ordinal);
        var person = await director.GetAsync($"/people/{Invented.Holder}");
        Assert.Contains("33 days", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Tonight_ListsPostsByPlaceWithTiesMarked()
    {
        using var director = await portal.VisitAsAsync("director");

        var tonight = await director.GetAsync($"/groups/{Invented.GroupId}/tonight");

        var items = tonight.Page.QuerySelectorAll("main ol li").Select(item => item.TextContent.Trim()).ToList();
        Assert.Equal(2, items.Count(item => item.StartsWith("4=", StringComparison.Ordinal)));
        Assert.Empty(tonight.Page.QuerySelectorAll("ol.nhsuk-list--number"));
        Assert.Contains("ready within three months", items[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TonightOfAPostWhoseSuccessorAnotherPostNeeds_SaysHowThatDiffersFromTheBoard()
    {
        using var director = await portal.VisitAsAsync("director");

        var tonight = await director.GetAsync($"/posts/{Invented.PostCoveredOnTheBoardAlone}/tonight");

        Assert.Contains("People are named, but all of them are needed for other posts.", tonight.Text, StringComparison.Ordinal);
        Assert.Contains("The board of posts counts someone for this post.", tonight.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("counted for this post alone", tonight.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Paper_NamesThePostsAndOrganisationsOfAFindingAndItsDay()
    {
        using var director = await portal.VisitAsAsync("director");

        var finding = (await director.GetAsync($"/groups/{Invented.GroupId}/paper")).Page.QuerySelector(".app-flag")!.TextContent;

        Assert.Contains("Posts: Group chief executive.", finding, StringComparison.Ordinal);
        Assert.Contains("Northmere Hospitals NHS Trust", finding, StringComparison.Ordinal);
        Assert.Contains("Raised on 1 November 2024.", finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HomePage_ReachesTheThreeThingsWithinThreeClicks()
    {
        using var director = await portal.VisitAsAsync("director");

        var home = await director.GetAsync("/");
        var choose = await director.GetAsync(home.Page.QuerySelectorAll("main a").First(a => a.TextContent == "If this post fell vacant tonight").GetAttribute("href")!);
        var tonight = await director.GetAsync(choose.Page.QuerySelector("main ol a")!.GetAttribute("href")!);
        var paper = await director.GetAsync(home.Page.QuerySelectorAll("main a").First(a => a.TextContent == "Print the paper").GetAttribute("href")!);

        Assert.Equal("If this post fell vacant tonight: Group chief executive", tonight.Heading);
        Assert.Equal(3, tonight.Page.QuerySelectorAll("[aria-label='In every organisation it serves'] tbody tr").Length);
        Assert.Contains("Not yet discussed with the holder.", paper.Text, StringComparison.Ordinal);
    }
}
