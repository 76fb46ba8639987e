using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Pipelines;

/// <summary>
/// Who is certain to be ready for a pipeline: known readiness, inside the group or groups. Unknown readiness, a hard requirement that is
/// not known to be met and people from outside never count, and whoever holds one of the posts of a pipeline is no supply for it: a move
/// would leave as many posts vacant.
/// </summary>
internal static class CertainSupply
{
    /// <summary>The people ready for a pipeline, each once, and the day from which they are.</summary>
    public static IReadOnlyDictionary<PersonId, DateOnly> Of(PipelineSnapshot snapshot, PipelineKey key) => snapshot.Posts.Nominations
        .Where(name => snapshot.KeyOf(name.Post) == key && name.IsCertainBy(DateOnly.MaxValue))
        .GroupBy(name => name.Nominee)
        .Where(named => snapshot.Posts.PostsHeldBy(named.Key).All(held => snapshot.KeyOf(held.Post) != key))
        .ToDictionary(named => named.Key, named => named.Min(name => name.Readiness.Latest!.Value));
}
