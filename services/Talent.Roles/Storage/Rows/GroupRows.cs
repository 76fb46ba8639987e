using Talent.Messaging.Storage;

namespace Talent.Roles.Storage;

/// <summary>A group.</summary>
public sealed class GroupRow : IVersioned
{
    /// <summary>Its identity.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public string Title { get; set; } = "";

    /// <summary>Code of the region its return goes to. Null: not known.</summary>
    public string? RegionCode { get; set; }

    /// <summary>When its criticalities were agreed. Null: they are not.</summary>
    public DateOnly? CriticalityAgreedOn { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>Its members over time.</summary>
    public List<GroupMemberRow> Members { get; } = [];
}

/// <summary>One membership of an organisation in a group.</summary>
public sealed class GroupMemberRow
{
    /// <summary>Identity of the group.</summary>
    public string GroupId { get; set; } = "";

    /// <summary>Place among the members, from 0.</summary>
    public int Place { get; set; }

    /// <summary>Code of the organisation.</summary>
    public string OrganisationCode { get; set; } = "";

    /// <summary>First day in the group. Null: not known.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>First day after. Null: no known end.</summary>
    public DateOnly? EndsOn { get; set; }
}
