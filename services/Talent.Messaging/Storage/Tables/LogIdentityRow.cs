namespace Talent.Messaging.Storage;

/// <summary>Which history this database holds; one row. A restored database gets another identity.</summary>
public sealed class LogIdentityRow
{
    /// <summary>Always 1: there is one row.</summary>
    public int Id { get; init; } = 1;

    /// <summary>The identity: a UUID.</summary>
    public required string LogId { get; set; }

    /// <summary>When this identity was made.</summary>
    public required DateTimeOffset MadeAt { get; set; }
}
