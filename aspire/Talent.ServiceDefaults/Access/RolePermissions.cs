using System.Collections.Frozen;

namespace Talent.ServiceDefaults;

/// <summary>
/// Which role holds which permission: the whole table. What is not written here is refused.
/// Readers and what they may see follow the product's table of readers; scope is filtered on top of it by each service.
/// </summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<string, FrozenSet<Permission>> Table = new Dictionary<string, Permission[]>
    {
        [Role.GroupHrDirector] =
        [
            Permission.ReadRegister,
            Permission.ReadPosts, Permission.WritePosts, Permission.ReadAppointments, Permission.WriteAppointments,
            Permission.ReadPeople, Permission.WritePeople, Permission.ErasePeople,
            Permission.ReadReadiness, Permission.StateReadiness,
            Permission.ReadOwnRecord, Permission.ShareOwnRecord,
            Permission.ReadNominations, Permission.WriteNominations,
            Permission.ReadBoards, Permission.ReadFlags, Permission.DiscussFlags,
        ],
        // Never boards, nominations or flags: a leader does not see other candidates.
        [Role.Leader] =
        [
            Permission.ReadRegister, Permission.ReadPosts, Permission.ReadAppointments, Permission.ReadPeople,
            Permission.ReadReadiness, Permission.StateReadiness, Permission.ReadOwnRecord, Permission.ShareOwnRecord,
        ],
        [Role.LineManager] =
        [
            Permission.ReadRegister, Permission.ReadPeople, Permission.ReadReadiness, Permission.StateReadiness,
            Permission.ReadOwnRecord, Permission.ShareOwnRecord,
        ],
        // Clocks and duties need the posts and the names of their holders; ratings of any kind stay out.
        [Role.CompanySecretary] =
        [
            Permission.ReadRegister, Permission.ReadPosts, Permission.ReadAppointments, Permission.ReadPeople,
            Permission.ReadOwnRecord, Permission.ShareOwnRecord,
        ],
        // National figures come only from returns that a group signed off: no posts, people or boards.
        [Role.Academy] = [Permission.ReadRegister],
        // No person's development or succession data.
        [Role.Administrator] =
        [
            Permission.ReadRegister, Permission.WriteRegister, Permission.RunImports, Permission.ReadErasures, Permission.GrantAccess,
            Permission.Operate,
        ],
        // Never anything that reads a person's record.
        [Role.Service] = [Permission.ReadFeed, Permission.React],
        // Writes what it invented; reads nothing back but the register.
        [Role.Demonstration] =
        [
            Permission.ReadRegister, Permission.WriteRegister, Permission.WritePosts, Permission.WriteAppointments,
            Permission.WritePeople, Permission.WriteNominations,
        ],
    }.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    /// <summary>The permissions of a role. Empty for a role that is not known.</summary>
    public static IReadOnlySet<Permission> Of(string role) => Table.GetValueOrDefault(role, FrozenSet<Permission>.Empty);

    /// <summary>The roles that hold a permission, in alphabetical order.</summary>
    public static IReadOnlyList<string> Holding(Permission permission) =>
        [.. Table.Where(row => row.Value.Contains(permission)).Select(row => row.Key).Order(StringComparer.Ordinal)];
}
