namespace Talent.Messaging.Storage;

/// <summary>A person whom an identifier of a stored answer is about, where it is not the person's own.</summary>
public sealed class RequestSubjectRow
{
    /// <summary>The account or service that asked.</summary>
    public required string Principal { get; init; }

    /// <summary>The full name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>The caller's own id of the request.</summary>
    public required string RequestId { get; init; }

    /// <summary>The identifier in the answer.</summary>
    public required string Identifier { get; init; }

    /// <summary>The person.</summary>
    public required string SubjectId { get; init; }
}
