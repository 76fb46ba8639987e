namespace Talent.Development.Storage;

/// <summary>One reading of somebody's record by somebody else. Only ever added.</summary>
public sealed class RecordReadRow
{
    /// <summary>Identity; sorts by time.</summary>
    public required string Id { get; init; }

    /// <summary>Whose record was read.</summary>
    public required string PersonId { get; init; }

    /// <summary>The account that read it.</summary>
    public required string ReaderId { get; init; }

    /// <summary>The role in which it was read.</summary>
    public required string Role { get; init; }

    /// <summary>What was read: the name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }
}
