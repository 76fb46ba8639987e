using Talent.Development.V1;
using Talent.Messaging;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Invents what people and their managers say about readiness, and what the people chose to share.</summary>
internal sealed class SharingGenerator(DateOnly asOf, IdentifierSource identifiers, RandomSource random)
{
    private const double ShareWithStatements = 0.45;
    private const double ShareWithChoice = 0.7;

    private readonly ReadinessGenerator readiness = new(asOf, random);

    public void AddStatementsAndChoices(GroupPlan group)
    {
        var posts = group.Posts.Where(post => post.HolderId is not null).ToLookup(post => post.HolderId!);
        foreach (var person in group.People.Where(person => person.ManagerId.Length > 0 && random.Chance(ShareWithStatements)))
        {
            var chosen = random.Chance(ShareWithChoice) ? (Audience?)AnyAudience() : null;
            foreach (var family in NextFamilies(posts[person.Id].FirstOrDefault()))
                AddStatement(group, person, family, chosen);
            if (chosen is { } audience)
                AddChoices(group, person, audience);
        }
    }

    private void AddStatement(GroupPlan group, Person person, string family, Audience? chosen)
    {
        var source = random.PickWeighted((StatementSource.Self, 60), (StatementSource.Manager, 30), (StatementSource.Panel, 10));
        group.Statements.Add(new ReadinessStatement
        {
            Id = identifiers.Next(),
            PersonId = person.Id,
            Family = family,
            Level = family == Families.SiteChiefExecutive ? Level.Site : Level.Unspecified,
            Readiness = readiness.Any(ready: 0.25),
            Source = source,
            StatedOn = asOf.AddDays(-random.Between(5, 600)).ToDate(),
            Audience = chosen ?? Audience.OnlyMe,
        });
    }

    private void AddChoices(GroupPlan group, Person person, Audience audience)
    {
        Choose(group, person, "readiness", audience);
        Choose(group, person, "aspirations", random.Chance(0.6) ? audience : AnyAudience());
        if (audience is Audience.NationalPool or Audience.NationalPoolWithoutMyGroup)
            Choose(group, person, "national-talent-pool", audience);
    }

    private void Choose(GroupPlan group, Person person, string subject, Audience audience) => group.Choices.Add(new SharingChoice
    {
        PersonId = person.Id,
        Subject = subject,
        Audience = audience,
        ChosenOn = asOf.AddDays(-random.Between(5, 500)).ToDate(),
    });

    private Audience AnyAudience() => random.PickWeighted(
        (Audience.OnlyMe, 20),
        (Audience.MyManager, 20),
        (Audience.MyGroup, 40),
        (Audience.NationalPoolWithoutMyGroup, 8),
        (Audience.NationalPool, 12));

    // The families that people in such a post usually think of next; people without a post think of divisions and sites.
    private IEnumerable<string> NextFamilies(PostPlan? held)
    {
        string[] families = held?.Kind switch
        {
            PostKind.NonExecutive => [Families.Chair, Families.ViceChair],
            PostKind.Executive => [Families.ChiefExecutive, Families.DeputyChiefExecutive],
            PostKind.Site => [Families.ChiefOperatingOfficer, Families.ChiefExecutive, Families.DeputyChiefExecutive],
            PostKind.Deputy => [held.Post.Family, Families.DeputyChiefExecutive],
            PostKind.Division => [Families.SiteChiefExecutive, Families.ChiefOperatingOfficer],
            _ => [Families.DivisionalDirector, Families.SiteChiefExecutive],
        };
        return random.Shuffle(families).Take(random.Between(1, 2));
    }
}
