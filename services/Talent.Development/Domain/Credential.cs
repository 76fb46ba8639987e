namespace Talent.Development.Domain;

/// <summary>Whether a person holds a registration or qualification that posts may need, and who says so. No number of a register.</summary>
public sealed record Credential
{
    /// <summary>States it.</summary>
    /// <param name="code">Key of the requirement that it meets.</param>
    /// <param name="isHeld">Whether the person holds it.</param>
    /// <param name="recordedOn">The day it was recorded.</param>
    /// <param name="today">Today: nothing is recorded later.</param>
    /// <param name="source">Who says so.</param>
    /// <exception cref="RuleException">The code is none of the reference data's, or the day lies ahead.</exception>
    public Credential(string code, bool isHeld, DateOnly recordedOn, DateOnly today, CredentialSource source)
    {
        if (!ReferenceKeys.Credentials.Contains(code))
        {
            var known = string.Join(", ", ReferenceKeys.Credentials.Order(StringComparer.Ordinal));
            throw new RuleException("code", $"Give the code of a registration or qualification: one of {known}.");
        }
        if (recordedOn > today)
            throw new RuleException("recorded_on", "Give the day it was recorded: today or earlier.");
        (Code, IsHeld, RecordedOn, Source) = (code, isHeld, recordedOn, source);
    }

    /// <summary>Key of the requirement that it meets.</summary>
    public string Code { get; }

    /// <summary>Whether the person holds it.</summary>
    public bool IsHeld { get; }

    /// <summary>The day it was recorded.</summary>
    public DateOnly RecordedOn { get; }

    /// <summary>Who says so.</summary>
    public CredentialSource Source { get; }
}
