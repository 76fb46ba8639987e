using Talent.Development.V1;
using Talent.ServiceDefaults;

namespace Talent.Demonstration.Generation;

/// <summary>
/// Invents which registrations and qualifications are recorded of those named for posts that need one: held, but for two in the first
/// group. The own second choice for the first medical director is recorded as not registered; of the next trust's nothing is recorded.
/// </summary>
internal sealed class CredentialGenerator(DateOnly asOf, RandomSource random)
{
    private const double ShareChecked = 0.8;

    private static readonly Dictionary<string, string> Needed = new(StringComparer.Ordinal)
    {
        [Families.ChiefMedicalOfficer] = "registered-medical-practitioner",
        [Families.SiteMedicalDirector] = "registered-medical-practitioner",
        [Families.ChiefNursingOfficer] = "registered-nurse-or-midwife",
        [Families.SiteNursingDirector] = "registered-nurse-or-midwife",
        [Families.ChiefFinanceOfficer] = "qualified-accountant",
    };

    public void AddCredentials(GroupPlan group)
    {
        var families = group.Posts.ToDictionary(post => post.Post.Id, post => post.Post.Family, StringComparer.Ordinal);
        var exceptions = group.Arrangement.IsFirstGroup ? SecondChoices(group) : [];
        var needed = group.Nominations.Where(name => name.PersonId.Length > 0 && Needed.ContainsKey(families[name.PostId]))
            .Select(name => (Person: name.PersonId, Code: Needed[families[name.PostId]])).Distinct();
        foreach (var (person, code) in needed)
        {
            var at = exceptions.IndexOf(person);
            var credential = new Credential
            {
                PersonId = person,
                Code = code,
                Held = at < 0,
                RecordedOn = asOf.AddDays(-random.Between(10, 700)).ToDate(),
                Source = random.Chance(ShareChecked) ? CredentialSource.CheckedByEmployer : CredentialSource.OwnStatement,
            };
            if (at != 1)
                group.Credentials.Add(credential);
        }
    }

    // Neither is ready today, so that the bench of the first group stays as it is.
    private static List<string> SecondChoices(GroupPlan group) =>
    [
        .. group.Trusts.Take(2).Select(trust =>
        {
            var post = group.Posts.First(post =>
                post.IsFamily(Families.ChiefMedicalOfficer) && post.Kind == PostKind.Executive && post.Trusts.Contains(trust));
            return group.Nominations.Where(name => name.PostId == post.Post.Id).Skip(1).First().PersonId;
        }),
    ];
}
