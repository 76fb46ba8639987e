using Talent.Messaging.Storage;

namespace Talent.Roles.Storage;

/// <summary>An organisation of the register.</summary>
public sealed class OrganisationRow : IVersioned
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Number of its kind.</summary>
    public int Kind { get; set; }

    /// <summary>First day of its existence. Null: not known.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>First day after its existence. Null: no known end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Code of what it belongs to. Null: nothing, or not known.</summary>
    public string? ParentCode { get; set; }

    /// <summary>Numbers of its kinds of care, separated by spaces. Empty: not known.</summary>
    public string Sectors { get; set; } = "";

    /// <summary>Its postcode. Null: not known.</summary>
    public string? Postcode { get; set; }

    /// <summary>Number of the file it comes from; 0 is none.</summary>
    public int Source { get; set; }

    /// <inheritdoc/>
    public long Version { get; set; }

    /// <summary>Its names and memberships over time.</summary>
    public List<OrganisationValueRow> Values { get; } = [];
}

/// <summary>Which property of an organisation a dated row holds.</summary>
public enum OrganisationField
{
    /// <summary>Its name.</summary>
    Name = 1,

    /// <summary>The code of its region.</summary>
    Region = 2,

    /// <summary>The code of its integrated care board.</summary>
    Board = 3,
}

/// <summary>One name or membership of an organisation and the days it held.</summary>
public sealed class OrganisationValueRow
{
    /// <summary>Code of the organisation.</summary>
    public string Code { get; set; } = "";

    /// <summary>Which property it is.</summary>
    public OrganisationField Field { get; set; }

    /// <summary>Place among the rows of this property, from 0, by start.</summary>
    public int Place { get; set; }

    /// <summary>The name or code.</summary>
    public string Value { get; set; } = "";

    /// <summary>The value as it is searched for: neither database compares every letter in any case by itself.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>First day. Null: not known.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>First day after it. Null: no known end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>A text as it is searched for.</summary>
    public static string Searchable(string text) => text.ToUpperInvariant();
}

/// <summary>One organisation followed another.</summary>
public sealed class OrganisationSuccessionRow
{
    /// <summary>Code of the organisation that ended.</summary>
    public required string Predecessor { get; init; }

    /// <summary>Code of the organisation that followed.</summary>
    public required string Successor { get; init; }

    /// <summary>Legal date of the change.</summary>
    public DateOnly HappenedOn { get; set; }

    /// <summary>Number of how it followed.</summary>
    public int Kind { get; set; }
}
