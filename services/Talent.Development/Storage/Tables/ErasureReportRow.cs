namespace Talent.Development.Storage;

/// <summary>What another service reported of an erasure: it holds nothing more about the person.</summary>
public sealed class ErasureReportRow
{
    /// <summary>Who was erased.</summary>
    public required string PersonId { get; init; }

    /// <summary>The service that reported.</summary>
    public required string Service { get; init; }

    /// <summary>When it reported last.</summary>
    public DateTimeOffset ReportedAt { get; set; }

    /// <summary>Free texts it deleted.</summary>
    public int Texts { get; set; }

    /// <summary>Stored answers it deleted.</summary>
    public int Answers { get; set; }

    /// <summary>Other records it deleted, withdrew or separated from the person.</summary>
    public int Records { get; set; }
}
