using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>All posts and people whose pipelines are looked at, of one group or of many, on one day.</summary>
public sealed class PipelineSnapshot
{
    private readonly Dictionary<OrganisationId, RegionKey> regions;
    private readonly Dictionary<PostId, PipelineKey> keys;

    /// <summary>Takes the posts, the regions and the cohorts.</summary>
    /// <param name="posts">Posts, holders and nominations; a person has the same identifier in all groups.</param>
    /// <param name="regions">The region of each organisation; one left out is not recorded.</param>
    /// <param name="cohorts">Programmes that prepare people, in any order.</param>
    public PipelineSnapshot(
        GroupSnapshot posts, IReadOnlyDictionary<OrganisationId, RegionKey> regions, IEnumerable<ProgrammeCohort> cohorts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(cohorts);
        (Posts, Cohorts) = (posts, [.. cohorts]);
        this.regions = new Dictionary<OrganisationId, RegionKey>(regions);
        keys = posts.Posts.ToDictionary(post => post.Id, post => new PipelineKey(post.Family, post.Level, RegionOf(post)));
        Keys =
        [
            .. keys.Values.Concat(Cohorts.Select(cohort => cohort.Pipeline)).Distinct()
                .OrderBy(key => key.Family.Value, StringComparer.Ordinal).ThenBy(key => key.Level)
                .ThenBy(key => key.Region?.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Posts, holders and nominations.</summary>
    public GroupSnapshot Posts { get; }

    /// <summary>Programmes that prepare people.</summary>
    public IReadOnlyList<ProgrammeCohort> Cohorts { get; }

    /// <summary>The pipelines that have a post or a cohort, by family, level and region.</summary>
    public IReadOnlyList<PipelineKey> Keys { get; }

    /// <summary>The pipeline of a post.</summary>
    /// <exception cref="KeyNotFoundException">There is no such post.</exception>
    public PipelineKey KeyOf(PostId post) => keys[post];

    /// <summary>The weightiest post somebody holds, the first of equals: one person has one time to the exit. Null without any.</summary>
    internal Appointment? MainPostOf(PersonId person) => Posts.PostsHeldBy(person)
        .OrderBy(held => held.Post.Value, StringComparer.Ordinal).MaxBy(held => Posts.Get(held.Post).Criticality.PrudentWeight);

    private RegionKey? RegionOf(Post post)
    {
        RegionKey?[] all = [.. post.Serves.Select(served => regions.GetValueOrDefault(served.Organisation)).Distinct()];
        return all.Length == 1 ? all[0] : null;
    }
}
