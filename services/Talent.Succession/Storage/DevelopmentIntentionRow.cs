namespace Talent.Succession.Storage;

/// <summary>When a person intends to leave the group or the NHS, as far as the person lets the group use it.</summary>
public sealed class DevelopmentIntentionRow
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The first day on which the person may have left.</summary>
    public DateOnly Earliest { get; set; }

    /// <summary>The last such day.</summary>
    public DateOnly Latest { get; set; }
}
