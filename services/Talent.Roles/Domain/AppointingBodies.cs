namespace Talent.Roles.Domain;

/// <summary>The bodies that appoint people to posts: reference data that ships with the product.</summary>
public static class AppointingBodies
{
    private static readonly Lazy<IReadOnlySet<string>> Known = new(() => ReferenceKeys.Read("appointing-bodies.csv"));

    /// <summary>The keys, for example <c>council-of-governors</c>.</summary>
    public static IReadOnlySet<string> Keys => Known.Value;

    /// <summary>Checks that a key is one of the reference data's.</summary>
    /// <exception cref="RuleException">It is none.</exception>
    public static void Check(string field, string key)
    {
        if (!Keys.Contains(key))
        {
            var known = string.Join(", ", Keys.Order(StringComparer.Ordinal));
            throw RuleException.Invalid(field, $"Name the appointing body by its key in the reference data: one of {known}.");
        }
    }
}
