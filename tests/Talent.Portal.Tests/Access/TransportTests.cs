using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Talent.Portal.Doubles;
using Talent.Portal.Hosting;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Access;

public sealed class TransportTests : IAsyncLifetime
{
    private readonly PortalHost _portal = new() { Settings = new Dictionary<string, string?> { ["Talent:Demonstration"] = "false" } };

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Get_BehindAProxyThatEndsTls_GivesCookiesThatTravelOverTlsAlone()
    {
        using var administrator = await _portal.VisitInRoleAsync(Role.Administrator, Scope.Nation);
        administrator.Client.DefaultRequestHeaders.Host = "talent.example";
        administrator.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        administrator.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await administrator.GetAsync("/administration/imports");

        Assert.Equal((HttpStatusCode.OK, "Imports"), (page.Status, page.Heading));
        var cookie = Assert.Single(page.Response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("talent.example", null)]
    [InlineData("localhost", "198.51.100.7")]
    public async Task Get_WithoutTlsFromElsewhere_IsRefusedWithWhatToDo(string host, string? from)
    {
        using var visitor = _portal.Visit();
        visitor.Client.DefaultRequestHeaders.Host = host;
        if (from is not null)
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", from);

        using var answer = await visitor.Client.GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("Open this page over https.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Get_HealthWithoutTls_IsAnswered()
    {
        using var visitor = _portal.Visit();
        visitor.Client.DefaultRequestHeaders.Host = "portal.internal";

        using var answer = await visitor.Client.GetAsync(new Uri("/alive", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Get_WhileTheAccountCannotBeRead_ShowsThePageThatSaysSo()
    {
        using var visitor = await _portal.VisitInRoleAsync(Role.Administrator, new Scope(ScopeKind.Nation, "which has none"));

        var answer = await visitor.GetAsync("/administration/imports");

        Assert.Equal((HttpStatusCode.InternalServerError, "Something went wrong"), (answer.Status, answer.Heading));
        Assert.Empty(answer.Page.QuerySelectorAll("form"));
    }

    [Fact]
    public void Configure_KnownProxies_AreBelievedBesideTheOwnMachine()
    {
        var options = new ForwardedHeadersOptions();

        Proxies.Configure(options, Configured("203.0.113.9, 10.0.0.0/8"));

        Assert.Contains(IPAddress.Parse("203.0.113.9"), options.KnownProxies);
        Assert.Contains(IPAddress.IPv6Loopback, options.KnownProxies);
        Assert.Contains(IPNetwork.Parse("10.0.0.0/8"), options.KnownIPNetworks);
    }

    [Fact]
    public void Configure_SomethingThatIsNoAddress_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => Proxies.Configure(new ForwardedHeadersOptions(), Configured("the proxy")));

    private static IConfiguration Configured(string proxies) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Talent:KnownProxies", (string?)proxies)]).Build();
}
