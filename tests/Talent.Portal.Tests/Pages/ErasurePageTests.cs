using Talent.Portal.Doubles;

namespace Talent.Portal.Tests.Pages;

public sealed class ErasurePageTests(PortalHost portal)
{
    [Fact]
    public async Task Get_Erasures_SaysWhichAreComplete()
    {
        using var administrator = await portal.VisitAsAsync("administrator");

        var answer = await administrator.GetAsync("/administration/erasures");

        Assert.Equal(["Not complete", "Complete"], answer.Page.QuerySelectorAll("h2 .nhsuk-tag").Select(tag => tag.TextContent));
    }

    [Fact]
    public async Task Get_ServiceThatHasNotReported_IsShownAsUnknown()
    {
        using var administrator = await portal.VisitAsAsync("administrator");

        var answer = await administrator.GetAsync("/administration/erasures");

        var rows = answer.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(["portal", "not yet", "not known"], rows[^1].Children.Select(cell => cell.TextContent));
        Assert.Equal("1 text, 2 other records", rows[2].Children[2].TextContent);
    }
}
