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

/// <summary>Another service's report that it has erased what it kept about a person. Follows that service's events.</summary>
public sealed class ErasureReportRow
{
    /// <summary>Whose record was erased.</summary>
    public required string PersonId { get; init; }

    /// <summary>The service that reports.</summary>
    public required string Service { get; init; }

    /// <summary>When it had erased everything.</summary>
    public required DateTimeOffset CompletedAt { get; set; }
}
