namespace Talent.Messaging.Storage;

/// <summary>
/// A command that was carried out, so that its repetition gets the same answer. Holds identifiers, never names. Kept 30 days.
/// </summary>
public sealed class RequestRow
{
    /// <summary>The account or service that asked.</summary>
    public required string Principal { get; init; }

    /// <summary>The full name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>The caller's own id of the request.</summary>
    public required string RequestId { get; init; }

    /// <summary>SHA-256 of the request's bytes.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>Identifiers of what was changed, separated by spaces; an erasure empties those about the person.</summary>
    public required string Identifiers { get; set; }

    /// <summary>The etag of what was changed, as it was then.</summary>
    public required string Etag { get; init; }

    /// <summary>When it was carried out.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>The people whom identifiers are about.</summary>
    public List<RequestSubjectRow> Subjects { get; } = [];
}
