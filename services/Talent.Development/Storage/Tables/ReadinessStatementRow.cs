using Talent.Development.Domain;

namespace Talent.Development.Storage;

/// <summary>A readiness statement; the last of its source about a family and tier.</summary>
public sealed class ReadinessStatementRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>Whom it is about.</summary>
    public required string PersonId { get; init; }

    /// <summary>Key of the role family.</summary>
    public required string Family { get; init; }

    /// <summary>Tier of posts.</summary>
    public required PostLevel Level { get; init; }

    /// <summary>First day on which the person may be ready; null: not known.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>Last day by which the person is expected to be ready; null: no upper end is known.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Who said so.</summary>
    public required StatementSource Source { get; init; }

    /// <summary>The day it was stated.</summary>
    public required DateOnly StatedOn { get; init; }

    /// <summary>The audience it was given; the person's sharing choice may narrow it.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The audience under which the group knows it; null: it does not.</summary>
    public Audience? PublishedAs { get; set; }
}
