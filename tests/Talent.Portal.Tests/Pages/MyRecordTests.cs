using Talent.Development.V1;
using Talent.Portal.Doubles;

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
    public async Task Academy_WithoutAReturn_SaysThatNoGroupHasSignedOffOne()
    {
        using var academy = await portal.VisitAsAsync("academy");

        var page = await academy.GetAsync("/academy");

        Assert.Contains("No group has signed off a return yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("North East and Yorkshire", page.Text, StringComparison.Ordinal);
    }
}
