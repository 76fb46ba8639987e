namespace Talent.Development.Domain;

/// <summary>What a sharing choice is about.</summary>
public static class SharingSubject
{
    /// <summary>Where the person wants to go next.</summary>
    public const string Aspirations = "aspirations";

    /// <summary>Readiness statements, whoever made them.</summary>
    public const string Readiness = "readiness";

    /// <summary>When the person intends to leave the group or the NHS.</summary>
    public const string Leaving = "leaving";

    /// <summary>Being found in the national talent pool.</summary>
    public const string NationalTalentPool = "national-talent-pool";

    /// <summary>Checks a choice.</summary>
    /// <exception cref="RuleException">There is no such subject, or the audience is none of those that the subject can have.</exception>
    public static void Check(string subject, Audience audience)
    {
        if (subject is not (Aspirations or Readiness or Leaving or NationalTalentPool))
            throw new RuleException("subject", $"Choose one of {Aspirations}, {Readiness}, {Leaving} and {NationalTalentPool}.");
        if (subject == NationalTalentPool && audience is Audience.MyManager or Audience.MyGroup)
            throw new RuleException("audience", "Being in the national talent pool is shared with the pool, with or without your own group, or with nobody.");
    }
}
