using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Demonstration.Generation;

/// <summary>A group being invented.</summary>
internal sealed class GroupPlan
{
    public required Group Group { get; init; }

    public required Organisation IntegratedCareBoard { get; init; }

    public required IReadOnlyList<TrustPlan> Trusts { get; init; }

    public required Arrangement Arrangement { get; init; }

    public List<PostPlan> Posts { get; } = [];

    public List<Person> People { get; } = [];

    /// <summary>People with a record who hold no post and never held one here.</summary>
    public List<Person> Pool { get; } = [];

    public List<ReadinessStatement> Statements { get; } = [];

    public List<SharingChoice> Choices { get; } = [];

    public List<Nomination> Nominations { get; } = [];

    public List<Credential> Credentials { get; } = [];

    public IEnumerable<Organisation> Organisations =>
        Trusts.SelectMany(trust => trust.Sites.Select(site => site.Organisation).Prepend(trust.Organisation)).Prepend(IntegratedCareBoard);

    /// <summary>Orders the posts so that a deputy stands before the posts it stands in for.</summary>
    public void PutDeputiesFirst()
    {
        var byId = Posts.ToDictionary(post => post.Post.Id, StringComparer.Ordinal);
        var ordered = new List<PostPlan>(Posts.Count);
        var placed = new HashSet<PostPlan>();
        void Place(PostPlan post)
        {
            if (!placed.Add(post))
                return;
            foreach (var deputy in post.Post.Deputies)
                Place(byId[deputy.PostId]);
            ordered.Add(post);
        }
        foreach (var post in Posts)
            Place(post);
        Posts.Clear();
        Posts.AddRange(ordered);
    }

    public DemonstrationGroup ToData() =>
        new(Group, People, Statements, Choices, [.. Posts.Select(post => post.Post)], Nominations, Credentials);
}
