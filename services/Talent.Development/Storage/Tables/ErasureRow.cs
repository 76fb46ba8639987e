namespace Talent.Development.Storage;

/// <summary>An erasure, which a restored database applies again.</summary>
public sealed class ErasureRow
{
    /// <summary>Whose record was erased.</summary>
    public required string PersonId { get; init; }

    /// <summary>When this service erased it.</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>Code of the reason.</summary>
    public required string ReasonCode { get; init; }
}
