namespace Talent.Demonstration.Generation;

/// <summary>Keys of the role families (reference data) that the generator uses, with the titles it gives their posts.</summary>
internal static class Families
{
    public const string Chair = "chair";
    public const string ViceChair = "vice-chair";
    public const string SeniorIndependentDirector = "senior-independent-director";
    public const string NonExecutiveDirector = "non-executive-director";
    public const string ChiefExecutive = "chief-executive";
    public const string DeputyChiefExecutive = "deputy-chief-executive";
    public const string ChiefOperatingOfficer = "chief-operating-officer";
    public const string ChiefFinanceOfficer = "chief-finance-officer";
    public const string ChiefMedicalOfficer = "chief-medical-officer";
    public const string ChiefNursingOfficer = "chief-nursing-officer";
    public const string ChiefPeopleOfficer = "chief-people-officer";
    public const string Strategy = "strategy-and-transformation";
    public const string Digital = "digital-and-information";
    public const string CorporateAffairs = "corporate-affairs";
    public const string SiteChiefExecutive = "site-chief-executive";
    public const string SiteMedicalDirector = "site-medical-director";
    public const string SiteNursingDirector = "site-nursing-director";
    public const string DivisionalDirector = "divisional-director";

    public static readonly string[] NarrowTeam =
        [ChiefOperatingOfficer, ChiefFinanceOfficer, ChiefMedicalOfficer, ChiefNursingOfficer, ChiefPeopleOfficer, Strategy];

    public static readonly string[] WideTeam = [.. NarrowTeam, Digital, CorporateAffairs];

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [Chair] = "Chair",
        [ViceChair] = "Vice-chair",
        [SeniorIndependentDirector] = "Senior independent director",
        [NonExecutiveDirector] = "Non-executive director",
        [ChiefExecutive] = "Chief executive",
        [DeputyChiefExecutive] = "Deputy chief executive",
        [ChiefOperatingOfficer] = "Chief operating officer",
        [ChiefFinanceOfficer] = "Chief finance officer",
        [ChiefMedicalOfficer] = "Chief medical officer",
        [ChiefNursingOfficer] = "Chief nursing officer",
        [ChiefPeopleOfficer] = "Chief people officer",
        [Strategy] = "Director of strategy and transformation",
        [Digital] = "Chief digital and information officer",
        [CorporateAffairs] = "Director of corporate affairs",
        [SiteChiefExecutive] = "Chief executive",
        [SiteMedicalDirector] = "Medical director",
        [SiteNursingDirector] = "Director of nursing",
    };

    public static string TitleOf(string family) => Titles[family];

    /// <summary>The title with a small first letter, as after "Group" or "Deputy".</summary>
    public static string TitleInside(string family) => char.ToLowerInvariant(Titles[family][0]) + Titles[family][1..];

    public static bool IsNonExecutive(string family) =>
        family is Chair or ViceChair or SeniorIndependentDirector or NonExecutiveDirector;
}
