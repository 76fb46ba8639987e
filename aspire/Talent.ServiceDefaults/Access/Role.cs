namespace Talent.ServiceDefaults;

/// <summary>The roles a caller may hold. What each may do is in <see cref="RolePermissions"/>.</summary>
public static class Role
{
    /// <summary>Human-resources director of a group: posts, people and succession of the own group.</summary>
    public const string GroupHrDirector = "group-hr-director";

    /// <summary>Chair, director or site leader: the own record alone.</summary>
    public const string Leader = "leader";

    /// <summary>NHS Leadership Academy staff: the register, and what groups sign off in returns.</summary>
    public const string Academy = "academy";

    /// <summary>Line manager: the records of direct reports.</summary>
    public const string LineManager = "line-manager";

    /// <summary>Company secretary: posts, appointments and their clocks; no ratings.</summary>
    public const string CompanySecretary = "company-secretary";

    /// <summary>System administrator: imports, the register and operations; no person's development or succession data.</summary>
    public const string Administrator = "administrator";

    /// <summary>A service acting for itself: the feed and reactions alone. Never granted to a person.</summary>
    public const string Service = "service";

    /// <summary>
    /// The loader of the demonstration data: records invented organisations, people, posts and nominations, and reads no person's record.
    /// Never granted to a person; its tokens are trusted only where the demonstration switch (<c>Talent:Demonstration</c>) is on.
    /// </summary>
    public const string Demonstration = "demonstration";

    /// <summary>The roles a person may hold.</summary>
    public static IReadOnlyList<string> OfPeople { get; } =
        [GroupHrDirector, Leader, Academy, LineManager, CompanySecretary, Administrator];
}
