using Microsoft.EntityFrameworkCore;
using Talent.Roles.Storage;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>
/// What a caller's scopes let through. A group's scope covers the posts of the group; a trust's, a board's and a region's cover the
/// posts that serve an organisation there today. The own record (self) is answered apart: it shows the own appointments alone.
/// </summary>
internal static class ScopeFilters
{
    /// <summary>The posts that the caller's scopes cover as a whole.</summary>
    public static IQueryable<PostRow> Covered(this IQueryable<PostRow> posts, RolesContext context, Caller caller, DateOnly today)
    {
        if (caller.SeesNation)
            return posts;
        var (groups, codes) = (caller.ScopeIds(ScopeKind.Group), Organisations(context, caller, today));
        return posts.Where(post => groups.Contains(post.GroupId)
            || post.Served.Any(served => codes.Contains(served.OrganisationCode)));
    }

    /// <summary>The posts of which the caller may see anything: those covered, and those the caller holds or held.</summary>
    public static IQueryable<PostRow> Visible(this IQueryable<PostRow> posts, RolesContext context, Caller caller, DateOnly today)
    {
        if (caller.SeesNation || !caller.SeesSelf)
            return posts.Covered(context, caller, today);
        var (groups, codes, person) = (caller.ScopeIds(ScopeKind.Group), Organisations(context, caller, today), caller.PersonId);
        return posts.Where(post => groups.Contains(post.GroupId)
            || post.Served.Any(served => codes.Contains(served.OrganisationCode))
            || post.Appointments.Any(appointment => appointment.PersonId == person));
    }

    /// <summary>The groups that the caller may see: those in scope, and those whose posts the caller holds or held.</summary>
    public static IQueryable<GroupRow> Visible(this IQueryable<GroupRow> groups, RolesContext context, Caller caller, DateOnly today)
    {
        if (caller.SeesNation)
            return groups;
        var (ids, codes) = (caller.ScopeIds(ScopeKind.Group), Organisations(context, caller, today));
        var regions = caller.ScopeIds(ScopeKind.Region);
        var person = caller.SeesSelf ? caller.PersonId : null;
        return groups.Where(group => ids.Contains(group.Id)
            || (group.RegionCode != null && regions.Contains(group.RegionCode))
            || group.Members.Any(member => codes.Contains(member.OrganisationCode)
                && (member.StartsOn == null || member.StartsOn <= today)
                && (member.EndsOn == null || member.EndsOn > today))
            || (person != null && context.Posts.Any(post => post.GroupId == group.Id
                && post.Appointments.Any(appointment => appointment.PersonId == person))));
    }

    /// <summary>Whether the caller may make a post of this group that serves these organisations: the group or all of them are in scope.</summary>
    public static async Task<bool> CoversAsync(
        this Caller caller,
        RolesContext context,
        string groupId,
        IReadOnlyCollection<string> codes,
        DateOnly today,
        CancellationToken cancellation)
    {
        if (caller.SeesNation || caller.SeesGroup(groupId))
            return true;
        var covered = await Organisations(context, caller, today).Where(code => codes.Contains(code)).Distinct().CountAsync(cancellation);
        return covered == codes.Count;
    }

    // Codes of the organisations that scopes of trusts, boards and regions cover today.
    private static IQueryable<string> Organisations(RolesContext context, Caller caller, DateOnly today)
    {
        var trusts = caller.ScopeIds(ScopeKind.Trust);
        var boards = caller.ScopeIds(ScopeKind.Icb);
        var regions = caller.ScopeIds(ScopeKind.Region);
        return context.Organisations
            .Where(organisation => trusts.Contains(organisation.Code)
                || organisation.Values.Any(value =>
                    ((value.Field == OrganisationField.Board && boards.Contains(value.Value))
                        || (value.Field == OrganisationField.Region && regions.Contains(value.Value)))
                    && (value.StartsOn == null || value.StartsOn <= today)
                    && (value.EndsOn == null || value.EndsOn > today)))
            .Select(organisation => organisation.Code);
    }
}
