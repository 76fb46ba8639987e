namespace Talent.ServiceDefaults.Tests;

/// <summary>Callers that the tests share.</summary>
public static class Callers
{
    public static Caller Director { get; } =
        Caller.Person("account-director", "person-director", new Grant(Role.GroupHrDirector, Scope.Group("group-one")));

    public static Caller Academy { get; } = Caller.Person("account-academy", personId: null, new Grant(Role.Academy, Scope.Nation));

    public static Caller Leader { get; } = Caller.Person("account-leader", "person-leader", new Grant(Role.Leader, Scope.Self));
}
