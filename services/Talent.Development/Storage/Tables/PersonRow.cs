using Talent.Messaging.Storage;

namespace Talent.Development.Storage;

/// <summary>A person. The name is here and nowhere else.</summary>
public sealed class PersonRow : IVersioned
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>Name as the person wants it shown; empty after the erasure.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The name in the form that searches compare and lists are ordered by; empty after the erasure.</summary>
    public required string SearchName { get; set; }

    /// <summary>Id of the group; empty: none, or not known.</summary>
    public required string GroupId { get; set; }

    /// <summary>Code of the employing organisation; empty: not known.</summary>
    public required string EmployerCode { get; set; }

    /// <summary>Id of the manager; empty: none, or not known.</summary>
    public required string ManagerId { get; set; }

    /// <summary>Code of the organisation that controls the record.</summary>
    public required string ControllerCode { get; init; }

    /// <summary>Whether the record was erased.</summary>
    public bool Erased { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }
}
