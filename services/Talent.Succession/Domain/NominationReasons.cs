namespace Talent.Succession.Domain;

/// <summary>The codes of the reasons that nominations may be made, changed and withdrawn for.</summary>
/// <param name="Made">Why somebody is named.</param>
/// <param name="Changed">Why a nomination is changed.</param>
/// <param name="Withdrawn">Why a nomination is withdrawn.</param>
public sealed record NominationReasons(
    IReadOnlyCollection<string> Made, IReadOnlyCollection<string> Changed, IReadOnlyCollection<string> Withdrawn)
{
    /// <summary>Refuses a code that is none of those listed; empty means that no reason was asked for.</summary>
    /// <param name="listed">The codes.</param>
    /// <param name="code">The code given.</param>
    /// <exception cref="RuleException">Which codes there are.</exception>
    public static void Check(IReadOnlyCollection<string> listed, string code)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length > 0 && !listed.Contains(code))
            throw new RuleException("reason_code", $"Use one of the reasons {string.Join(", ", listed)}, or none.");
    }
}
