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

/// <summary>How often posts change hands, as data about posts like this, never about a holder.</summary>
public sealed class TurnoverRates
{
    private readonly Dictionary<FamilyKey, ReferenceNumber> byFamily;

    /// <summary>Takes the national figures.</summary>
    /// <param name="byFamily">Exits a year at a constant rate, by family; a family left out is unknown.</param>
    /// <param name="bands">Multipliers by years in post, each start once; none means a constant rate.</param>
    /// <param name="endsAtPlannedEnd">Probability, 0 to 1, that an appointment ends at its planned end.</param>
    /// <param name="endsAtTermLimit">Probability, 0 to 1, that an office-holder leaves a board at the limit of the term clock.</param>
    /// <exception cref="ArgumentException">A probability lies outside 0 to 1, or a band appears twice.</exception>
    public TurnoverRates(
        IReadOnlyDictionary<FamilyKey, ReferenceNumber> byFamily, IEnumerable<TenureBand> bands, ReferenceNumber endsAtPlannedEnd,
        ReferenceNumber endsAtTermLimit)
    {
        ArgumentNullException.ThrowIfNull(byFamily);
        ArgumentNullException.ThrowIfNull(endsAtPlannedEnd);
        ArgumentNullException.ThrowIfNull(endsAtTermLimit);
        Require.Between(endsAtPlannedEnd.Estimate.High, 0, 1, "the probability that an appointment ends at its planned end");
        Require.Between(endsAtTermLimit.Estimate.High, 0, 1, "the probability of leaving at the term limit");
        this.byFamily = new Dictionary<FamilyKey, ReferenceNumber>(byFamily);
        Bands = [.. Require.Distinct(bands, band => band.FromYears, "the bands of years in post").OrderBy(band => band.FromYears)];
        (EndsAtPlannedEnd, EndsAtTermLimit) = (endsAtPlannedEnd, endsAtTermLimit);
    }

    /// <summary>Multipliers by years in post, shortest first.</summary>
    public IReadOnlyList<TenureBand> Bands { get; }

    /// <summary>Probability that an appointment ends at its planned end.</summary>
    public ReferenceNumber EndsAtPlannedEnd { get; }

    /// <summary>Probability that an office-holder leaves a board at the limit of the term clock.</summary>
    public ReferenceNumber EndsAtTermLimit { get; }

    /// <summary>Exits a year of a family, or null when no figure is given.</summary>
    public ReferenceNumber? RateOf(FamilyKey family) => byFamily.GetValueOrDefault(family);

    /// <summary>The band for so many years in post, or null when none applies.</summary>
    public TenureBand? BandFor(double years) => Bands.LastOrDefault(band => band.FromYears <= years);
}
