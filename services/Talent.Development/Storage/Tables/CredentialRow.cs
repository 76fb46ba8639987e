using Talent.Development.Domain;

namespace Talent.Development.Storage;

/// <summary>Whether a person holds a registration or qualification. What is not known has no row.</summary>
public sealed class CredentialRow
{
    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>What it is: one of <see cref="ReferenceKeys.Credentials"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the person holds it.</summary>
    public required bool Held { get; set; }

    /// <summary>The day it was recorded.</summary>
    public required DateOnly RecordedOn { get; set; }

    /// <summary>Who says so.</summary>
    public required CredentialSource Source { get; set; }
}
