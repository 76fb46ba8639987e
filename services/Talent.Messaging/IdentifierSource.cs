namespace Talent.Messaging;

/// <summary>The one place identifiers come from: UUID version 7 (RFC 9562), so that they sort roughly by the time they were made.</summary>
public abstract class IdentifierSource
{
    /// <summary>The next identifier; never the same twice from one source.</summary>
    public abstract Guid NextGuid();

    /// <summary>The next identifier as text: 36 characters, lower case, with hyphens.</summary>
    public string Next() => NextGuid().ToString("D");
}
