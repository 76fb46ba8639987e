namespace Talent.Messaging.Storage;

/// <summary>
/// A free text. Every free text of a service lies here and nowhere else, so that an erasure finds it; events carry its id.
/// </summary>
public sealed class TextRow
{
    /// <summary>Identity of the text.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of text it is, for example <c>nomination-reason</c>.</summary>
    public required string Class { get; init; }

    /// <summary>The text itself.</summary>
    public required string Content { get; set; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The first day on which it may no longer be kept; null: as long as the record it belongs to.</summary>
    public DateOnly? DeleteOn { get; set; }

    /// <summary>The people the text is about.</summary>
    public List<TextSubjectRow> Subjects { get; } = [];
}
