namespace Talent.Development.Domain;

/// <summary>Who made a readiness statement.</summary>
public enum StatementSource
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>The person.</summary>
    Self,

    /// <summary>The person's manager, in a talent conversation.</summary>
    Manager,

    /// <summary>A nominations or succession panel.</summary>
    Panel,
}
