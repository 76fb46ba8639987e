namespace Talent.Roles.Domain;

/// <summary>
/// The code of an organisation in its register: opaque text. Most trusts have three characters, but not all, so nothing may be
/// concluded from its length or letters, and a code is not a name.
/// </summary>
public readonly record struct OrganisationCode
{
    /// <summary>The longest code, in characters.</summary>
    public const int Longest = 32;

    private readonly string? _value;

    /// <summary>Takes <paramref name="value"/> as it is, without changing case or characters.</summary>
    /// <exception cref="RuleException">It is empty, too long, or holds anything but letters, digits, hyphens and full stops.</exception>
    public OrganisationCode(string value)
    {
        if (string.IsNullOrEmpty(value))
            throw RuleException.Invalid("code", "Give the code of the organisation: it is empty.");
        if (value.Length > Longest)
            throw RuleException.Invalid("code", $"Check the code \"{value[..Longest]}…\": it has more than {Longest} characters.");
        if (!value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.'))
            throw RuleException.Invalid("code", $"Check the code \"{value}\": a code holds letters, digits, hyphens and full stops alone.");
        _value = value;
    }

    /// <summary>The text of the code.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A default code has no value.");

    /// <summary>The code in <paramref name="value"/>; null where it is empty.</summary>
    /// <exception cref="RuleException">It is neither empty nor a code.</exception>
    public static OrganisationCode? OrNone(string? value) => string.IsNullOrEmpty(value) ? null : new OrganisationCode(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
