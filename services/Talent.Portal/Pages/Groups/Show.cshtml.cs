using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>A group: its organisations and its posts.</summary>
[Permits(Permission.ReadRegister)]
public sealed class ShowModel(
    GroupDirectory groups, OrganisationDirectory organisations, PostDirectory posts, PeopleDirectory people, TimeProvider time) : PortalPage
{
    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>Its organisations today, by name.</summary>
    public IReadOnlyList<(string Code, string Name)> Members { get; private set; } = [];

    /// <summary>Its posts by title; null when the caller may not see posts.</summary>
    public PostTable? Posts { get; private set; }

    /// <summary>Reads the group.</summary>
    public async Task OnGetAsync(string groupId)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        Describe(Group.Title, Home, new Link("Groups", "/groups"));
        var today = LondonCalendar.Today(time);
        var codes = Group.Members.Where(row => DatedValues.Holds(row, today)).Select(row => row.Value).ToArray();
        var read = Caller.Holds(Permission.ReadPosts) ? await posts.OfGroupAsync(groupId, Aborted) : null;
        var names = await organisations.FindAsync(codes.Concat(PostTable.Codes(read)), Aborted);
        Members = [.. codes.Select(code => (code, names.Of(code))).OrderBy(member => member.Item2, StringComparer.OrdinalIgnoreCase)];
        if (read is not null)
            Posts = new PostTable(read, await people.FindAsync(PostTable.Holders(read, today), Aborted), names, today);
    }
}
