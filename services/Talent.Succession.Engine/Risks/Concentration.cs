using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Risks;

/// <summary>How much of a group's critical posts lies in few hands.</summary>
/// <param name="Index">Herfindahl-Hirschman index: sum of the squared shares of weight per holder, above 0 and at most 1.</param>
/// <param name="EffectiveLeaders">1 / index: as concentrated as so many equal holders.</param>
public sealed record Concentration(Explained Index, Explained EffectiveLeaders)
{
    /// <summary>Concentration of the posts of a group, or null when no post has a substantive holder.</summary>
    /// <param name="snapshot">The group. A job share counts in equal parts for its holders.</param>
    /// <param name="weighting">Which weights to use.</param>
    public static Concentration? Of(GroupSnapshot snapshot, Weighting weighting)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        PersonId[] holders = [.. snapshot.Holders()];
        if (holders.Length == 0) return null;
        Explained[] each = [.. holders.Select((person, index) => Held(snapshot, person, index + 1, weighting))];
        var all = Explained.From("Weight of all posts held", "weight", Operation.Sum, each);
        var index = Explained.From(
            "Concentration of critical posts", "index", Operation.SumOfSquares,
            each.Select(held => Explained.From($"Share of {held.Name}", "share", Operation.Ratio, held, all)),
            "Herfindahl-Hirschman index");
        var one = Explained.Given("One", Estimate.Exact(1), "index", "a single holder has index 1");
        return new Concentration(index, Explained.From("Effective number of leaders", "leaders", Operation.Ratio, one, index));
    }

    private static Explained Held(GroupSnapshot snapshot, PersonId person, int number, Weighting weighting) => Explained.From(
        $"Weight held by holder {number}", "weight", Operation.Sum,
        snapshot.PostsHeldBy(person).Select(held =>
        {
            var holders = snapshot.HoldersOf(held.Post).Count();
            var weight = Weights.Of(snapshot.Get(held.Post), weighting);
            return holders == 1 ? weight : Explained.From(
                "Part of a shared job", "weight", Operation.Ratio, weight,
                Explained.Counted("Holders of the job", holders, "holders", snapshot.AsOf));
        }));
}
