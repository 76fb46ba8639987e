using System.Net;
using System.Text.RegularExpressions;
using Talent.Portal.Doubles;
using Talent.Portal.Hosting;

namespace Talent.Portal.Tests.Pages;

public sealed partial class EveryPageTests(PortalHost portal)
{
    private const string Group = $"/groups/{Invented.GroupId}";
    private const string Post = $"/posts/{Invented.ChiefExecutivePost}";

    public static TheoryData<string, string> Pages { get; } =
    [
        ("director", "/"), ("director", "/groups"), ("director", Group), ("director", $"{Group}/board"), ("director", $"{Group}/tonight"),
        ("director", $"{Group}/forecast"), ("director", $"{Group}/forecast?tier=at-once"),
        ("director", $"{Group}/scenario"), ("director", $"{Group}/scenario?{InventedScenario.Query}"),
        ("director", $"{Group}/scenario?{InventedScenario.Query}&compare=at-once"),
        ("director", $"{Group}/scenario/play"), ("director", $"{Group}/scenario/play?{InventedScenario.Query}&trial=5"),
        ("director", $"{Group}/scenario/add/leaves"), ("director", $"{Group}/scenario/add/named"),
        ("director", $"{Group}/scenario/add/ready"), ("director", $"{Group}/scenario/add/shared"),
        ("director", $"{Group}/scenario/add/split"), ("director", $"{Group}/scenario/add/pause"),
        ("director", $"{Group}/scenario/add/term"), ("director", $"{Group}/scenario/add/search"),
        ("director", $"{Group}/scenario/add/deputy"), ("director", $"{Group}/scenario/add/programme"),
        ("director", $"{Group}/scenario/add/merger"),
        ("director", $"{Group}/pipelines"), ("director", $"{Group}/pipelines/programme"),
        ("director", $"{Group}/paper"), ("director", "/organisations?name=north"), ("director", "/organisations/XN1"),
        ("director", "/organisations/XN3"), ("director", Post), ("director", $"/posts/{Invented.OwnPost}"), ("director", $"{Post}/tonight"),
        ("director", $"/posts/{Invented.OwnPost}/tonight"), ("director", $"/people/{Invented.Holder}"), ("director", $"{Post}/appoint"),
        ("director", $"/people/{Invented.Holder}/credential"),
        ("director", $"{Post}/appointments/{Invented.AppointmentId}/end"), ("director", $"{Post}/share"), ("director", $"{Post}/nominate"),
        ("director", $"{Post}/appointments/{Invented.AppointmentId}/amend"), ("director", $"{Post}/nominations/nomination-1/rank"),
        ("director", $"{Post}/nominations/nomination-1/telling"), ("director", $"{Post}/nominations/nomination-1/withdraw"),
        ("director", $"{Group}/findings/flag-01/discussion"), ("leader", "/"), ("leader", "/my-record"), ("leader", "/my-record/readiness"),
        ("leader", "/my-record/leaving"), ("leader", "/my-record/sharing/readiness"),
        ("academy", "/"), ("academy", "/academy"), ("administrator", "/"), ("administrator", "/administration/imports"),
        ("administrator", "/administration/imports/new"), ("administrator", "/administration/imports/import-1"),
        ("administrator", "/administration/erasures"), ("administrator", "/administration/access"),
        ("administrator", "/administration/access/new"), ("administrator", "/administration/health"),
        ("administrator", "/administration/health/succession/roles/skip/17"),
        ("administrator", "/administration/health/succession/roles/rebuild"),
        ("director", "/how-figures-are-made"), ("academy", "/how-figures-are-made/fit"), ("director", "/accessibility"), ("director", "/cookies"),
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_ByWhoMayOpenIt_HasOneHeadingThatIsItsTitle(string account, string path)
    {
        using var visitor = await portal.VisitAsAsync(account);

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Page.QuerySelectorAll("h1"));
        Assert.StartsWith(answer.Heading, answer.Page.Title, StringComparison.Ordinal);
        Assert.Equal("en-GB", answer.Page.DocumentElement.GetAttribute("lang"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_ByWhoMayOpenIt_HasNothingInlineAndNothingForeign(string account, string path)
    {
        using var visitor = await portal.VisitAsAsync(account);

        var answer = await visitor.GetAsync(path);

        Assert.Equal(SecurityHeaders.Policy, string.Join(' ', answer.Response.Headers.GetValues("Content-Security-Policy")));
        Assert.Empty(answer.Page.QuerySelectorAll("style, [style], script:not([src]), [onclick], [onload], [onsubmit]"));
        Assert.All(
            answer.Page.QuerySelectorAll("[src], link[href], form[action]"),
            each => Assert.StartsWith("/", each.GetAttribute("src") ?? each.GetAttribute("href") ?? each.GetAttribute("action"), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_ByWhoMayOpenIt_NeverSaysWhatIsNotSaidOfPeople(string account, string path)
    {
        using var visitor = await portal.VisitAsAsync(account);

        var answer = await visitor.GetAsync(path);

        Assert.DoesNotMatch(NeverSaid(), answer.Page.DocumentElement.TextContent);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_ByWhoMayOpenIt_IsKeptInNoCache(string account, string path)
    {
        using var visitor = await portal.VisitAsAsync(account);

        var answer = await visitor.GetAsync(path);

        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
    }

    [GeneratedRegex(@"\b(hero|heroic|risk|red|hazard|deficient|rivals?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NeverSaid();
}
