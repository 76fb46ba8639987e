namespace Talent.Development.Domain;

/// <summary>Who says whether a person holds a credential.</summary>
public enum CredentialSource
{
    /// <summary>The person, in a statement of their own.</summary>
    OwnStatement,

    /// <summary>The employer, who checked it with whoever keeps the register.</summary>
    CheckedByEmployer,
}
