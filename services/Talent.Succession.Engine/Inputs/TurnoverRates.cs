namespace Talent.Succession.Engine.Inputs;

/// <summary>How a length of time in post changes the national turnover.</summary>
public sealed record TenureBand
{
    /// <summary>States a band that begins at some years in post and ends where the next begins.</summary>
    /// <param name="fromYears">Years in post from which it applies, 0 or more.</param>
    /// <param name="multiplier">What the family's yearly rate is multiplied by.</param>
    /// <exception cref="ArgumentException">The years are negative.</exception>
    public TenureBand(double fromYears, ReferenceNumber multiplier)
    {
        ArgumentNullException.ThrowIfNull(multiplier);
        (FromYears, Multiplier) = (Require.AtLeastZero(fromYears, "the years in post of a band"), multiplier);
    }

    /// <summary>Years in post from which it applies.</summary>
    public double FromYears { get; }

    /// <summary>What the yearly rate is multiplied by.</summary>
    public ReferenceNumber Multiplier { get; }
}

/// <summary>Bands of years in post that some families have in common.</summary>
public sealed record TenurePattern
{
    /// <summary>States the bands of some families.</summary>
    /// <param name="families">The families they apply to, each once.</param>
    /// <param name="bands">The bands, each start once and one from the first day on.</param>
    /// <exception cref="ArgumentException">A family or a start appears twice, or the first day lies in no band.</exception>
    public TenurePattern(IEnumerable<FamilyKey> families, IEnumerable<TenureBand> bands)
    {
        Families = Require.Distinct(families, family => family, "the families of a tenure pattern");
        Bands = [.. Require.Distinct(bands, band => band.FromYears, "the bands of years in post").OrderBy(band => band.FromYears)];
        if (Bands.Count == 0 || Bands[0].FromYears > 0)
            throw new ArgumentException("Give a band of years in post that begins at 0.", nameof(bands));
    }

    /// <summary>The families they apply to.</summary>
    public IReadOnlyList<FamilyKey> Families { get; }

    /// <summary>The bands, shortest time in post first; the first begins at 0.</summary>
    public IReadOnlyList<TenureBand> Bands { get; }
}

/// <summary>How often posts change hands, as data about posts like this, never about a holder.</summary>
public sealed class TurnoverRates
{
    private readonly Dictionary<FamilyKey, ReferenceNumber> byFamily;
    private readonly Dictionary<FamilyKey, TenurePattern> patterns;

    /// <summary>Takes the national figures.</summary>
    /// <param name="byFamily">Exits a year, by family, before the effect of the years in post; a family left out is unknown.</param>
    /// <param name="patterns">Multipliers by years in post, each family in one of them; a family left out has a constant rate.</param>
    /// <param name="endsAtPlannedEnd">Probability, 0 to 1, that an appointment ends at its planned end.</param>
    /// <param name="endsAtTermLimit">Probability, 0 to 1, that an office-holder leaves a board at the limit of the term clock.</param>
    /// <exception cref="ArgumentException">A probability lies outside 0 to 1, or a family has two patterns.</exception>
    public TurnoverRates(
        IReadOnlyDictionary<FamilyKey, ReferenceNumber> byFamily, IEnumerable<TenurePattern> patterns, ReferenceNumber endsAtPlannedEnd,
        ReferenceNumber endsAtTermLimit)
    {
        ArgumentNullException.ThrowIfNull(byFamily);
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(endsAtPlannedEnd);
        ArgumentNullException.ThrowIfNull(endsAtTermLimit);
        Require.Between(endsAtPlannedEnd.Estimate.High, 0, 1, "the probability that an appointment ends at its planned end");
        Require.Between(endsAtTermLimit.Estimate.High, 0, 1, "the probability of leaving at the term limit");
        this.byFamily = new Dictionary<FamilyKey, ReferenceNumber>(byFamily);
        this.patterns = Require.Distinct(
            patterns.SelectMany(pattern => pattern.Families.Select(family => (family, pattern))), entry => entry.family,
            "the families with a tenure pattern").ToDictionary(entry => entry.family, entry => entry.pattern);
        (EndsAtPlannedEnd, EndsAtTermLimit) = (endsAtPlannedEnd, endsAtTermLimit);
    }

    /// <summary>Probability that an appointment ends at its planned end.</summary>
    public ReferenceNumber EndsAtPlannedEnd { get; }

    /// <summary>Probability that an office-holder leaves a board at the limit of the term clock.</summary>
    public ReferenceNumber EndsAtTermLimit { get; }

    /// <summary>Exits a year of a family, or null when no figure is given.</summary>
    public ReferenceNumber? RateOf(FamilyKey family) => byFamily.GetValueOrDefault(family);

    /// <summary>Multipliers of a family by years in post, shortest first; empty where its rate is constant.</summary>
    public IReadOnlyList<TenureBand> BandsOf(FamilyKey family) => patterns.TryGetValue(family, out var pattern) ? pattern.Bands : [];
}
