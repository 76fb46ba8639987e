using Talent.ServiceDefaults;

namespace Talent.Portal.Pages;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Here">Whether the page shown lies below it.</param>
public sealed record NavigationItem(string Words, string Address, bool Here);

/// <summary>The main navigation: what a caller may open, and nothing else.</summary>
public static class Navigation
{
    private static readonly (string Words, string Address, Permission? Needs, string? Role)[] Items =
    [
        ("Home", "/", null, null),
        ("Groups", "/groups", Permission.ReadRegister, null),
        ("Organisations", "/organisations", Permission.ReadRegister, null),
        ("My record", "/my-record", Permission.ReadOwnRecord, null),
        ("Leadership Academy", "/academy", Permission.ReadRegister, ServiceDefaults.Role.Academy),
        ("Imports", "/administration/imports", Permission.RunImports, null),
        ("Erasures", "/administration/erasures", Permission.ReadErasures, null),
        ("Access", "/administration/access", Permission.GrantAccess, null),
        ("System health", "/administration/health", Permission.Operate, null),
    ];

    /// <summary>The entries for a caller on a page.</summary>
    public static IReadOnlyList<NavigationItem> For(Caller caller, PathString path)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return
        [
            .. Items
                .Where(item => item.Needs is not { } needs || caller.Holds(needs))
                .Where(item => item.Role is null || caller.Roles.Contains(item.Role))
                .Where(item => item.Address != "/my-record" || caller.PersonId is not null)
                .Select(item => new NavigationItem(item.Words, item.Address, IsHere(item.Address, path))),
        ];
    }

    private static bool IsHere(string address, PathString path) =>
        address == "/" ? path.Value is "/" or "" : path.StartsWithSegments(address, StringComparison.Ordinal);
}
