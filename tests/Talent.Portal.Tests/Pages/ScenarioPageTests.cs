using Talent.Portal.Doubles;
using Talent.Portal.Scenarios;
using Talent.Succession.V1;

namespace Talent.Portal.Tests.Pages;

public sealed class ScenarioPageTests(PortalHost portal)
{
    private const string Page = $"/groups/{Invented.GroupId}/scenario";
    private static readonly string _compared = $"{Page}?{InventedScenario.Query}&compare=at-once";
    private static readonly string _refused = $"{Page}?{InventedScenario.RefusedQuery}&compare=at-once";

    [Fact]
    public async Task Get_ChangesOfTheAddress_AreSaidInWords()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}?{InventedScenario.Query}");

        Assert.Contains("Amos Fenwick leaves on 1 April 2027.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NotAskedToCompare_ComparesNothing()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}?{InventedScenario.Query}");

        Assert.DoesNotContain("What the changes bring", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ACutAddress_IsNotFound()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}?{InventedScenario.Query[..^2]}");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Get_AChangeRemoved_IsGone()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Page}?{InventedScenario.Query}");

        var without = await director.GetAsync(LinkOf(page, "Remove"));

        Assert.Contains("Nothing yet. Add a first change.", without.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Compared_SaysWhatChangesAndWhatCannotBeTold()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_compared);

        Assert.Equal("60 fewer weighted days (40 to 80)", Difference(page, "Organisations, each", "Northmere Hospitals NHS Trust"));
        Assert.Equal(
            "no difference can be told: 6 fewer to 10 more",
            Difference(page, "Organisations, each", "Ashwick & Vale NHS Foundation Trust"));
        Assert.Equal("no difference", Difference(page, "Organisations, each", "Thornby <Community> NHS Trust"));
    }

    [Fact]
    public async Task Get_ComparedWhileCriticalityIsNotAgreed_ShowsTheGroupWithEqualWeights()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_compared);

        Assert.Equal("20 fewer days (13 to 27)", Difference(page, "The whole group", "With equal weights"));
    }

    [Fact]
    public async Task Get_ComparedWhileCriticalityIsNotAgreed_ShowsThePartsWithEqualWeights()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_compared);

        Assert.Equal("20 fewer days (13 to 27)", Difference(page, "Organisations with equal weights", "Northmere Hospitals NHS Trust"));
        Assert.Contains(
            "Equal weights leave the organisations in the same order by what the changes bring.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Chair in common", "Group chief executive", "A post outside what you may see"],
            page.Page.QuerySelectorAll("[aria-label^='Posts with equal weights'] tbody th").Select(each => each.TextContent));
        Assert.Contains("Equal weights put the posts in another order by what the changes bring.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Compared_ListsThePostsThatChangeGreatestSavingFirst()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_compared);

        Assert.Equal(
            ["Group chief executive", "Chair in common", "A post outside what you may see"],
            page.Page.QuerySelectorAll("[aria-label^='Posts that change'] tbody th").Select(each => each.TextContent));
        Assert.Contains("1 other post stays unchanged.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Compared_ListsPostsWithNoOneFreeBeforeAndAfter()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_compared);

        Assert.Equal(["Chief nursing officer", "Director of strategy"], Bare(page, "Posts with no one free, as it is"));
        Assert.Equal(["Director of strategy"], Bare(page, "Posts with no one free, with the changes"));
    }

    [Fact]
    public async Task Get_Compared_SaysHowManyOwnPostsAreLeftOut()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_compared);

        Assert.Contains("1 post is left out, because you hold it", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AChangeThatTheServiceRefuses_SaysSoNextToIt()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(_refused);

        Assert.Equal("Error: Let the pause end after it begins.", page.Page.QuerySelector("#change-2 .nhsuk-error-message")!.TextContent);
        Assert.Equal("#change-2", page.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Post_AFurtherChange_IsAddedBehindThoseThereAre()
    {
        using var director = await portal.VisitAsAsync("director");
        var form = await director.GetAsync($"{Page}/add/leaves?{InventedScenario.Query}");

        var page = await director.AnswerAsync(form, [("person", Invented.Holder), .. Day("on", 2028)]);

        Assert.Equal(
            ["Amos Fenwick leaves on 1 April 2027.", "Zara Winterbourne leaves on 1 April 2028."],
            page.Page.QuerySelectorAll("main ol li").Select(each => each.FirstChild!.TextContent.Trim()));
    }

    [Fact]
    public async Task Post_NothingAnswered_SaysWhatIsMissingNextToEachField()
    {
        using var director = await portal.VisitAsAsync("director");
        var form = await director.GetAsync($"{Page}/add/leaves");

        var page = await director.SendAsync(form);

        Assert.Equal("Error: Select a person", page.Page.QuerySelector("#person-error")!.TextContent);
        Assert.Equal("Error: Enter the day on which the person leaves", page.Page.QuerySelector("#on-error")!.TextContent);
    }

    [Fact]
    public async Task Post_MoreChangesThanAScenarioHas_SaysWhatToDo()
    {
        using var director = await portal.VisitAsAsync("director");
        var full = string.Join('&', Enumerable.Repeat(InventedScenario.Query, Scenario.Most));
        var form = await director.GetAsync($"{Page}/add/leaves?{full}");

        var page = await director.SendAsync(form, [("person", Invented.Holder), .. Day("on", 2028)]);

        Assert.Contains("Remove a change first: a scenario has at most 20", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ASplit_KeepsTheHolderForTheOrganisationsThatStay()
    {
        using var director = await portal.VisitAsAsync("director");

        var split = (await SupposeAsync(
            director, "split", ("post", Invented.ChiefExecutivePost), ("leaving", "XN3"), ("holder", ""))).PostSplit;

        Assert.Equal([Invented.ChiefExecutivePost, split.Parts[1].PostId], split.Parts.Select(part => part.PostId));
        Assert.Equal((string[])["XN1", "XN2"], split.Parts[0].OrganisationCodes);
        Assert.Equal((string[])["XN3"], split.Parts[1].OrganisationCodes);
        Assert.Equal((Invented.Holder, ""), (split.Parts[0].HolderPersonId, split.Parts[1].HolderPersonId));
    }

    [Fact]
    public async Task Post_APause_EndsAfterItsLastDay()
    {
        using var director = await portal.VisitAsAsync("director");

        var pause = (await SupposeAsync(director, "pause", [.. Day("from", 2027), .. Day("last", 2028)])).RecruitmentFreeze;

        Assert.Equal((Invented.Day(2027, 4, 1), Invented.Day(2028, 4, 2)), (pause.From, pause.Until));
    }

    [Fact]
    public async Task Post_ATerm_IsExtendedOnTheBoardsThatTheHolderServes()
    {
        using var director = await portal.VisitAsAsync("director");

        var term = (await SupposeAsync(
            director, "term", [("post", Invented.PostId(4)), ("person", "person-04"), .. Day("until", 2029)])).TermExtended;

        Assert.Equal((string[])["XN1", "XN3"], term.OrganisationCodes);
    }

    [Theory]
    [InlineData("named", "Bronwen Ellery is named for Chair in common; ready: 1 April 2027; place: 1")]
    [InlineData("ready", "Bronwen Ellery is ready for Chair in common by 1 April 2027")]
    [InlineData("shared", "Chair in common also serves Northmere Hospitals NHS Trust (share: 20%)")]
    [InlineData("search", "The search for Chair in common begins 182 days before the agreed end")]
    [InlineData("deputy", "The holder of Chief nursing officer accepts to stand in for Chair in common: interim cover, not succession")]
    [InlineData("programme", "Bronwen Ellery take part in a programme for Chair; 50% complete it, and are ready by 1 April 2027")]
    [InlineData("merger", "Northmere Hospitals NHS Trust takes over Ashwick & Vale NHS Foundation Trust")]
    public async Task Post_AChange_IsSaidInWords(string kind, string words)
    {
        using var director = await portal.VisitAsAsync("director");
        var form = await director.GetAsync($"{Page}/add/{kind}");

        var page = await director.AnswerAsync(form,
        [
            ("post", Invented.Chair), ("person", "person-03"), ("rank", "1"), .. Day("ready", 2027), .. Day("by", 2027), ("with", "XN1"),
            ("share", "20"), ("days", "182"), ("deputy", Invented.PostId(3)), ("people", "person-03"), ("completes", "50"),
            ("family", kind == "programme" ? "chair" : ""), ("survivor", "XN1"), ("absorbed", "XN2"), ("stays", ""),
        ]);

        Assert.Contains($"{words}.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_APlayedTrial_ShowsItsStepsOneAfterTheOther()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}/play?{InventedScenario.Query}&trial=1");

        Assert.Equal(
            [
                "Zara Winterbourne leaves the group",
                "Group chief executive falls vacant; a deputy who has accepted stands in",
                "Amos Fenwick accepts Group chief executive",
                "Amos Fenwick takes up Group chief executive",
                "Chief nursing officer falls vacant, because its holder moves to Group chief executive; nobody stands in",
                "No one named for Chief nursing officer is ready, free and willing: recruitment from outside begins",
                "Somebody from outside takes up Chief nursing officer",
                "The term of Bronwen Ellery as Chair in common on the board of Ashwick & Vale NHS Foundation Trust ends",
                "Chair in common on the board of Ashwick & Vale NHS Foundation Trust falls vacant; nobody stands in",
            ],
            page.Page.QuerySelectorAll("[aria-label='Steps of the trial'] td").Select(each => each.TextContent));
        Assert.Contains("It is no forecast about anybody", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheNextTrial_KeepsTheChanges()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"{Page}/play?{InventedScenario.Query}&trial=1");

        var next = await director.GetAsync(LinkOf(page, "Next trial"));

        Assert.Contains("Trial 2", next.Text, StringComparison.Ordinal);
        Assert.Contains("Amos Fenwick leaves on 1 April 2027.", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ATrialInWhichNothingHappens_SaysSo()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}/play?trial={InventedScenario.QuietTrial}");

        Assert.Contains("Nothing happens: nobody leaves and no post falls vacant.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ATrialThatThereIsNot_SaysWhatToDoNextToTheField()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}/play?trial=10000");

        Assert.Equal("Error: Choose a trial from 0 to 9999.", page.Page.QuerySelector("#trial-error")!.TextContent);
    }

    [Fact]
    public async Task Post_TheNumberOfATrial_LeadsToItWithTheChanges()
    {
        using var director = await portal.VisitAsAsync("director");
        var form = await director.GetAsync($"{Page}/play?{InventedScenario.Query}");

        var page = await director.AnswerAsync(form, ("trial", "17"));

        Assert.Contains("Trial 17", page.Text, StringComparison.Ordinal);
        Assert.Contains("Amos Fenwick leaves on 1 April 2027.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seven")]
    [InlineData("10000")]
    public async Task Post_NoNumberOfATrial_SaysWhatToDoNextToTheField(string typed)
    {
        using var director = await portal.VisitAsAsync("director");
        var form = await director.GetAsync($"{Page}/play");

        var page = await director.SendAsync(form, ("trial", typed));

        Assert.Equal(
            "Error: Enter the trial as a whole number from 0 to 9999", page.Page.QuerySelector("#trial-error")!.TextContent);
    }

    [Fact]
    public async Task Get_ATrialWhileCriticalityIsNotAgreed_SaysTheDaysWithEqualWeights()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"{Page}/play?{InventedScenario.Query}&trial=17");

        Assert.Contains(
            "of all posts together: 548. With equal weights, until the group agrees how critical posts are: 137 days.", page.Text,
            StringComparison.Ordinal);
    }

    private static async Task<ScenarioChange> SupposeAsync(Visitor visitor, string kind, params (string, string)[] answers)
    {
        var form = await visitor.GetAsync($"{Page}/add/{kind}");
        var sent = await visitor.SendAsync(form, answers);
        var supposed = sent.Location!.Split($"{SupposedInAddress.Field}=")[1];
        return Scenario.Parse(Invented.GroupId, [supposed])!.Changes.Single();
    }

    private static string LinkOf(Received page, string words) => page.Page.QuerySelectorAll("main a")
        .First(each => each.TextContent.StartsWith(words, StringComparison.Ordinal)).GetAttribute("href")!;

    private static string Difference(Received page, string table, string row) => page.Page
        .QuerySelectorAll($"[aria-label^='{table}'] tbody tr")
        .Single(each => each.FirstElementChild!.TextContent == row).LastElementChild!.TextContent;

    private static IEnumerable<string> Bare(Received page, string heading) => page.Page.QuerySelectorAll("h3")
        .Single(each => each.TextContent == heading).NextElementSibling!.QuerySelectorAll("li").Select(each => each.TextContent);

    private static (string, string)[] Day(string key, int year) =>
        [($"{key}[day]", "1"), ($"{key}[month]", "4"), ($"{key}[year]", $"{year}")];
}
