namespace Talent.Demonstration.Generation;

/// <summary>How critical groups say their posts are, from 1 to 5; some say nothing about some posts (zero).</summary>
internal sealed class CriticalityTable(RandomSource random)
{
    public int Of(string family, PostKind kind, bool known)
    {
        if (!known && random.Chance(0.1))
            return 0;
        var usual = (family, kind) switch
        {
            (Families.Chair or Families.ChiefExecutive, _) => 5,
            (Families.ViceChair, _) => 3,
            (_, PostKind.Deputy or PostKind.Division or PostKind.NonExecutive) => 2,
            (Families.ChiefOperatingOfficer or Families.ChiefFinanceOfficer, _) => 4,
            (Families.ChiefMedicalOfficer or Families.ChiefNursingOfficer, _) => 4,
            (Families.SiteChiefExecutive, _) => 4,
            _ => 3,
        };
        var change = random.PickWeighted((0, 80), (-1, 10), (1, 10));
        return Math.Clamp(usual + change, 1, 5);
    }
}
