using System.Net;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Pages;

public sealed class HomePageTests(PortalHost portal)
{
    [Fact]
    public async Task Get_BeforeTheGroupIsRecorded_SaysThatNothingIsRecordedYet()
    {
        using var director = await portal.VisitInRoleAsync(Role.GroupHrDirector, Scope.Group("not-recorded-yet"));

        var home = await director.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("Nothing is recorded yet", home.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Director_SaysPaperVersusReal()
    {
        using var director = await portal.VisitAsAsync("director");

        var home = await director.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains(
            "12 of 12 posts covered on paper, 7 if it happened: these five rely on two people, and for two more no one is ready",
            home.Text, StringComparison.Ordinal);
    }
}
