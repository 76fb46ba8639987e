namespace Talent.Roles.Domain;

/// <summary>The rules that all texts and identities of the domain keep.</summary>
public static class Text
{
    /// <summary>The longest name, title or key, in characters.</summary>
    public const int LongestLine = 300;

    /// <summary>The longest identity, in characters.</summary>
    public const int LongestIdentity = 64;

    /// <summary>One line of text: not empty, no space around it, no control characters, at most <see cref="LongestLine"/> long.</summary>
    /// <exception cref="RuleException">It is none; <paramref name="field"/> names it.</exception>
    public static string Line(string field, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw RuleException.Invalid(field, $"Enter the {field}: it is empty.");
        if (value.Length > LongestLine)
            throw RuleException.Invalid(field, $"Shorten the {field}: it has {value.Length} characters, the most is {LongestLine}.");
        if (value.Any(char.IsControl))
            throw RuleException.Invalid(field, $"Write the {field} in one line: it holds a line break or another control character.");
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            throw RuleException.Invalid(field, $"Remove the space before or after the {field} \"{value}\".");
        return value;
    }

    /// <summary>An opaque identity: letters, digits and hyphens, at most <see cref="LongestIdentity"/> long.</summary>
    /// <exception cref="RuleException">It is none; <paramref name="field"/> names it.</exception>
    public static string Identity(string field, string value)
    {
        if (string.IsNullOrEmpty(value))
            throw RuleException.Invalid(field, $"Give the {field}: it is empty.");
        if (value.Length > LongestIdentity || !value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
            throw RuleException.Invalid(field, $"Use letters, digits and hyphens for the {field}, at most {LongestIdentity}.");
        return value;
    }

    /// <summary>A day as people here write it in data, for example 2026-07-31.</summary>
    public static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
