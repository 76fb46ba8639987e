using Talent.Development.V1;
using Talent.Portal.Doubles;
using Talent.Portal.Words;
using Talent.Types.V1;

namespace Talent.Portal.Tests.Pages;

public sealed class MyRecordTests(PortalHost portal)
{
    [Fact]
    public async Task Get_ByTheLeader_SaysWhoMaySeeWhatAndWhoReadIt()
    {
        using var leader = await portal.VisitAsAsync("leader");

        var page = await leader.GetAsync("/my-record");

        Assert.Contains("Only me: you have not chosen anything else", page.Text, StringComparison.Ordinal);
        Assert.Contains("The HR team of my group, chosen on 1 May 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "2 July 2026 at 3:30pm group HR director your readiness 1 July 2026 at 3:30pm group HR director when you may be ready", page.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_ByTheLeader_IsChosenForTheOwnRecord()
    {
        using var leader = await portal.VisitAsAsync("leader");
        var page = await leader.GetAsync("/my-record/sharing/aspirations");
        var check = await leader.AnswerAsync(page, ("audience", $"{(int)Audience.NationalPool}"));

        await leader.AnswerAsync(check);

        var sent = portal.Recorded.Requests<ChooseSharingRequest>()[^1].Choice;
        Assert.Equal((Invented.LeaderPersonId, "aspirations", Audience.NationalPool), (sent.PersonId, sent.Subject, sent.Audience));
    }

    [Fact]
    public async Task Readiness_StatedByTheLeader_IsThatOfTheOwnRecord()
    {
        using var leader = await portal.VisitAsAsync("leader");
        var page = await leader.GetAsync("/my-record/readiness");
        var id = page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value");
        page = await leader.AnswerAsync(page, ("family", "chief-executive"));
        page = await leader.AnswerAsync(page, ("level", $"{(int)Level.Trust}"));
        page = await leader.AnswerAsync(page, ("ready", "known"));
        page = await leader.AnswerAsync(page, ("earliest[day]", "1"), ("earliest[month]", "4"), ("earliest[year]", "2027"));
        page = await leader.AnswerAsync(page, ("latest[day]", ""), ("latest[month]", ""), ("latest[year]", ""));
        page = await leader.AnswerAsync(page, ("audience", $"{(int)Audience.OnlyMe}"));

        await leader.AnswerAsync(page);

        var sent = Assert.Single(portal.Recorded.Requests<StateReadinessRequest>(), request => request.RequestId == id).Statement;
        Assert.Equal(
            (Invented.LeaderPersonId, "chief-executive", Level.Trust, StatementSource.Self, Audience.OnlyMe),
            (sent.PersonId, sent.Family, sent.Level, sent.Source, sent.Audience));
        Assert.Equal(Invented.Day(2027, 4, 1), sent.Readiness.Earliest);
        Assert.Null(sent.Readiness.Latest);
    }

    [Fact]
    public async Task Get_ByTheLeader_SaysWhatWasStatedAboutLeavingAndWhoMayUseIt()
    {
        using var leader = await portal.VisitAsAsync("leader");

        var page = await leader.GetAsync("/my-record");

        Assert.Contains(
            "You intend to leave between 1 April 2028 and 31 March 2029, stated on 1 May 2026. You allowed your group to use it: its figures "
            + "rest on it. The days are shown to nobody but you.",
            page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_StatedByTheLeader_IsThatOfTheOwnRecord()
    {
        using var leader = await portal.VisitAsAsync("leader");
        var page = await leader.GetAsync("/my-record/leaving");
        var id = JourneyOf(page);
        page = await leader.AnswerAsync(page, ("what", "state"));
        page = await leader.AnswerAsync(page, ("earliest[day]", "1"), ("earliest[month]", "4"), ("earliest[year]", "2199"));
        page = await leader.AnswerAsync(page, ("latest[day]", "31"), ("latest[month]", "3"), ("latest[year]", "2200"));
        Assert.Contains("The days you gave are shown to nobody but you.", page.Text, StringComparison.Ordinal);

        await leader.AnswerAsync(page);

        var sent = Assert.Single(portal.Recorded.Requests<StateIntentionRequest>(), request => request.RequestId == id).Intention;
        Assert.Equal(
            (Invented.LeaderPersonId, Invented.Day(2199, 4, 1), Invented.Day(2200, 3, 31)), (sent.PersonId, sent.Earliest, sent.Latest));
    }

    [Fact]
    public async Task Leaving_Withdrawn_SendsNoDays()
    {
        using var leader = await portal.VisitAsAsync("leader");
        var page = await leader.GetAsync("/my-record/leaving");
        var id = JourneyOf(page);
        page = await leader.AnswerAsync(page, ("what", "withdraw"));

        await leader.AnswerAsync(page);

        var sent = Assert.Single(portal.Recorded.Requests<StateIntentionRequest>(), request => request.RequestId == id).Intention;
        Assert.Equal(new LeavingIntention { PersonId = Invented.LeaderPersonId }, sent);
    }

    [Theory]
    [InlineData("2000", "Enter a day that is not over")]
    [InlineData("", "Enter the first day on which you may have left as a date that exists, for example 31 3 2027")]
    public async Task Leaving_FirstDayThatCannotBe_IsAskedForAgain(string year, string error)
    {
        using var leader = await portal.VisitAsAsync("leader");
        var page = await leader.AnswerAsync(await leader.GetAsync("/my-record/leaving"), ("what", "state"));

        page = await leader.AnswerAsync(page, ("earliest[day]", "1"), ("earliest[month]", "4"), ("earliest[year]", year));

        Assert.Contains(error, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Audience.OnlyMe)]
    [InlineData(Audience.MyManager)]
    [InlineData(Audience.NationalPoolWithoutMyGroup)]
    public void SayUse_NothingForTheGroup_SaysThatNoFigureRestsOnIt(Audience audience) =>
        Assert.Contains("no figure rests on it", LeavingWords.SayUse(audience), StringComparison.Ordinal);

    [Fact]
    public async Task Academy_WithoutAReturn_SaysThatNoGroupHasSignedOffOne()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync("/academy");

        Assert.Contains("No group has signed off a return yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("North East and Yorkshire", page.Text, StringComparison.Ordinal);
    }

    private static string JourneyOf(Received page) =>
        page.Page.QuerySelector("form[method=post] input[name=journey]")!.GetAttribute("value")!;
}
