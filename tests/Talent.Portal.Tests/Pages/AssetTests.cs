using System.Net;
using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

public sealed class AssetTests(PortalHost portal)
{
    [Fact]
    public async Task Get_TheStyles_AreServedForEverUnderTheirHash()
    {
        using var visitor = portal.Visit();
        var address = (await visitor.GetAsync("/sign-in")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl!.MaxAge);
        Assert.Matches("^/assets/portal[.][0-9a-f]{16}[.]css$", address);
    }

    [Fact]
    public async Task Get_TheStyles_AskForNoFontOrForeignHost()
    {
        using var visitor = portal.Visit();
        var address = (await visitor.GetAsync("/sign-in")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        var styles = await visitor.Client.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.DoesNotContain("@font-face", styles, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", styles, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnOldHash_IsNotFound()
    {
        using var visitor = portal.Visit();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/assets/portal.0000000000000000.css")).Status);
    }
}
