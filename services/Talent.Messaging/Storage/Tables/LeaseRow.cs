namespace Talent.Messaging.Storage;

/// <summary>Who may do what only one process of a service may do at a time, by the database's clock.</summary>
public sealed class LeaseRow
{
    /// <summary>What is leased: <c>relay</c>, or <c>reactions/</c> and a source.</summary>
    public required string Name { get; init; }

    /// <summary>The process that holds it; empty where nobody does.</summary>
    public required string Owner { get; set; }

    /// <summary>Grows with every change of owner: work of an earlier epoch is refused.</summary>
    public required long Epoch { get; set; }

    /// <summary>From then on others may take it. Microseconds since 1970, by the database's clock.</summary>
    public required long ExpiresAt { get; set; }
}
