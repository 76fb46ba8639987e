namespace Talent.Roles.Domain;

/// <summary>One organisation followed another. A pair of organisations has one succession at most.</summary>
public sealed record OrganisationSuccession
{
    /// <summary>Makes a succession.</summary>
    /// <exception cref="RuleException">An organisation would follow itself.</exception>
    public OrganisationSuccession(OrganisationCode predecessor, OrganisationCode successor, DateOnly date, SuccessionKind kind)
    {
        if (predecessor == successor)
            throw RuleException.Invalid("successor", $"The organisation {predecessor} cannot follow itself.");
        (Predecessor, Successor, Date, Kind) = (predecessor, successor, date, kind);
    }

    /// <summary>The organisation that ended.</summary>
    public OrganisationCode Predecessor { get; }

    /// <summary>The organisation that followed.</summary>
    public OrganisationCode Successor { get; }

    /// <summary>The legal date of the change.</summary>
    public DateOnly Date { get; }

    /// <summary>How it followed.</summary>
    public SuccessionKind Kind { get; }
}
