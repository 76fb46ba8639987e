using System.Net;
using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Access;

public sealed class ProviderSignInTests : IAsyncLifetime
{
    private TestProvider _provider = null!;
    private PortalHost _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _portal = new PortalHost
        {
            Settings = new Dictionary<string, string?>
            {
                ["Talent:Demonstration"] = "false",
                ["Talent:SignIn:Authority"] = _provider.Address,
                ["Talent:SignIn:ClientId"] = TestProvider.ClientId,
                ["Talent:SignIn:ClientSecret"] = TestProvider.ClientSecret,
                ["Talent:SignIn:Administrator"] = "subject-1",
            },
        };
        await _portal.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_AsTheConfiguredAdministrator_LeadsBackSignedIn()
    {
        using var visitor = _portal.Visit();

        var answer = await SignInAsync(visitor, "/administration/imports");

        Assert.Equal("/administration/imports", answer.Location);
        Assert.Contains("talent-session", string.Join(';', answer.Response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        var page = await visitor.GetAsync(answer.Location!);
        Assert.Equal((HttpStatusCode.OK, "Imports"), (page.Status, page.Heading));
        Assert.Single(page.Page.QuerySelectorAll("form[action='/sign-out'] input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task SignIn_AsSomebodyWithoutAnAccount_IsRefused()
    {
        _provider.Subject = "a stranger";
        using var visitor = _portal.Visit();

        var answer = await SignInAsync(visitor, "/");

        Assert.Equal("/sign-in?refused=true", answer.Location);
    }

    [Fact]
    public async Task SignIn_WithATokenMadeForAnotherSignIn_IsRefused()
    {
        _provider.WrongNonce = "another";
        using var visitor = _portal.Visit();

        var answer = await SignInAsync(visitor, "/");

        Assert.Equal("/sign-in?refused=true", answer.Location);
    }

    [Fact]
    public async Task SignIn_WithoutTheDemonstration_OffersNobodyInvented()
    {
        using var visitor = _portal.Visit();

        var page = await visitor.GetAsync("/sign-in");

        Assert.Empty(page.Page.QuerySelectorAll("input[name=account]"));
        Assert.Contains("Sign in with your work account", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Received> SignInAsync(Visitor visitor, string back)
    {
        var challenge = await visitor.GetAsync($"/sign-in/provider?back={Uri.EscapeDataString(back)}");
        var authorized = await visitor.GetAsync(challenge.Location!);
        return await visitor.GetAsync(authorized.Location!);
    }
}
