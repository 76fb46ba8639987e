using Talent.Portal.Doubles;
using Talent.Roles.V1;

namespace Talent.Portal.Tests.Journeys;

public sealed class ShareTests(PortalHost portal)
{
    private const string Form = $"/posts/{Invented.ChiefExecutivePost}/share";

    [Fact]
    public async Task Share_WithMoreThanTheWhole_IsRefused()
    {
        using var director = await portal.VisitAsAsync("director");
        var shares = await director.AnswerAsync(await director.GetAsync(Form), ("serves", "XN1"), ("serves", "XN2"));

        var again = await director.SendAsync(shares, ("shares-XN1", "80"), ("shares-XN2", "40"));

        Assert.Contains("Lower the shares: together they are more than 100 per cent", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_WithNoOrganisation_SaysWhatToDo()
    {
        using var director = await portal.VisitAsAsync("director");

        var again = await director.SendAsync(await director.GetAsync(Form));

        Assert.Contains("Select at least one organisation", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_AnsweredToTheEnd_SendsSharesVotesAndReason()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync(Form);
        var id = JourneyOf(page);
        page = await director.AnswerAsync(page, ("serves", "XN1"), ("serves", "XN2"));
        page = await director.AnswerAsync(page, ("shares-XN1", "60"), ("shares-XN2", "40"));
        page = await director.AnswerAsync(page, ("votes", "XN1"));
        page = await director.AnswerAsync(page, ("days", "4.5"));
        page = await director.AnswerAsync(page, ("reason", "load"));
        Assert.Contains(
            "The post will not serve any more: Thornby <Community> NHS Trust. Whoever is in post leaves these boards today.",
            page.Text, StringComparison.Ordinal);

        await director.AnswerAsync(page);

        var sent = Sent(id);
        Assert.Equal(
            [("XN1", 0.6, true), ("XN2", 0.4, false)],
            sent.Served.Select(served => (served.OrganisationCode, served.Share, served.Voting)));
        Assert.Equal((4.5, "load"), (sent.DaysPerWeek, sent.ReasonCode));
    }

    [Fact]
    public async Task Share_GoingStraightThrough_KeepsUnknownSharesAndVotes()
    {
        using var director = await portal.VisitAsAsync("director");
        var page = await director.GetAsync($"/posts/{Invented.PostId(4)}/share");
        var id = JourneyOf(page);
        for (var question = 0; question < 3; question++)
            page = await director.AnswerAsync(page, Recorded(page));
        page = await director.AnswerAsync(page, ("days", ""));
        page = await director.AnswerAsync(page, ("reason", "correction"));
        Assert.Contains("Thornby <Community> NHS Trust not known", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The post will not serve any more", page.Text, StringComparison.Ordinal);

        await director.AnswerAsync(page);

        Assert.Equal(
            [("XN1", 1.0 / 3, true), ("XN2", 1.0 / 3, true), ("XN3", 0, true)],
            Sent(id).Served.Select(served => (served.OrganisationCode, served.Share, served.Voting)));
    }

    private SharePostRequest Sent(string id) =>
        Assert.Single(portal.Recorded.Requests<SharePostRequest>(), request => request.RequestId == id);

    // What a browser sends when nothing is touched.
    private static (string, string)[] Recorded(Received page) =>
    [
        .. page.Page.QuerySelectorAll("main form[method=post] input[checked], main form[method=post] input[type=text]")
            .Select(each => (each.GetAttribute("name")!, each.GetAttribute("value") ?? "")),
    ];

    private static string JourneyOf(Received page) =>
        page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value")!;
}
