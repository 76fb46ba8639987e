using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Running;

/// <summary>Who calls in these tests.</summary>
public static class Callers
{
    public static Caller Director(string groupId, string? personId = null) =>
        Caller.Person("account-director", personId, new Grant(Role.GroupHrDirector, Scope.Group(groupId)));

    public static Caller Leader(string personId) => Caller.Person("account-leader", personId, new Grant(Role.Leader, Scope.Self));

    public static Caller LineManager(string personId) => Caller.Person("account-manager", personId, new Grant(Role.LineManager, Scope.Self));

    public static Caller CompanySecretary(string groupId) =>
        Caller.Person("account-secretary", null, new Grant(Role.CompanySecretary, Scope.Group(groupId)));

    public static Caller Academy { get; } = Caller.Person("account-academy", null, new Grant(Role.Academy, Scope.Nation));

    public static Caller Administrator { get; } = Caller.Person("account-administrator", null, new Grant(Role.Administrator, Scope.Nation));

    public static Caller Service { get; } = Caller.Service("succession");

    public static Caller Loader { get; } = Caller.Service(Role.Demonstration);
}
