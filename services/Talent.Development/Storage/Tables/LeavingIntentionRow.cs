using Talent.Development.Domain;

namespace Talent.Development.Storage;

/// <summary>The intention to leave that a person stated last.</summary>
public sealed class LeavingIntentionRow
{
    /// <summary>Whose it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>The first day on which the person may have left.</summary>
    public required DateOnly Earliest { get; set; }

    /// <summary>The last such day.</summary>
    public required DateOnly Latest { get; set; }

    /// <summary>The day it was stated.</summary>
    public required DateOnly StatedOn { get; set; }

    /// <summary>The audience under which the group knows it; null: it does not.</summary>
    public Audience? PublishedAs { get; set; }
}
