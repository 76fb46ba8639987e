using Talent.Development.V1;
using Talent.Succession.V1;

namespace Talent.Portal.Words;

/// <summary>Whether somebody meets the hard requirements of a post, in words for the screen.</summary>
public static class RequirementWords
{
    /// <summary>What a finding means for who counts, with the rule where somebody is not counted because of it.</summary>
    public static string Say(RequirementFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var requirement = Requirements.Find(finding.Code);
        var needed = Requirements.Say(finding.Code);
        return finding.Status switch
        {
            RequirementStatus.Met when requirement is { Recorded: false } =>
                $"{Capital(needed)}: no executive appointment there is recorded that speaks against it",
            RequirementStatus.Met => $"{Capital(needed)}: recorded as held",
            RequirementStatus.NotMet => $"Not counted: the post needs {needed}{Source(requirement)}, "
                + (requirement is { Recorded: false } ? "and an executive appointment there is recorded" : "which is recorded as not held"),
            _ => $"Not certain cover: whether this person holds {needed} is not recorded",
        };
    }

    /// <summary>What is recorded of a credential, and who says so.</summary>
    public static string Say(Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return $"{(credential.Held ? "held" : "not held")}, {Say(credential.Source)}, recorded on {Dates.Say(credential.RecordedOn)}";
    }

    /// <summary>Who says so.</summary>
    public static string Say(CredentialSource source) => source switch
    {
        CredentialSource.OwnStatement => "by the person's own statement",
        CredentialSource.CheckedByEmployer => "checked by the employer",
        _ => "who says so is not known",
    };

    /// <summary>Words with a capital at the beginning.</summary>
    public static string Capital(string words)
    {
        ArgumentException.ThrowIfNullOrEmpty(words);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Source(Requirement? requirement) => requirement is null ? "" : $" ({requirement.Source})";
}
