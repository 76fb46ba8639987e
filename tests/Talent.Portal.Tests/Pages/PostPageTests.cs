using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

public sealed class PostPageTests(PortalHost portal)
{
    private const string LeftOneBoard = "/posts/post-04";
    private const string Ashwick = "Vacant in Ashwick & Vale NHS Foundation Trust";

    [Theory]
    [InlineData(LeftOneBoard)]
    [InlineData("/organisations/XN2")]
    [InlineData($"/groups/{Invented.GroupId}")]
    [InlineData($"/groups/{Invented.GroupId}/board")]
    public async Task Get_APostThatItsHolderLeftOnOneBoard_SaysWhereItIsVacant(string path)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(path);

        Assert.Contains(Ashwick, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("XN1", true)]
    [InlineData("XN2", false)]
    public async Task Get_AnOrganisation_ListsHoldersByTheirTermThere(string code, bool listed)
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/organisations/{code}");

        var row = page.Page.QuerySelectorAll("tbody tr")
            .First(each => each.TextContent.Contains("Chief medical officer", StringComparison.Ordinal));
        Assert.Equal(listed, row.TextContent.Contains("Óscar Liddell", StringComparison.Ordinal));
        Assert.Equal(!listed, row.TextContent.Contains("Vacant in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AnAppointment_ShowsApprovalAndTermsOfEachBoard()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync(LeftOneBoard);

        Assert.Contains("first appointed to this board: 1 April 2021", page.Text, StringComparison.Ordinal);
        Assert.Contains("approved on: 14 February 2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("approved on: not known", page.Text, StringComparison.Ordinal);
        Assert.Contains("last day on this board: 31 May 2026, reason: the term came to its end", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnAppointmentWhoseEndLiesAhead_LetsItBeChanged()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.PostId(5)}");

        Assert.Contains("31 March 2199. Reason: the person retired", page.Text, StringComparison.Ordinal);
        Assert.Contains("Change the end of this appointment", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Deputies_SaysWhoseAcceptanceCounts()
    {
        using var director = await portal.VisitAsAsync("director");

        var page = await director.GetAsync($"/posts/{Invented.ChiefExecutivePost}");

        Assert.Contains("Deputy chief executive: its holder accepted on 1 May 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chief operating officer: named on paper only, not accepted", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Company secretary: somebody who does not hold it any more accepted on 1 May 2024, so it does not count",
            page.Text, StringComparison.Ordinal);
    }
}
