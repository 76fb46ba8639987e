using Talent.Portal.Doubles;

namespace Talent.Browser.Tests;

/// <summary>Every page of the portal that can be opened, with who opens it.</summary>
internal static class PortalPages
{
    public const string Post = $"/posts/{Invented.ChiefExecutivePost}";

    public static IReadOnlyList<(string? Account, string Path)> All { get; } =
    [
        (null, "/sign-in"), (null, "/how-figures-are-made"), (null, "/accessibility"), (null, "/cookies"),
        ("director", "/"), ("director", "/groups"), ("director", $"/groups/{Invented.GroupId}"),
        ("director", $"/groups/{Invented.GroupId}/board"), ("director", $"/groups/{Invented.GroupId}/tonight"),
        ("director", $"/groups/{Invented.GroupId}/forecast"), ("director", $"/groups/{Invented.GroupId}/forecast?tier=at-once"),
        ("director", $"/groups/{Invented.GroupId}/scenario"),
        ("director", $"/groups/{Invented.GroupId}/scenario?{InventedScenario.Query}&compare=at-once"),
        ("director", $"/groups/{Invented.GroupId}/scenario?{InventedScenario.RefusedQuery}&compare=at-once"),
        ("director", $"/groups/{Invented.GroupId}/scenario/play?{InventedScenario.Query}&trial=1"),
        ("director", $"/groups/{Invented.GroupId}/scenario/add/named"), ("director", $"/groups/{Invented.GroupId}/scenario/add/split"),
        ("director", $"/groups/{Invented.GroupId}/scenario/add/programme"),
        ("director", $"/groups/{Invented.GroupId}/pipelines"), ("director", $"/groups/{Invented.GroupId}/pipelines/programme"),
        ("director", $"/groups/{Invented.GroupId}/paper"), ("director", "/organisations"), ("director", "/organisations/XN1"),
        ("director", "/organisations/XN3"), ("director", Post), ("director", $"/posts/{Invented.OwnPost}"), ("director", $"{Post}/tonight"),
        ("director", $"/posts/{Invented.OwnPost}/tonight"), ("director", $"/people/{Invented.Holder}"), ("director", $"{Post}/appoint"),
        ("director", $"/people/{Invented.Holder}/credential"),
        ("director", $"{Post}/appointments/{Invented.AppointmentId}/end"), ("director", $"{Post}/share"), ("director", $"{Post}/nominate"),
        ("director", $"{Post}/appointments/{Invented.AppointmentId}/amend"), ("director", $"{Post}/nominations/nomination-1/rank"),
        ("director", $"{Post}/nominations/nomination-1/telling"), ("director", $"{Post}/nominations/nomination-1/withdraw"),
        ("director", "/nowhere"), ("director", "/administration/imports"),
        ("leader", "/"), ("leader", "/my-record"), ("leader", "/my-record/readiness"), ("leader", "/my-record/leaving"),
        ("leader", "/my-record/sharing/readiness"), ("academy", "/academy"), ("academy", "/how-figures-are-made/fit"),
        ("administrator", "/administration/imports"), ("administrator", "/administration/imports/new"),
        ("administrator", "/administration/imports/import-1"), ("administrator", "/administration/health"),
        ("administrator", "/administration/health/succession/roles/skip/17"),
        ("administrator", "/administration/health/succession/roles/rebuild"),
        ("administrator", "/administration/erasures"), ("administrator", "/administration/access"),
        ("administrator", "/administration/access/new"), ("director", $"/groups/{Invented.GroupId}/findings/flag-01/discussion"),
    ];
}
