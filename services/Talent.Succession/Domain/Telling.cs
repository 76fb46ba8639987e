namespace Talent.Succession.Domain;

/// <summary>Whether a nominee knows of the nomination.</summary>
public enum Telling
{
    /// <summary>The person has not been told. Such a nomination is never endorsed.</summary>
    NotYetTold,

    /// <summary>The person has been told.</summary>
    Told,

    /// <summary>Kept confidential for an approved reason and for a limited time.</summary>
    Confidential,
}

/// <summary>Why a nomination is confidential, who approved that, and for how long.</summary>
/// <param name="ReasonCode">Code of the reason.</param>
/// <param name="ApproverId">Account that approved it.</param>
/// <param name="ExpiresOn">First day on which it is no longer confidential.</param>
public sealed record Confidentiality(string ReasonCode, string ApproverId, DateOnly ExpiresOn)
{
    /// <summary>Longest time a nomination may stay confidential, in months.</summary>
    public const int LongestMonths = 6;

    /// <summary>Refuses conditions that are incomplete or last too long.</summary>
    /// <param name="today">The day of the request.</param>
    /// <exception cref="RuleException">What is missing or wrong.</exception>
    public void Check(DateOnly today)
    {
        if (ReasonCode.Length == 0)
            throw new RuleException("nomination.confidentiality.reason_code", "Give the reason why the nomination is confidential.");
        if (ApproverId.Length == 0)
            throw new RuleException("nomination.confidentiality.approver_id", "Say who approved that the nomination is confidential.");
        if (ExpiresOn <= today || ExpiresOn > today.AddMonths(LongestMonths))
        {
            throw new RuleException(
                "nomination.confidentiality.expires_on",
                "Choose a day after today and within six months for the confidentiality to end.");
        }
    }
}
