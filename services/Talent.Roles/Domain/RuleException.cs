namespace Talent.Roles.Domain;

/// <summary>How a rule was broken.</summary>
public enum RuleKind
{
    /// <summary>The values themselves are wrong, whatever is recorded.</summary>
    Invalid,

    /// <summary>The values could be right, but not with what is recorded now.</summary>
    Precondition,

    /// <summary>What the values refer to is not recorded.</summary>
    NotFound,
}

/// <summary>A rule of the domain was broken. Its message is one sentence that says what to do.</summary>
public sealed class RuleException : Exception
{
    private RuleException(RuleKind kind, string subject, string sentence)
        : base(sentence) => (Kind, Subject) = (kind, subject);

    /// <summary>How the rule was broken.</summary>
    public RuleKind Kind { get; }

    /// <summary>The field (invalid), the machine-readable reason (precondition) or the kind of thing (not found) in question.</summary>
    public string Subject { get; }

    /// <summary>The value of <paramref name="field"/> is wrong.</summary>
    public static RuleException Invalid(string field, string sentence) => new(RuleKind.Invalid, field, sentence);

    /// <summary>What is recorded does not allow the change; <paramref name="reason"/> is machine-readable, in capitals.</summary>
    public static RuleException Precondition(string reason, string sentence) => new(RuleKind.Precondition, reason, sentence);

    /// <summary>Nothing of this <paramref name="kind"/> is recorded under the identity given.</summary>
    public static RuleException NotFound(string kind, string sentence) => new(RuleKind.NotFound, kind, sentence);
}
