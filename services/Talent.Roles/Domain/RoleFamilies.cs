namespace Talent.Roles.Domain;

/// <summary>The families that posts belong to: reference data that ships with the product.</summary>
public static class RoleFamilies
{
    private static readonly Lazy<IReadOnlySet<string>> Known = new(() => ReferenceKeys.Read("role-families.csv"));

    /// <summary>The keys, for example <c>chief-executive</c>.</summary>
    public static IReadOnlySet<string> Keys => Known.Value;

    /// <summary>Checks that a key is one of the reference data's.</summary>
    /// <exception cref="RuleException">It is none.</exception>
    public static void Check(string key)
    {
        if (!Keys.Contains(key))
        {
            var known = string.Join(", ", Keys.Order(StringComparer.Ordinal));
            throw RuleException.Invalid("family", $"\"{key}\" is no role family: use one of {known}.");
        }
    }
}
