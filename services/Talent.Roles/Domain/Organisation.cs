namespace Talent.Roles.Domain;

/// <summary>An organisation of the register with its names and memberships over time. Closed organisations stay.</summary>
public sealed record Organisation
{
    /// <summary>Makes an organisation.</summary>
    /// <exception cref="RuleException">A rule is broken; the sentence says which.</exception>
    public Organisation(
        OrganisationCode code,
        OrganisationKind kind,
        DatedRows<string> names,
        DatedRows<OrganisationCode>? regions = null,
        DatedRows<OrganisationCode>? boards = null,
        Period? period = null,
        OrganisationCode? parent = null,
        ValueList<Sector>? sectors = null,
        string? postcode = null,
        OrganisationSource source = OrganisationSource.Recorded)
    {
        if (names.Rows.Count == 0)
            throw RuleException.Invalid("names", $"Give the organisation {code} a name.");
        foreach (var row in names.Rows)
            Text.Line("name", row.Value);
        if (parent == code)
            throw RuleException.Invalid("parent_code", $"The organisation {code} cannot belong to itself.");
        if (parent is not null && kind != OrganisationKind.Site)
            throw RuleException.Invalid("parent_code", $"Only a site belongs to another organisation; {code} is {kind.WithArticle()}.");
        if (!string.IsNullOrEmpty(postcode))
            Text.Line("postcode", postcode);
        if (sectors is not null && sectors.Distinct().Count() != sectors.Count)
            throw RuleException.Invalid("sectors", $"Name each kind of care of {code} once.");
        (Code, Kind, Names, Parent, Source) = (code, kind, names, parent, source);
        // A period without start and end says nothing.
        Period = period == default(Period) ? null : period;
        Regions = regions ?? DatedRows.None<OrganisationCode>();
        Boards = boards ?? DatedRows.None<OrganisationCode>();
        Sectors = sectors ?? [];
        Postcode = string.IsNullOrEmpty(postcode) ? null : postcode;
    }

    /// <summary>Its code: the identity.</summary>
    public OrganisationCode Code { get; }

    /// <summary>What it is.</summary>
    public OrganisationKind Kind { get; }

    /// <summary>Its names over time; at least one.</summary>
    public DatedRows<string> Names { get; }

    /// <summary>The regions it lay in over time.</summary>
    public DatedRows<OrganisationCode> Regions { get; }

    /// <summary>The integrated care boards it lay in over time.</summary>
    public DatedRows<OrganisationCode> Boards { get; }

    /// <summary>When it existed. Null: not known.</summary>
    public Period? Period { get; }

    /// <summary>What it belongs to. Null: nothing, or not known.</summary>
    public OrganisationCode? Parent { get; }

    /// <summary>Its kinds of care. Empty: not known.</summary>
    public ValueList<Sector> Sectors { get; }

    /// <summary>Its postcode. Null: not known.</summary>
    public string? Postcode { get; }

    /// <summary>Where this record comes from.</summary>
    public OrganisationSource Source { get; }

    /// <summary>The name on the day, or the last one known.</summary>
    public string NameOn(DateOnly day) => (Names.On(day) ?? Names.Rows[^1]).Value;

    /// <summary>Whether it exists on the day; an organisation without known dates is taken to exist.</summary>
    public bool ExistsOn(DateOnly day) => Period is not { } period || period.Contains(day);

    /// <summary>Whether it had come to its end by the day.</summary>
    public bool ClosedBy(DateOnly day) => Period is { } period && period.EndedBy(day);

    /// <summary>The same organisation with other names.</summary>
    public Organisation WithNames(DatedRows<string> names) =>
        new(Code, Kind, names, Regions, Boards, Period, Parent, Sectors, Postcode, Source);
}
