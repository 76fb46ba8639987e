using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Talent.Portal.Access;
using Talent.Portal.Doubles;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Access;

public sealed class RefusalTests(PortalHost portal)
{
    public static TheoryData<string, string> Refused { get; } =
    [
        .. PageCatalogue.All.SelectMany(page => Role.OfPeople
            .Where(role => !RolePermissions.Of(role).Contains(page.Permission))
            .Select(role => (role, page.Path))),
    ];

    public static TheoryData<string> Paths { get; } = [.. PageCatalogue.All.Select(page => page.Path)];

    [Theory, MemberData(nameof(Refused))]
    public async Task Get_RoleWithoutThePermission_IsForbidden(string role, string path)
    {
        using var visitor = await portal.VisitInRoleAsync(role, Scope.Nation);

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Get_NobodySignedIn_LeadsToSignInAndBack(string path)
    {
        using var visitor = portal.Visit();

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal($"/sign-in?back={Uri.EscapeDataString(path)}", answer.Location);
    }

    [Fact]
    public void Catalogue_BesideTheMappedEndpoints_HoldsEveryOneThatNeedsAPermission()
    {
        var endpoints = portal.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        string[] open = ["", "sign-in", "sign-out", "problems", "assets", "how-figures-are-made", "accessibility", "cookies"];

        var missing = endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<PortalEndpointMetadata>() is not null)
            .Where(endpoint => !open.Contains(endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0]))
            .Where(endpoint => !PageCatalogue.All.Any(page => Matches(endpoint.RoutePattern, page.Path)))
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Get_AGroupThatDoesNotExist_SaysSoInPlainWords()
    {
        using var director = await portal.VisitAsAsync("director");

        var answer = await director.GetAsync("/groups/another/board");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("Page not found", answer.Heading);
    }

    [Fact]
    public async Task Get_AfterSigningOut_LeadsToSignInEvenWithTheOldCookie()
    {
        using var director = await portal.VisitAsAsync("director");
        var home = await director.GetAsync("/");
        using var copy = portal.Visit();
        copy.TakeCookies(director.Cookies.ToArray());
        var form = home.Page.QuerySelectorAll("form[action='/sign-out']").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Single();

        await director.Client.PostAsync(new Uri("/sign-out", UriKind.Relative), Visitor.Fields(form));

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/")).Status);
    }

    private static bool Matches(RoutePattern pattern, string path) =>
        new TemplateMatcher(TemplateParser.Parse(pattern.RawText!.TrimStart('/')), []).TryMatch(path, []);
}
