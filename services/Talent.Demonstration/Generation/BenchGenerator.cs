using Talent.Messaging;

namespace Talent.Demonstration.Generation;

/// <summary>
/// Invents the benches: executive posts name the same few people again and again, so that benches look healthy on paper and are not;
/// deputies and divisions name people of their own.
/// </summary>
internal sealed class BenchGenerator(DemonstrationSettings settings, IdentifierSource identifiers, PersonGenerator people, RandomSource random)
{
    private const double ShareOfFavourites = 0.65;
    private const double ShareOfExternals = 0.015;
    private const int MostForOnePost = 8;
    private const int TriesForAnotherPerson = 12;

    private readonly ReadinessGenerator readiness = new(settings.AsOf, random);

    public void AddNominations(IReadOnlyList<GroupPlan> groups)
    {
        var first = groups[0];
        new FirstGroupBenches(first, SlateOf(first), readiness, random).AddNominations();
        var lengths = Lengths([.. groups.Skip(1).SelectMany(group => group.Posts)], settings.Size.Nominations - first.Nominations.Count);
        foreach (var group in groups.Skip(1))
            AddNominations(group, lengths);
    }

    // How many people each post names: usually two to four, sometimes nobody; in all exactly as many as the size says.
    private Dictionary<PostPlan, int> Lengths(List<PostPlan> posts, int total)
    {
        var lengths = posts.ToDictionary(post => post, _ =>
            random.PickWeighted((0, 6), (1, 14), (2, 25), (3, 25), (4, 15), (5, 10), (6, 5)));
        for (var left = total - lengths.Values.Sum(); left != 0;)
        {
            var post = random.Pick(posts);
            var length = lengths[post];
            if (left > 0 && length is > 0 and < MostForOnePost)
                (lengths[post], left) = (length + 1, left - 1);
            else if (left < 0 && length > 1)
                (lengths[post], left) = (length - 1, left + 1);
        }
        return lengths;
    }

    private void AddNominations(GroupPlan group, Dictionary<PostPlan, int> lengths)
    {
        var slate = SlateOf(group);
        var candidates = new Candidates(group, random);
        foreach (var post in group.Posts)
        {
            for (var number = 0; number < lengths[post]; number++)
                AddNomination(group, slate, candidates, post);
        }
    }

    private void AddNomination(GroupPlan group, Slate slate, Candidates candidates, PostPlan post)
    {
        if (random.Chance(ShareOfExternals))
        {
            slate.NameExternal(post, people.NextExternalName(), $"{random.Pick(group.Trusts).Place} Charitable Hospital");
            return;
        }
        for (var tried = 0; tried < TriesForAnotherPerson; tried++)
        {
            var favourite = post.Kind is PostKind.Executive or PostKind.Site && random.Chance(ShareOfFavourites);
            var person = favourite ? candidates.Favourite() : candidates.Suited(post);
            if (slate.TryName(post, person, readiness.Any(ready: favourite ? 0.55 : 0.3)))
                return;
        }
        while (!slate.TryName(post, candidates.FromPool(), readiness.Any(ready: 0.2)))
        {
            // The next person of the pool: it has more people than any post names.
        }
    }

    private Slate SlateOf(GroupPlan group) => new(group, settings.AsOf, identifiers, random);
}
