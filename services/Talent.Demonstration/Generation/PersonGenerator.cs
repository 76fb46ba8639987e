using Talent.Development.V1;
using Talent.Messaging;

namespace Talent.Demonstration.Generation;

/// <summary>Invents people of a group.</summary>
internal sealed class PersonGenerator(IdentifierSource identifiers, RandomSource random)
{
    private readonly PersonNames names = new(random);

    public Person Add(GroupPlan group, TrustPlan employer, string? identity = null)
    {
        var person = new Person
        {
            Id = identity ?? identifiers.Next(),
            DisplayName = names.Next(),
            GroupId = group.Group.Id,
            EmployerCode = employer.Code,
            ControllerCode = employer.Code,
        };
        group.People.Add(person);
        return person;
    }

    /// <summary>Adds people without a post, to one trust after the other, until the country has as many people as the size says.</summary>
    public void FillWithPool(IReadOnlyList<GroupPlan> groups, int people)
    {
        var left = people - groups.Sum(group => group.People.Count);
        if (left < 0)
            throw new InvalidOperationException($"The posts alone need {-left} people more than the size allows.");
        while (left > 0)
        {
            foreach (var (group, trust) in groups.SelectMany(group => group.Trusts.Select(trust => (group, trust))).Take(left))
            {
                var person = Add(group, trust);
                person.ManagerId = ManagerIn(group, trust);
                group.Pool.Add(person);
                left--;
            }
        }
    }

    /// <summary>A name of somebody outside the register, who has no record here.</summary>
    public string NextExternalName() => names.Next();

    private string ManagerIn(GroupPlan group, TrustPlan trust)
    {
        var managers = group.Posts
            .Where(post => post.Kind is PostKind.Executive or PostKind.Site or PostKind.Division)
            .Where(post => post.InPostId is not null && post.Trusts.Contains(trust))
            .ToList();
        return random.Pick(managers).InPostId!;
    }
}
