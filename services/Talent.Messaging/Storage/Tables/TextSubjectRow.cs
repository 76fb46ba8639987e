namespace Talent.Messaging.Storage;

/// <summary>A person a text is about.</summary>
public sealed class TextSubjectRow
{
    /// <summary>The text.</summary>
    public required string TextId { get; init; }

    /// <summary>The person.</summary>
    public required string SubjectId { get; init; }
}
