namespace Talent.Succession.Engine.Inputs;

/// <summary>How long posts stand empty, as data.</summary>
public sealed class FillTimes
{
    private readonly Dictionary<FamilyKey, ReferenceNumber> byFamily;

    /// <summary>Takes the national or local figures.</summary>
    /// <param name="byFamily">Days from the last day of a holder to the first of the next, by family, found by open competition.</param>
    /// <param name="otherwise">The same for a family without a figure of its own.</param>
    /// <param name="appointSuccessor">Days from naming to taking up, for a successor who is ready.</param>
    /// <param name="notice">Days of notice a leaver usually gives.</param>
    public FillTimes(
        IReadOnlyDictionary<FamilyKey, ReferenceNumber> byFamily, ReferenceNumber otherwise, ReferenceNumber appointSuccessor,
        ReferenceNumber notice)
    {
        ArgumentNullException.ThrowIfNull(byFamily);
        ArgumentNullException.ThrowIfNull(otherwise);
        ArgumentNullException.ThrowIfNull(appointSuccessor);
        ArgumentNullException.ThrowIfNull(notice);
        this.byFamily = new Dictionary<FamilyKey, ReferenceNumber>(byFamily);
        (Otherwise, AppointSuccessor, Notice) = (otherwise, appointSuccessor, notice);
    }

    /// <summary>Days to fill a post of a family without a figure of its own.</summary>
    public ReferenceNumber Otherwise { get; }

    /// <summary>Days from naming to taking up, for a successor who is ready.</summary>
    public ReferenceNumber AppointSuccessor { get; }

    /// <summary>Days of notice a leaver usually gives.</summary>
    public ReferenceNumber Notice { get; }

    /// <summary>Days from the last day of a holder to the first of the next, found by open competition.</summary>
    public ReferenceNumber Of(FamilyKey family) => byFamily.GetValueOrDefault(family) ?? Otherwise;
}
