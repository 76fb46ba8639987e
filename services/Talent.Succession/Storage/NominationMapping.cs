using Talent.Succession.Domain;

namespace Talent.Succession.Storage;

/// <summary>Between the nomination of the domain and its row.</summary>
internal static class NominationMapping
{
    public static Nominee ToNominee(NominationRow row) => new()
    {
        Id = row.Id,
        PersonId = row.PersonId,
        ExternalTextId = row.ExternalTextId,
        Rank = row.Rank,
        Readiness = row.HasReadiness ? new ReadyBetween(row.ReadyEarliest, row.ReadyLatest) : null,
        ReadinessRecordedOn = row.ReadinessRecordedOn,
        Telling = (Telling)row.Telling,
        Confidentiality = row.ConfidentialUntil is { } until
            ? new Confidentiality(row.ConfidentialReason, row.ConfidentialApprover, until)
            : null,
        IsEndorsed = row.Endorsed,
        NominatedOn = row.NominatedOn,
        Version = row.ChangedVersion,
    };

    public static NominationRow NewRow(string postId, Nominee nominee) => new()
    {
        Id = nominee.Id,
        PostId = postId,
        PersonId = nominee.PersonId,
        ExternalTextId = nominee.ExternalTextId,
        NominatedOn = nominee.NominatedOn,
    };

    public static void Write(Nominee nominee, NominationRow row)
    {
        row.Rank = nominee.Rank;
        row.HasReadiness = nominee.Readiness is not null;
        row.ReadyEarliest = nominee.Readiness?.Earliest;
        row.ReadyLatest = nominee.Readiness?.Latest;
        row.ReadinessRecordedOn = nominee.ReadinessRecordedOn;
        row.Telling = (int)nominee.Telling;
        row.ConfidentialReason = nominee.Confidentiality?.ReasonCode ?? "";
        row.ConfidentialApprover = nominee.Confidentiality?.ApproverId ?? "";
        row.ConfidentialUntil = nominee.Confidentiality?.ExpiresOn;
        row.Endorsed = nominee.IsEndorsed;
        row.ChangedVersion = nominee.Version;
    }
}
