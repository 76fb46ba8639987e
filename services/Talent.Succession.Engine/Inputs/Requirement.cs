namespace Talent.Succession.Engine.Inputs;

/// <summary>Names one hard requirement of posts, for example a registration, by its key in the reference data.</summary>
public sealed record RequirementKey
{
    /// <summary>Wraps a key.</summary>
    /// <param name="value">Any text with at least one visible character.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public RequirementKey(string value) => Value = Require.Text(value, "the key of a requirement");

    /// <summary>The text as it was given.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Whether somebody meets one hard requirement of a post.</summary>
public sealed record RequirementAnswer
{
    /// <summary>States it.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="met">Whether it is met; unknown when nothing is recorded.</param>
    public RequirementAnswer(RequirementKey requirement, Answer met)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        (Requirement, Met) = (requirement, Require.Defined(met, "whether a requirement is met"));
    }

    /// <summary>The requirement.</summary>
    public RequirementKey Requirement { get; }

    /// <summary>Whether it is met.</summary>
    public Answer Met { get; }
}
