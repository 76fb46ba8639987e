using System.Text.Json;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.ReferenceData;
using Talent.Succession.Storage;
using Contract = Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>Between the nomination of the contract and that of the domain.</summary>
internal static class NominationContract
{
    private const int LongestText = 200;

    /// <summary>The nomination that a request describes.</summary>
    /// <param name="asked">The request's nomination.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="externalTextId">The text that holds an external successor's name; null for a person with a record.</param>
    /// <param name="today">The day of the request.</param>
    /// <exception cref="RuleException">A part is wrong.</exception>
    public static Nominee ToNominee(Contract.Nomination asked, string id, string? externalTextId, DateOnly today)
    {
        var made = asked.NominatedOn.ToDay("nomination.nominated_on") ?? today;
        if (made > today) throw new RuleException("nomination.nominated_on", "Give a day that is not after today, or leave it out.");
        var nominee = new Nominee
        {
            Id = id,
            PersonId = asked.PersonId.Length == 0 ? null : asked.PersonId,
            ExternalTextId = externalTextId,
            NominatedOn = made,
        };
        nominee = WithRank(nominee, asked);
        nominee = WithReadiness(nominee, asked, made);
        return WithTelling(nominee, asked, today) with { IsEndorsed = asked.Endorsed };
    }

    /// <summary>Takes the named fields over.</summary>
    /// <exception cref="RuleException">A field cannot be changed, or a part is wrong.</exception>
    public static Nominee Change(Nominee before, Contract.Nomination asked, IReadOnlyCollection<string> mask, DateOnly today)
    {
        if (mask.Count == 0) throw new RuleException("update_mask", "Name the fields to change.");
        var after = before;
        foreach (var field in mask)
        {
            after = field switch
            {
                "rank" => WithRank(after, asked),
                "readiness" => WithReadiness(after, asked, today),
                "telling" or "confidentiality" => WithTelling(after, asked, today),
                "endorsed" => after with { IsEndorsed = asked.Endorsed },
                _ => throw new RuleException(
                    "update_mask", $"Change rank, readiness, telling, confidentiality or endorsed; '{field}' cannot be changed."),
            };
        }

        return after;
    }

    /// <summary>What the contract asks of an external successor.</summary>
    /// <exception cref="RuleException">There is no name, or a text is too long.</exception>
    public static string ToText(Contract.ExternalSuccessor external)
    {
        if (string.IsNullOrWhiteSpace(external.DisplayName))
            throw new RuleException("nomination.external.display_name", "Give the name of the external successor.");
        foreach (var (field, text) in new[]
        {
            ("display_name", external.DisplayName), ("organisation", external.Organisation), ("source", external.Source),
        })
        {
            if (text.Length > LongestText)
                throw new RuleException($"nomination.external.{field}", $"Shorten this to at most {LongestText} characters.");
        }

        return JsonSerializer.Serialize(new ExternalText(external.DisplayName, external.Organisation, external.Source));
    }

    /// <summary>The nomination as the contract shows it.</summary>
    /// <param name="row">The nomination.</param>
    /// <param name="text">The text of an external successor; null: there is none, or it was deleted.</param>
    public static Contract.Nomination ToContract(NominationRow row, string? text)
    {
        var nomination = ToEvent(row.PostId, Storage.NominationMapping.ToNominee(row));
        nomination.Etag = Requests.Etag(row.ChangedVersion);
        if (nomination.External is { } external && text is not null && JsonSerializer.Deserialize<ExternalText>(text) is { } known)
            (external.DisplayName, external.Organisation, external.Source) = (known.Name, known.Organisation, known.Source);
        return nomination;
    }

    /// <summary>The nomination as events carry it: no etag, and no name of an external successor.</summary>
    public static Contract.Nomination ToEvent(string postId, Nominee nominee) => new()
    {
        Id = nominee.Id,
        PostId = postId,
        PersonId = nominee.PersonId ?? "",
        Rank = nominee.Rank ?? 0,
        External = nominee.ExternalTextId is { } text ? new Contract.ExternalSuccessor { TextId = text } : null,
        Readiness = ReadinessMapping.ToContract(nominee.Readiness?.Earliest, nominee.Readiness?.Latest),
        Telling = nominee.Telling switch
        {
            Telling.Told => Contract.Telling.Told,
            Telling.Confidential => Contract.Telling.Confidential,
            _ => Contract.Telling.NotYetTold,
        },
        Confidentiality = nominee.Confidentiality is { } kept
            ? new Contract.Confidentiality
            {
                ReasonCode = kept.ReasonCode,
                ApproverId = kept.ApproverId,
                ExpiresOn = kept.ExpiresOn.ToDate(),
            }
            : null,
        Endorsed = nominee.IsEndorsed,
        NominatedOn = nominee.NominatedOn.ToDate(),
    };

    private static Nominee WithRank(Nominee nominee, Contract.Nomination asked) =>
        nominee with { Rank = asked.Rank == 0 ? null : asked.Rank };

    private static Nominee WithReadiness(Nominee nominee, Contract.Nomination asked, DateOnly today)
    {
        var (earliest, latest) = (
            asked.Readiness?.Earliest.ToDay("nomination.readiness.earliest"), asked.Readiness?.Latest.ToDay("nomination.readiness.latest"));
        return earliest is null && latest is null
            ? nominee with { Readiness = null, ReadinessRecordedOn = null }
            : nominee with { Readiness = new ReadyBetween(earliest, latest), ReadinessRecordedOn = today };
    }

    private static Nominee WithTelling(Nominee nominee, Contract.Nomination asked, DateOnly today)
    {
        if (asked.Telling != Contract.Telling.Confidential)
        {
            if (asked.Confidentiality is not null)
                throw new RuleException("nomination.telling", "Mark the nomination as confidential, or leave the conditions out.");
            var telling = asked.Telling == Contract.Telling.Told ? Telling.Told : Telling.NotYetTold;
            return nominee with { Telling = telling, Confidentiality = null };
        }

        var conditions = new Confidentiality(
            asked.Confidentiality?.ReasonCode ?? "", asked.Confidentiality?.ApproverId ?? "",
            (asked.Confidentiality?.ExpiresOn).ToRequiredDay("nomination.confidentiality.expires_on"));
        conditions.Check(today);
        if (!SuccessionReferenceData.ConfidentialityReasons.Contains(conditions.ReasonCode))
        {
            var known = string.Join(", ", SuccessionReferenceData.ConfidentialityReasons.Order(StringComparer.Ordinal));
            throw new RuleException("nomination.confidentiality.reason_code", $"Give the code of the reason: one of {known}.");
        }

        Identity.Check("nomination.confidentiality.approver_id", conditions.ApproverId);
        return nominee with { Telling = Telling.Confidential, Confidentiality = conditions };
    }

    private sealed record ExternalText(string Name, string Organisation, string Source);
}
