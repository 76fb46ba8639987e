using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>What a row of a register says about one organisation on the day the register was taken.</summary>
/// <param name="Line">Line on which the row starts.</param>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name on that day, or its last name where it is closed.</param>
/// <param name="Period">When it exists. Null: the register does not say.</param>
/// <param name="Region">Its region. Null: none, or not in England.</param>
/// <param name="Board">Its integrated care board. Null: none, or not in England.</param>
/// <param name="Parent">What it belongs to. Null: nothing, or not known.</param>
/// <param name="Postcode">Its postcode. Null: not known.</param>
public sealed record RegisterEntry(
    int Line,
    OrganisationCode Code,
    OrganisationKind Kind,
    string Name,
    Period? Period = null,
    OrganisationCode? Region = null,
    OrganisationCode? Board = null,
    OrganisationCode? Parent = null,
    string? Postcode = null);

/// <summary>What a row says about one organisation that followed another.</summary>
/// <param name="Line">Line on which the row starts.</param>
/// <param name="Succession">Which followed which.</param>
/// <param name="EarlierName">Name of the successor until the day before. Null: not known, or it did not change.</param>
public sealed record SuccessionEntry(int Line, OrganisationSuccession Succession, string? EarlierName);
