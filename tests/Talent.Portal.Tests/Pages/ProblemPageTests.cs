using System.Net;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Pages;

public sealed class ProblemPageTests(PortalHost portal)
{
    [Fact]
    public async Task Get_AnAddressThatDoesNotExist_SaysSoAndKeepsTheAddress()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Page not found", answer.Heading);
    }

    [Fact]
    public async Task Get_WhileAServiceFails_SaysSoInPlainWordsWithTheReference()
    {
        using var failure = portal.Recorded.Refuse("ListImports", Errors.Internal("reference-17"));
        using var administrator = await portal.VisitAsAsync("administrator");

        var answer = await administrator.GetAsync("/administration/imports");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("Something went wrong", answer.Heading);
        Assert.Contains("reference-17", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhileAServiceIsAway_SaysThatItCannotBeReachedAndNothingWasChanged()
    {
        using var away = portal.Recorded.Refuse("ListErasures", Errors.Unavailable("AWAY", "The service is being restarted."));
        using var administrator = await portal.VisitAsAsync("administrator");

        var answer = await administrator.GetAsync("/administration/erasures");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The service is not available"), (answer.Status, answer.Heading));
        Assert.Contains("A part of the system cannot be reached just now. Nothing was changed.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfTheForm_ChangesNothingAndSaysSo()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.Client.PostAsync(
            new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("account", "director")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This form can no longer be sent", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies, cookie => cookie.StartsWith("talent-session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_WithAnAddressElsewhere_LeadsHomeInstead()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SendAsync(await visitor.GetAsync("/sign-in?back=https%3A%2F%2Felsewhere.example"), ("account", "director"));

        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task SignIn_WithoutAChoice_SaysWhatToDoBesideTheField()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SendAsync(await visitor.GetAsync("/sign-in"));

        Assert.Equal("#account", answer.Page.QuerySelector(".nhsuk-error-summary a")!.GetAttribute("href"));
        Assert.Contains("Select who you want to sign in as", answer.Page.QuerySelector("#account-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SessionCookie_IsHiddenFromScriptAndHoldsNothingReadable()
    {
        using var visitor = portal.Visit();

        var answer = await visitor.SendAsync(await visitor.GetAsync("/sign-in"), ("account", "director"));

        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("talent-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("01942000", cookie, StringComparison.Ordinal);
    }
}
