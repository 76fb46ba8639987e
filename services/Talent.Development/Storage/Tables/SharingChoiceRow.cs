using Talent.Development.Domain;

namespace Talent.Development.Storage;

/// <summary>What a person chose to share about one subject.</summary>
public sealed class SharingChoiceRow
{
    /// <summary>Whose choice it is.</summary>
    public required string PersonId { get; init; }

    /// <summary>What it is about: one of <see cref="SharingSubject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>Who may see it.</summary>
    public required Audience Audience { get; set; }

    /// <summary>The day of the choice.</summary>
    public required DateOnly ChosenOn { get; set; }

    /// <summary>The audience under which the group knows it; null: it does not.</summary>
    public Audience? PublishedAs { get; set; }
}
