namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rules of a resource's name.</summary>
internal static class ResourceName
{
    private const int Longest = 64;

    public static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > Longest)
            throw Invalid(name, $"it is longer than {Longest} characters");
        if (!char.IsAsciiLetter(name[0]))
            throw Invalid(name, "it does not start with an ASCII letter");
        if (!name.All(each => char.IsAsciiLetterOrDigit(each) || each == '-'))
            throw Invalid(name, "it holds something other than ASCII letters, digits and hyphens");
        if (name.Contains("--", StringComparison.Ordinal) || name.EndsWith('-'))
            throw Invalid(name, "it has two hyphens in a row or ends in one");
        return name;
    }

    /// <summary>The name as part of an environment variable: upper case, underscores for everything but letters and digits.</summary>
    public static string AsVariable(string name) =>
        string.Concat(name.Select(each => char.IsAsciiLetterOrDigit(each) ? char.ToUpperInvariant(each) : '_'));

    private static ArgumentException Invalid(string name, string reason) =>
        new($"The resource name '{name}' is not valid: {reason}.", nameof(name));
}
