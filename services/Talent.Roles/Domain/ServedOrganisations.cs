namespace Talent.Roles.Domain;

/// <summary>An organisation that a post serves.</summary>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Share">Share of the post's time, above 0 and up to 1. Null: not known.</param>
/// <param name="Voting">Whether the holder votes on its board.</param>
public sealed record ServedOrganisation(OrganisationCode Code, double? Share, bool Voting);

/// <summary>The organisations that a post serves: at least one, each once, with shares that add up to at most 1.</summary>
public sealed record ServedOrganisations
{
    // Three thirds written as doubles may add up to slightly more than one.
    private const double Rounding = 1e-9;

    /// <summary>Takes the organisations in their order.</summary>
    /// <exception cref="RuleException">A rule is broken; the sentence says which.</exception>
    public ServedOrganisations(IEnumerable<ServedOrganisation> served)
    {
        Rows = [.. served];
        if (Rows.Count == 0)
            throw RuleException.Invalid("served", "Name at least one organisation that the post serves.");
        if (Rows.GroupBy(row => row.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw RuleException.Invalid("served", $"Name the organisation {twice.Key} once: the post serves it once, with one share.");
        foreach (var row in Rows)
        {
            if (row.Share is { } share && !(share > 0 && share <= 1))
            {
                var reason = $"The share for {row.Code} must lie above 0 and be at most 1, not {Say(share)}.";
                throw RuleException.Invalid("served.share", reason);
            }
        }
        var total = Rows.Sum(row => row.Share ?? 0);
        if (total > 1 + Rounding)
        {
            var reason = $"The shares add up to {Say(total)}; together they are at most 1, the whole of the post.";
            throw RuleException.Invalid("served.share", reason);
        }
    }

    /// <summary>The organisations, in the order given.</summary>
    public ValueList<ServedOrganisation> Rows { get; }

    /// <summary>Their codes, in the order given.</summary>
    public IEnumerable<OrganisationCode> Codes => Rows.Select(row => row.Code);

    private static string Say(double share) => share.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture);
}
