using Talent.Messaging.Storage;

namespace Talent.Succession.Storage;

/// <summary>The slate of a post: the root whose version guards its nominations.</summary>
public sealed class SlateRow : IVersioned
{
    /// <summary>The post.</summary>
    public required string PostId { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>A nomination.</summary>
public sealed class NominationRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>The post named for.</summary>
    public required string PostId { get; init; }

    /// <summary>The person; null for an external successor.</summary>
    public string? PersonId { get; init; }

    /// <summary>The person whom it is about, if the person has a record here.</summary>
    internal IReadOnlyList<string> Subjects => PersonId is { } person ? [person] : [];

    /// <summary>The text with an external successor's name; null otherwise.</summary>
    public string? ExternalTextId { get; init; }

    /// <summary>Place from 1; null: not ranked.</summary>
    public int? Rank { get; set; }

    /// <summary>Whether a readiness was stated with the nomination.</summary>
    public bool HasReadiness { get; set; }

    /// <summary>First day of readiness; null: not known.</summary>
    public DateOnly? ReadyEarliest { get; set; }

    /// <summary>Last day of readiness; null: not known.</summary>
    public DateOnly? ReadyLatest { get; set; }

    /// <summary>The day the readiness was recorded; null: there is none.</summary>
    public DateOnly? ReadinessRecordedOn { get; set; }

    /// <summary>Whether the person knows, as the number of <see cref="Domain.Telling"/>.</summary>
    public int Telling { get; set; }

    /// <summary>Reason of confidentiality; empty: not confidential.</summary>
    public string ConfidentialReason { get; set; } = "";

    /// <summary>Account that approved confidentiality; empty: not confidential.</summary>
    public string ConfidentialApprover { get; set; } = "";

    /// <summary>First day no longer confidential; null: not confidential.</summary>
    public DateOnly? ConfidentialUntil { get; set; }

    /// <summary>Whether the committee endorsed it.</summary>
    public bool Endorsed { get; set; }

    /// <summary>The day it was made.</summary>
    public required DateOnly NominatedOn { get; init; }

    /// <summary>The version of the slate that last changed it.</summary>
    public long ChangedVersion { get; set; }
}

/// <summary>A flag: raised, and perhaps cleared.</summary>
public sealed class FlagRow : IVersioned
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>Rule that raised it.</summary>
    public required string Rule { get; init; }

    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The post that stood for the arrangement when the flag was raised.</summary>
    public required string KeyPostId { get; init; }

    /// <summary>The flag as last computed, without the day it was cleared (talent.succession.v1.Flag).</summary>
    public required byte[] Content { get; set; }

    /// <summary>The day it was raised.</summary>
    public required DateOnly RaisedOn { get; init; }

    /// <summary>The day it was cleared; null: it stands.</summary>
    public DateOnly? ClearedOn { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }

    /// <summary>Who holds the posts, to know the arrangement again; told to nobody. Null: raised before this was kept.</summary>
    public string? HolderId { get; set; }
}

/// <summary>What was discussed with the holder about a flag: part of the flag, whose version guards it.</summary>
public sealed class FlagDiscussionRow
{
    /// <summary>The flag.</summary>
    public required string FlagId { get; init; }

    /// <summary>The day the holder was shown it.</summary>
    public required DateOnly ShownOn { get; set; }

    /// <summary>The day the holder replied; null: not yet.</summary>
    public DateOnly? RepliedOn { get; set; }

    /// <summary>The text of the reply; null: there is none.</summary>
    public string? ReplyTextId { get; set; }
}

/// <summary>Somebody read who is named for a post, or what a group would lose if a person left.</summary>
public sealed class SlateReadRow
{
    /// <summary>Identity.</summary>
    public required string Id { get; init; }

    /// <summary>The account that read.</summary>
    public required string AccountId { get; init; }

    /// <summary>The role in which it read; empty: read before that was kept.</summary>
    public string Role { get; init; } = "";

    /// <summary>The method it read with.</summary>
    public required string Method { get; init; }

    /// <summary>The post; empty: every post of the group that the account may see, or the posts of a person.</summary>
    public required string PostId { get; init; }

    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ReadAt { get; init; }
}

/// <summary>A person whom a reading showed; forgotten when the person is erased.</summary>
public sealed class SlateReadPersonRow
{
    /// <summary>The person.</summary>
    public required string PersonId { get; init; }

    /// <summary>The reading.</summary>
    public required string ReadId { get; init; }
}
