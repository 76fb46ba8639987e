using Talent.ServiceDefaults;

namespace Talent.Portal.Words;

/// <summary>The names of roles and scopes on the screen.</summary>
public static class Roles
{
    /// <summary>The roles of a caller, for example "Group HR director".</summary>
    public static string Say(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Roles.Count == 0 ? "somebody without a role" : string.Join(", ", caller.Roles.Select(Say));
    }

    /// <summary>One role.</summary>
    public static string Say(string role) => role switch
    {
        Role.GroupHrDirector => "group HR director",
        Role.Leader => "leader",
        Role.Academy => "NHS Leadership Academy",
        Role.LineManager => "line manager",
        Role.CompanySecretary => "company secretary",
        Role.Administrator => "system administrator",
        Role.Service => "a service of this system",
        _ => role.Replace('-', ' '),
    };
}
