using Talent.Portal.Components;
using Talent.Portal.Doubles;
using Talent.Portal.Reading;

namespace Talent.Portal.Tests.Pages;

public sealed class NamedLinkTests : IAsyncLifetime
{
    private readonly PortalHost _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData($"/groups/{Invented.GroupId}")]
    [InlineData($"/groups/{Invented.GroupId}/board")]
    [InlineData($"/posts/{Invented.ChiefExecutivePost}")]
    [InlineData($"/posts/{Invented.ChiefExecutivePost}/tonight")]
    public async Task Get_WhereNamesAreNotShown_LeadsToNobody(string path)
    {
        _portal.Recorded.NamesHidden = true;
        using var director = await _portal.VisitAsAsync("director");

        var page = await director.GetAsync(path);

        Assert.Contains("Name not shown", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main a[href^='/people/']"));
    }

    [Fact]
    public void PostLink_WherePostIsNotOpen_IsWordsAlone()
    {
        var titles = new PostTitles(new Dictionary<string, string> { ["known"] = "Chair" });

        Assert.Equal("<a class=\"nhsuk-link\" href=\"/posts/known\">Chair</a>", Write(new PostLink("known", titles)));
        Assert.Equal("A post outside what you may see", Write(new PostLink("unknown", titles)));
    }

    private static string Write(Component component)
    {
        using var writer = new StringWriter();
        component.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
