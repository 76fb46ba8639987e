namespace Talent.Development.Domain;

/// <summary>A rule of the domain that a request breaks: a sentence for a person and the field it concerns.</summary>
/// <param name="field">Path of the field, relative to the message that breaks the rule.</param>
/// <param name="sentence">What is wrong, and what to do. No names.</param>
public sealed class RuleException(string field, string sentence) : Exception(sentence)
{
    /// <summary>Path of the field.</summary>
    public string Field { get; } = field;
}
