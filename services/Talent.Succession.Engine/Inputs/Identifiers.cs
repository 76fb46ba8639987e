namespace Talent.Succession.Engine.Inputs;

/// <summary>Names one post: a seat that outlives its holder. Opaque, compared letter by letter.</summary>
public sealed record PostId
{
    /// <summary>Wraps an identifier.</summary>
    /// <param name="value">Any text with at least one visible character.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public PostId(string value) => Value = Require.Text(value, "the identifier of a post");

    /// <summary>The text as it was given.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names one person by an opaque identifier; the engine never sees a name.</summary>
public sealed record PersonId
{
    /// <summary>Wraps an identifier.</summary>
    /// <param name="value">Any text with at least one visible character.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public PersonId(string value) => Value = Require.Text(value, "the identifier of a person");

    /// <summary>The text as it was given.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Names one organisation served by a post. Opaque: most trusts have three characters, not all.</summary>
public sealed record OrganisationId
{
    /// <summary>Wraps an identifier.</summary>
    /// <param name="value">Any text with at least one visible character.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public OrganisationId(string value) => Value = Require.Text(value, "the identifier of an organisation");

    /// <summary>The text as it was given.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Key of a role family (chair, chief executive, ...). The families are data, so this is text.</summary>
public sealed record FamilyKey
{
    /// <summary>Wraps a key.</summary>
    /// <param name="value">Any text with at least one visible character.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public FamilyKey(string value) => Value = Require.Text(value, "the key of a role family");

    /// <summary>The text as it was given.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
