using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>The posts of a group as arrays, by their place in the order of identifiers.</summary>
internal sealed class Seats
{
    public Seats(GroupSnapshot snapshot, ReferenceData data, MoveRules rules)
    {
        Ids = [.. snapshot.Posts.Select(post => post.Id)];
        var at = Ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        // A weight nobody has given counts as the greatest: unknown is never taken for unimportant.
        Weight = [.. snapshot.Posts.Select(post => post.Criticality.Weight ?? 5)];
        var unknown = TenureHazard.Constant(rules.ExitsAYearWhenUnknown.Value);
        Hazard = [.. snapshot.Posts.Select(post => TenureHazard.Of(post.Family, data.Turnover) ?? unknown)];
        Recruitment = [.. snapshot.Posts.Select(post => WaitingTime.Of(data.FillTimes.Of(post.Family).Estimate))];
        Heads = [.. snapshot.Posts.Select(post => snapshot.HoldersOf(post.Id).Count())];
        Deputies =
        [
            .. snapshot.Posts.Select(post => post.Deputies
                .Where(deputy => deputy.Accepted == Answer.Yes && at.ContainsKey(deputy.Post)).Select(deputy => at[deputy.Post])
                .Order().ToArray()),
        ];
        Fill = [.. Ids.Select(id => Draws.Stream("fill", id.Value))];
        Newcomer = [.. Ids.Select(id => Draws.Stream("newcomer", id.Value))];
    }

    public PostId[] Ids { get; }

    public int[] Weight { get; }

    public TenureHazard[] Hazard { get; }

    public WaitingTime[] Recruitment { get; }

    /// <summary>Substantive holders on the first day.</summary>
    public int[] Heads { get; }

    /// <summary>Posts whose holders have accepted to stand in.</summary>
    public int[][] Deputies { get; }

    public ulong[] Fill { get; }

    public ulong[] Newcomer { get; }

    public int Count => Ids.Length;
}
