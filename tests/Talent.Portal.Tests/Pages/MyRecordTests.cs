using Talent.Development.V1;
using Talent.Portal.Doubles;
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
    public async Task Academy_WithoutAReturn_SaysThatNoGroupHasSignedOffOne()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync("/academy");

        Assert.Contains("No group has signed off a return yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("North East and Yorkshire", page.Text, StringComparison.Ordinal);
    }
}
