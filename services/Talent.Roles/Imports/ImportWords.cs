namespace Talent.Roles.Imports;

/// <summary>Which file an import reads. Names and numbers are those of the contract.</summary>
public enum ImportKind
{
    /// <summary>The register of NHS trusts: no header, 27 columns.</summary>
    TrustRegister = 1,

    /// <summary>Successions of trusts.</summary>
    TrustSuccessions = 2,

    /// <summary>Integrated care boards.</summary>
    IntegratedCareBoards = 3,

    /// <summary>Regions.</summary>
    Regions = 4,

    /// <summary>Hospital sites.</summary>
    HospitalSites = 5,

    /// <summary>Successions of integrated care boards.</summary>
    IntegratedCareBoardSuccessions = 6,
}

/// <summary>What a remark tells. Numbers are those of the contract.</summary>
public enum ImportRemarkKind
{
    /// <summary>The row is wrong, so the file is refused.</summary>
    Error = 1,

    /// <summary>The row was taken, but something about it stays unknown.</summary>
    Unknown = 2,

    /// <summary>The row creates something.</summary>
    Created = 3,

    /// <summary>The row changes something.</summary>
    Changed = 4,
}

/// <summary>One remark of an import report.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Line">Line of the file on which the row starts, from 1. Zero: the file as a whole.</param>
/// <param name="Column">Name of the column. Empty: the row as a whole.</param>
/// <param name="Reason">
/// What is wrong or unknown and what to do about it, in one sentence; what was created; or what was changed, before and after.
/// </param>
/// <param name="Code">The organisation in question. Empty: it could not be read.</param>
public sealed record ImportRemark(ImportRemarkKind Kind, int Line, string Column, string Reason, string Code)
{
    /// <summary>Something that makes the file be refused.</summary>
    public static ImportRemark Error(int line, string column, string reason, string code = "") =>
        new(ImportRemarkKind.Error, line, column, reason, code);

    /// <summary>Something that stays unknown.</summary>
    public static ImportRemark Unknown(int line, string column, string reason, string code) =>
        new(ImportRemarkKind.Unknown, line, column, reason, code);

    /// <summary>Something that was not recorded before.</summary>
    public static ImportRemark Created(int line, string what, string code) => new(ImportRemarkKind.Created, line, "", what, code);

    /// <summary>Something that is recorded otherwise.</summary>
    public static ImportRemark Changed(int line, string what, string code) => new(ImportRemarkKind.Changed, line, "", what, code);
}
