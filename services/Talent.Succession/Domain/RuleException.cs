namespace Talent.Succession.Domain;

/// <summary>A rule of the domain was broken: which field of the request, and what to do about it.</summary>
public sealed class RuleException : Exception
{
    /// <summary>States the breach.</summary>
    /// <param name="field">Path of the field as in the contract, for example <c>nomination.rank</c>.</param>
    /// <param name="sentence">What is wrong, and what to do.</param>
    public RuleException(string field, string sentence) : base(sentence) => Field = field;

    /// <summary>Path of the field.</summary>
    public string Field { get; }
}
