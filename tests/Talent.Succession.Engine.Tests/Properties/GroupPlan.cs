using FsCheck;
using FsCheck.Fluent;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests.Properties;

/// <summary>A post of a plan: how heavy, and which person holds it, or nobody.</summary>
internal sealed record PlannedPost(int Weight, int? Holder);

/// <summary>A nomination of a plan.</summary>
/// <param name="Post">For which post.</param>
/// <param name="Person">Who.</param>
/// <param name="ReadyIn">Days from today until surely ready; null when nobody knows.</param>
internal sealed record PlannedName(int Post, int Person, int? ReadyIn);

/// <summary>A small group as a list of choices, so that one that fails can be made smaller.</summary>
internal sealed record GroupPlan(IReadOnlyList<PlannedPost> Posts, IReadOnlyList<PlannedName> Names)
{
    /// <summary>So many people may hold posts or be named.</summary>
    public const int People = 7;

    private const int MostPosts = 7;
    private const int MostNames = 16;

    /// <summary>Groups of up to seven posts and people.</summary>
    public static Arbitrary<GroupPlan> Any { get; } = Arb.From(Plans(), Smaller);

    /// <summary>The group; posts are in the order of the plan.</summary>
    /// <param name="postId">Names a post.</param>
    /// <param name="personId">Names a person.</param>
    public GroupBuilder Group(Func<int, string>? postId = null, Func<int, string>? personId = null)
    {
        postId ??= post => $"post-{post}";
        personId ??= person => $"person-{person}";
        var group = new GroupBuilder();
        for (var post = 0; post < Posts.Count; post++)
        {
            var (weight, holder) = Posts[post];
            group.Post(
                postId(post), holder is { } person ? personId(person) : null, criticality: Criticality.Agreed(weight, GroupBuilder.Today));
        }

        foreach (var (post, person, readyIn) in Names)
        {
            group.Name(
                postId(post), personId(person),
                readyIn is { } days ? Readiness.Between(GroupBuilder.Today.AddYears(-1), GroupBuilder.Today.AddDays(days)) : null);
        }

        return group;
    }

    private static Gen<GroupPlan> Plans()
    {
        var person = Gen.Choose(0, People - 1);
        var nobody = Gen.Constant((int?)null);
        var post = Gen.Choose(1, 5).Zip(
            Gen.Frequency((3, person.Select(each => (int?)each)), (1, nobody)), (weight, holder) => new PlannedPost(weight, holder));
        return
            from size in Gen.Choose(1, MostPosts)
            from posts in Gen.ListOf(post, size)
            from count in Gen.Choose(0, MostNames)
            from names in Gen.ListOf(NameFor(size, person, nobody), count)
            select new GroupPlan([.. posts], [.. names.DistinctBy(name => (name.Post, name.Person))]);
    }

    private static Gen<PlannedName> NameFor(int posts, Gen<int> person, Gen<int?> nobody) =>
        from post in Gen.Choose(0, posts - 1)
        from who in person
        from ready in Gen.Frequency((4, Gen.Choose(-200, 400).Select(days => (int?)days)), (1, nobody))
        select new PlannedName(post, who, ready);

    private static IEnumerable<GroupPlan> Smaller(GroupPlan plan)
    {
        for (var at = 0; at < plan.Names.Count; at++) yield return plan with { Names = [.. plan.Names.Where((_, place) => place != at)] };
        if (plan.Posts.Count > 1)
        {
            var last = plan.Posts.Count - 1;
            yield return new GroupPlan([.. plan.Posts.Take(last)], [.. plan.Names.Where(name => name.Post != last)]);
        }
    }
}
