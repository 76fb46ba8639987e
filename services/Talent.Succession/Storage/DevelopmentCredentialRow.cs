namespace Talent.Succession.Storage;

/// <summary>Whether a person holds a registration or qualification, as Development tells. What is not known has no row.</summary>
public sealed class DevelopmentCredentialRow
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>Key of the requirement that it meets.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the person holds it.</summary>
    public bool Held { get; set; }
}
