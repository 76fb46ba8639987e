using Talent.Development.Storage;
using Talent.ServiceDefaults;

namespace Talent.Development.Api;

/// <summary>
/// Which people's records a caller reaches under the permission of the call: those of groups and trusts in scope for roles that work for an
/// organisation, direct reports for line managers, and the own record. What is not named here reaches nobody.
/// </summary>
internal sealed class PersonScope
{
    private static readonly string[] RolesOfOrganisations = [Role.GroupHrDirector, Role.CompanySecretary, Role.Demonstration];

    private readonly bool _everybody;
    private readonly List<string> _groups;
    private readonly List<string> _trusts;
    private readonly string _manager;
    private readonly string _organisationRole;
    private readonly string _ownRole;

    private PersonScope(Caller caller, List<Grant> acting)
    {
        var grants = acting.Where(grant => RolesOfOrganisations.Contains(grant.Role)).ToList();
        _everybody = grants.Exists(grant => grant.Scope.Kind == ScopeKind.Nation);
        _groups = [.. grants.Where(grant => grant.Scope.Kind == ScopeKind.Group).Select(grant => grant.Scope.Id)];
        _trusts = [.. grants.Where(grant => grant.Scope.Kind == ScopeKind.Trust).Select(grant => grant.Scope.Id)];
        _organisationRole = grants.FirstOrDefault()?.Role ?? "";
        _ownRole = acting.FirstOrDefault()?.Role ?? "";
        Self = caller.PersonId ?? "";
        _manager = acting.Exists(grant => grant.Role == Role.LineManager) ? Self : "";
    }

    /// <summary>Id of the caller's own record; empty: none.</summary>
    public string Self { get; }

    /// <summary>What the caller reaches in this call.</summary>
    public static PersonScope Of(Caller caller) => new(
        caller,
        [.. caller.Grants.Where(grant => caller.ActingUnder is { } permission && RolePermissions.Of(grant.Role).Contains(permission))]);

    /// <summary>The records reached. Erased ones are nobody's any more.</summary>
    public IQueryable<PersonRow> Filter(IQueryable<PersonRow> people)
    {
        var living = people.Where(person => !person.Erased);
        if (_everybody)
            return living;
        var (groups, trusts, manager, self) = (_groups, _trusts, _manager, Self);
        return living.Where(person => groups.Contains(person.GroupId)
            || trusts.Contains(person.EmployerCode)
            || (manager != "" && person.ManagerId == manager)
            || (self != "" && person.Id == self));
    }

    /// <summary>Whether a record is reached.</summary>
    public bool Reaches(PersonRow person) => Filter(new[] { person }.AsQueryable()).Any();

    /// <summary>Whether a record is reached through an organisation that the caller works for.</summary>
    public bool ReachesAsOrganisation(PersonRow person) => !person.Erased && CoversPlace(person.GroupId, person.EmployerCode);

    /// <summary>Whether it is the record of somebody who reports to the caller.</summary>
    public bool ReachesAsManager(PersonRow person) => !person.Erased && _manager.Length > 0 && person.ManagerId == _manager;

    /// <summary>Whether it is the caller's own record.</summary>
    public bool IsSelf(PersonRow person) => Self.Length > 0 && person.Id == Self;

    /// <summary>Whether records of a group or an employer are in scope.</summary>
    public bool CoversPlace(string groupId, string employerCode) =>
        _everybody || _groups.Contains(groupId) || _trusts.Contains(employerCode);

    /// <summary>The role in which a record is read, as it is noted for the person.</summary>
    public string RoleFor(PersonRow person)
    {
        if (ReachesAsOrganisation(person))
            return _organisationRole;
        return ReachesAsManager(person) ? Role.LineManager : _ownRole;
    }
}
