using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Benches;

/// <summary>Posts that rely on fewer people than they are: "these five rely on two people". A deficient set of Hall's theorem.</summary>
/// <param name="Posts">The posts, in the order of their identifiers.</param>
/// <param name="People">All people who are ready for any of them; empty when nobody is.</param>
public sealed record CompetingPosts(IReadOnlyList<PostId> Posts, IReadOnlyList<PersonId> People)
{
    /// <summary>How many of the posts stay bare, whoever goes where.</summary>
    public int Bare => Posts.Count - People.Count;
}
