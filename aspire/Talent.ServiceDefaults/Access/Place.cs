namespace Talent.ServiceDefaults;

/// <summary>
/// Where a record lies, as far as its service knows: a scope covers it when one of its places does. What is left empty is not known and
/// is covered by no scope but the nation's.
/// </summary>
public sealed record Place
{
    /// <summary>Ids of the groups it belongs to.</summary>
    public IReadOnlyCollection<string> GroupIds { get; init; } = [];

    /// <summary>Codes of the organisations it belongs to or serves.</summary>
    public IReadOnlyCollection<string> OrganisationCodes { get; init; } = [];

    /// <summary>Codes of the integrated care boards of those organisations.</summary>
    public IReadOnlyCollection<string> IcbCodes { get; init; } = [];

    /// <summary>Codes of the regions of those organisations.</summary>
    public IReadOnlyCollection<string> RegionCodes { get; init; } = [];

    /// <summary>A place that is known by its group alone; an empty id is no group.</summary>
    public static Place OfGroup(string groupId) => new() { GroupIds = groupId.Length == 0 ? [] : [groupId] };

    /// <summary>A place that is known by its organisation alone; an empty code is no organisation.</summary>
    public static Place OfOrganisation(string code) => new() { OrganisationCodes = code.Length == 0 ? [] : [code] };
}
