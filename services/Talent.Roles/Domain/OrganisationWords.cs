namespace Talent.Roles.Domain;

/// <summary>What an organisation is. Names and numbers are those of the contract.</summary>
public enum OrganisationKind
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>An NHS trust.</summary>
    Trust = 1,

    /// <summary>An NHS foundation trust.</summary>
    FoundationTrust = 2,

    /// <summary>A hospital or site of a trust.</summary>
    Site = 3,

    /// <summary>An integrated care board.</summary>
    IntegratedCareBoard = 4,

    /// <summary>A region of NHS England.</summary>
    Region = 5,

    /// <summary>A national body.</summary>
    NationalBody = 6,
}

/// <summary>Main kind of care. Names and numbers are those of the contract.</summary>
public enum Sector
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>Acute hospitals.</summary>
    Acute = 1,

    /// <summary>Mental health.</summary>
    MentalHealth = 2,

    /// <summary>Community services.</summary>
    Community = 3,

    /// <summary>Ambulance services.</summary>
    Ambulance = 4,

    /// <summary>Specialist hospitals.</summary>
    Specialist = 5,

    /// <summary>Several of these together.</summary>
    Integrated = 6,
}

/// <summary>How one organisation followed another. Names and numbers are those of the contract.</summary>
public enum SuccessionKind
{
    /// <summary>Not known.</summary>
    Unspecified = 0,

    /// <summary>Several organisations became a new one.</summary>
    Merger = 1,

    /// <summary>The successor took the predecessor over.</summary>
    Acquisition = 2,

    /// <summary>The predecessor was divided among several successors.</summary>
    Split = 3,
}

/// <summary>Where a record of an organisation comes from; the numbers of files are those of the contract.</summary>
public enum OrganisationSource
{
    /// <summary>It was recorded by hand or by a generator, not by an import.</summary>
    Recorded = 0,

    /// <summary>The register of trusts.</summary>
    TrustRegister = 1,

    /// <summary>The file of integrated care boards.</summary>
    IntegratedCareBoards = 3,

    /// <summary>The file of regions.</summary>
    Regions = 4,

    /// <summary>The file of hospital sites.</summary>
    HospitalSites = 5,
}

/// <summary>What is said of kinds in sentences and rules.</summary>
public static class OrganisationKinds
{
    /// <summary>Whether it is a trust of either legal form.</summary>
    public static bool IsTrust(this OrganisationKind kind) => kind is OrganisationKind.Trust or OrganisationKind.FoundationTrust;

    /// <summary>The kind in words, for example "integrated care board".</summary>
    public static string InWords(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.Trust => "trust",
        OrganisationKind.FoundationTrust => "foundation trust",
        OrganisationKind.Site => "site",
        OrganisationKind.IntegratedCareBoard => "integrated care board",
        OrganisationKind.Region => "region",
        OrganisationKind.NationalBody => "national body",
        _ => "organisation of unknown kind",
    };

    /// <summary>The kind in words with its article, for example "an integrated care board".</summary>
    public static string WithArticle(this OrganisationKind kind) =>
        kind is OrganisationKind.IntegratedCareBoard or OrganisationKind.Unspecified ? $"an {kind.InWords()}" : $"a {kind.InWords()}";

    /// <summary>
    /// The legal form as it shows in the name: a foundation trust carries "FOUNDATION TRUST" in its name by law (NHS Act 2006,
    /// section 31 and schedule 7), every other trust of the register is an NHS trust.
    /// </summary>
    public static OrganisationKind LegalForm(string name) => name.Contains("FOUNDATION TRUST", StringComparison.OrdinalIgnoreCase)
        ? OrganisationKind.FoundationTrust
        : OrganisationKind.Trust;
}
