using Talent.Roles.Domain;

namespace Talent.Roles.Api;

/// <summary>Numbers of the contract's enumerations as values of the domain's, which have the same names and numbers.</summary>
internal static class Enumerations
{
    /// <summary>The value with the number.</summary>
    /// <exception cref="RuleException">This version knows no such value.</exception>
    public static T Known<T>(string field, int number)
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), number);
        return Enum.IsDefined(value)
            ? value
            : throw RuleException.Invalid(field, $"The value {number} of {field} is not known here: use one of the contract's values.");
    }
}
