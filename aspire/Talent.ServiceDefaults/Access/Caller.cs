namespace Talent.ServiceDefaults;

/// <summary>What a caller is.</summary>
public enum CallerKind
{
    /// <summary>Somebody who signed in at the portal.</summary>
    Person,

    /// <summary>A service acting for itself.</summary>
    Service,
}

/// <summary>A role, granted for a scope.</summary>
/// <param name="Role">One of <see cref="ServiceDefaults.Role"/>.</param>
/// <param name="Scope">Where it holds.</param>
public sealed record Grant(string Role, Scope Scope);

/// <summary>
/// Who calls. A role holds only in the scope it was granted for: <see cref="Sees"/> counts the grants whose role holds the permission of
/// the call (<see cref="ActingUnder"/>), so that a national reader of the register who also directs one group sees
/// that group's board alone.
/// </summary>
public sealed record Caller
{
    private Caller(CallerKind kind, string accountId, string? personId, IReadOnlyList<Grant> grants)
    {
        Kind = kind;
        AccountId = accountId;
        PersonId = personId;
        Grants = grants;
    }

    /// <summary>Person or service.</summary>
    public CallerKind Kind { get; }

    /// <summary>Id of the account; for a service its name. Never a person's name.</summary>
    public string AccountId { get; }

    /// <summary>Id of the person's record. Null: a service, or an account without one.</summary>
    public string? PersonId { get; }

    /// <summary>Roles with the scopes they were granted for.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>The permission of the method being served. Null: none, and then nothing is seen.</summary>
    public Permission? ActingUnder { get; private init; }

    /// <summary>The roles held, each once, whatever their scopes.</summary>
    public IReadOnlyList<string> Roles => [.. Grants.Select(grant => grant.Role).Distinct()];

    /// <summary>The scopes in which the permission of the call is held; without one, none.</summary>
    public IReadOnlyList<Scope> Scopes => [.. Acting.Select(grant => grant.Scope).Distinct()];

    /// <summary>Whether the scopes of the call cover the whole country.</summary>
    public bool SeesNation => Acting.Any(grant => grant.Scope.Kind == ScopeKind.Nation);

    /// <summary>Whether the own record is within the scopes of the call.</summary>
    public bool SeesSelf => PersonId is not null && Acting.Any(grant => grant.Scope.Kind == ScopeKind.Self);

    private IEnumerable<Grant> Acting =>
        ActingUnder is { } permission ? Grants.Where(grant => RolePermissions.Of(grant.Role).Contains(permission)) : [];

    /// <summary>Somebody who signed in.</summary>
    /// <param name="accountId">Id of the account; not empty.</param>
    /// <param name="personId">Id of the person's record; null when the account has none.</param>
    /// <param name="grants">Roles of people; <see cref="Role.Service"/> is refused.</param>
    public static Caller Person(string accountId, string? personId, params IReadOnlyList<Grant> grants)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        ArgumentNullException.ThrowIfNull(grants);
        if (grants.FirstOrDefault(grant => !Role.OfPeople.Contains(grant.Role)) is { } wrong)
            throw new ArgumentException($"A person cannot hold the role '{wrong.Role}'.", nameof(grants));
        return new Caller(CallerKind.Person, accountId, string.IsNullOrEmpty(personId) ? null : personId, [.. grants]);
    }

    /// <summary>
    /// A service acting for itself; the one named <see cref="Role.Demonstration"/> has that role, every other <see cref="Role.Service"/>.
    /// </summary>
    /// <param name="name">Its name, for example <c>roles</c>; not empty.</param>
    public static Caller Service(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var role = name == Role.Demonstration ? Role.Demonstration : Role.Service;
        return new Caller(CallerKind.Service, name, personId: null, [new Grant(role, Scope.Nation)]);
    }

    /// <summary>Whether one of the roles holds a permission, in whatever scope.</summary>
    public bool Holds(Permission permission) => Grants.Any(grant => RolePermissions.Of(grant.Role).Contains(permission));

    /// <summary>The same caller, seen under a permission: what it may see is then what that permission's grants cover.</summary>
    public Caller Under(Permission permission) => this with { ActingUnder = permission };

    /// <summary>Whether a scope of the call covers a place.</summary>
    public bool Sees(Place place) => Acting.Any(grant => grant.Scope.Covers(place));

    /// <summary>Whether a scope of the call covers a group known by its id alone; regions and trusts need <see cref="Sees"/>.</summary>
    public bool SeesGroup(string groupId) => Sees(Place.OfGroup(groupId));

    /// <summary>Whether a scope of the call covers an organisation known by its code alone.</summary>
    public bool SeesOrganisation(string code) => Sees(Place.OfOrganisation(code));

    /// <summary>Whether this is the caller's own record, whatever the scopes.</summary>
    public bool IsSelf(string personId) => PersonId is not null && string.Equals(PersonId, personId, StringComparison.Ordinal);

    /// <summary>Whether a person's record is the caller's own, within a self scope, or lies in a place that the scopes cover.</summary>
    public bool SeesPerson(string personId, Place place) => (SeesSelf && IsSelf(personId)) || Sees(place);

    /// <summary>Ids of the scopes of one kind in which the permission of the call is held: what a query filters by.</summary>
    public IReadOnlyList<string> ScopeIds(ScopeKind kind) => [.. Scopes.Where(scope => scope.Kind == kind).Select(scope => scope.Id)];
}
