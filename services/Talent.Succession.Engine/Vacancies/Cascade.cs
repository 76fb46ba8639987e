using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Risks;

namespace Talent.Succession.Engine.Vacancies;

/// <summary>How a step of a cascade goes on.</summary>
public enum StepOutcome
{
    /// <summary>Somebody moves in and leaves posts of the group behind.</summary>
    OpensOtherPosts,

    /// <summary>Somebody moves in who holds no other post of the group: the chain ends well.</summary>
    Filled,

    /// <summary>Nobody counts for the post: the chain ends with an empty seat.</summary>
    Bare,
}

/// <summary>One post that falls empty in a cascade.</summary>
/// <param name="Post">The post.</param>
/// <param name="Depth">0 for the first vacancy, 1 for what its filling opens, and so on.</param>
/// <param name="OpenedBy">The post whose filling opened it; null for the first.</param>
/// <param name="Successor">Who moves in; null when it stays bare.</param>
/// <param name="Opens">Posts that the successor leaves without a holder.</param>
/// <param name="Outcome">How it goes on.</param>
/// <param name="DaysUncovered">Days without a substantive holder from the day it opens.</param>
public sealed record CascadeStep(
    PostId Post, int Depth, PostId? OpenedBy, PersonId? Successor, IReadOnlyList<PostId> Opens, StepOutcome Outcome,
    Explained DaysUncovered);

/// <summary>Follows a vacancy through the group: whoever moves in leaves posts behind, which are filled in turn, until it ends.</summary>
internal static class Cascade
{
    /// <summary>Each person counts for one post, so nobody moves twice, no post opens twice, and the chain is finite.</summary>
    public static IReadOnlyList<CascadeStep> From(GroupSnapshot snapshot, TrueBench bench, PostId first, FillTimes fillTimes)
    {
        var steps = new List<CascadeStep>();
        var queue = new Queue<(PostId Post, int Depth, PostId? OpenedBy)>([(first, 0, null)]);
        while (queue.TryDequeue(out var step))
        {
            var successor = bench.SuccessorFor(step.Post);
            PostId[] opens = successor is null
                ? []
                :
                [
                    .. snapshot.PostsHeldBy(successor).Select(held => held.Post)
                        .Where(post => snapshot.HoldersOf(post).All(held => held.Person == successor)),
                ];
            var outcome = successor is null ? StepOutcome.Bare : opens.Length > 0 ? StepOutcome.OpensOtherPosts : StepOutcome.Filled;
            var days = DaysUncovered.Of(snapshot, snapshot.Get(step.Post), bench, fillTimes, Departure.Sudden);
            steps.Add(new CascadeStep(step.Post, step.Depth, step.OpenedBy, successor, opens, outcome, days.For(step.Post)));
            foreach (var post in opens) queue.Enqueue((post, step.Depth + 1, step.Post));
        }

        return steps;
    }
}
