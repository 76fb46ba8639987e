namespace Talent.Portal.Words;

/// <summary>The names of role families on the screen. A key that is not listed is shown as it is written, with spaces.</summary>
public static class RoleFamilies
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["chair"] = "Chair",
        ["vice-chair"] = "Vice-chair",
        ["senior-independent-director"] = "Senior independent director",
        ["non-executive-director"] = "Non-executive director",
        ["chief-executive"] = "Chief executive",
        ["deputy-chief-executive"] = "Deputy chief executive",
        ["chief-operating-officer"] = "Chief operating officer",
        ["chief-finance-officer"] = "Chief finance officer",
        ["chief-medical-officer"] = "Chief medical officer",
        ["chief-nursing-officer"] = "Chief nursing officer",
        ["chief-people-officer"] = "Chief people officer",
        ["strategy-and-transformation"] = "Strategy and transformation",
        ["digital-and-information"] = "Digital and information",
        ["corporate-affairs"] = "Corporate affairs and company secretary",
        ["site-chief-executive"] = "Site chief executive or managing director",
        ["site-medical-director"] = "Site medical director",
        ["site-nursing-director"] = "Site nursing director",
        ["divisional-director"] = "Divisional director",
    };

    /// <summary>The keys that have a name here, in the order of seniority in which lists offer them.</summary>
    public static IReadOnlyCollection<string> Keys => Names.Keys;

    /// <summary>The name of a family.</summary>
    public static string Say(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Names.TryGetValue(key, out var name) ? name : key.Length == 0 ? "Not known" : key.Replace('-', ' ');
    }
}
