using Talent.Portal.Doubles;
using Talent.ServiceDefaults;

namespace Talent.Portal.Tests.Access;

/// <summary>Every address of the portal that needs a permission, with that permission.</summary>
internal static class PageCatalogue
{
    private const string Group = $"/groups/{Invented.GroupId}";
    private const string Post = $"/posts/{Invented.ChiefExecutivePost}";

    public static IReadOnlyList<(string Path, Permission Permission)> All { get; } =
    [
        ("/groups", Permission.ReadRegister), (Group, Permission.ReadRegister),
        ("/organisations", Permission.ReadRegister), ("/organisations/XN1", Permission.ReadRegister),
        ("/academy", Permission.ReadRegister),
        ($"{Group}/board", Permission.ReadBoards), ($"{Group}/board/rows", Permission.ReadBoards),
        ($"{Group}/board/events", Permission.ReadBoards), ($"{Group}/tonight", Permission.ReadBoards),
        ($"{Group}/forecast", Permission.ReadBoards), ($"{Group}/forecast/progress", Permission.ReadBoards),
        ($"{Group}/forecast/events", Permission.ReadBoards), ($"{Group}/scenario", Permission.ReadBoards),
        ($"{Group}/scenario/add/leaves", Permission.ReadBoards), ($"{Group}/scenario/play", Permission.ReadBoards),
        ($"{Group}/pipelines", Permission.ReadBoards), ($"{Group}/pipelines/programme", Permission.ReadBoards),
        ($"{Group}/paper", Permission.ReadBoards), ($"{Post}/tonight", Permission.ReadBoards),
        (Post, Permission.ReadPosts), ($"/people/{Invented.Holder}", Permission.ReadPeople),
        ($"/people/{Invented.Holder}/credential", Permission.WritePeople),
        ($"{Post}/appoint", Permission.WriteAppointments),
        ($"{Post}/appointments/{Invented.AppointmentId}/end", Permission.WriteAppointments),
        ($"{Post}/appointments/{Invented.AppointmentId}/amend", Permission.WriteAppointments),
        ($"{Post}/share", Permission.WritePosts), ($"{Post}/nominate", Permission.WriteNominations),
        ($"{Post}/nominations/nomination-1/rank", Permission.WriteNominations),
        ($"{Post}/nominations/nomination-1/telling", Permission.WriteNominations),
        ($"{Post}/nominations/nomination-1/withdraw", Permission.WriteNominations),
        ($"{Group}/findings/flag-01/discussion", Permission.DiscussFlags),
        ("/my-record", Permission.ReadOwnRecord), ("/my-record/readiness", Permission.StateReadiness),
        ("/my-record/leaving", Permission.StateReadiness), ("/my-record/sharing/readiness", Permission.ShareOwnRecord),
        ("/administration/imports", Permission.RunImports), ("/administration/imports/new", Permission.RunImports),
        ("/administration/imports/import-1", Permission.RunImports), ("/administration/imports/import-1/progress", Permission.RunImports),
        ("/administration/imports/import-1/events", Permission.RunImports), ("/administration/health", Permission.Operate),
        ("/administration/health/succession/roles/skip/17", Permission.Operate),
        ("/administration/health/succession/roles/rebuild", Permission.Operate), ("/administration/erasures", Permission.ReadErasures),
        ("/administration/access", Permission.GrantAccess), ("/administration/access/new", Permission.GrantAccess),
    ];
}
