using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>One post, as the trials need it.</summary>
/// <param name="Weight">Its criticality.</param>
/// <param name="Exits">How long newcomers stay.</param>
/// <param name="Recruitment">How long recruitment from outside takes.</param>
/// <param name="Deputies">Posts whose holders have accepted to stand in.</param>
/// <param name="FirstCandidate">Where its nominations begin.</param>
/// <param name="EndOfCandidates">Where they end.</param>
/// <param name="Fill">Stream of the times to fill.</param>
/// <param name="Newcomer">Stream of the stays of newcomers.</param>
internal sealed record Seat(
    int Weight, ExitTimes Exits, WaitingTime Recruitment, int[] Deputies, int FirstCandidate, int EndOfCandidates, ulong Fill,
    ulong Newcomer);

/// <summary>The posts of a group by their place in the order of identifiers.</summary>
internal sealed class Seats
{
    // One table of each for a family: what many posts look up in the same place stays near the processor.
    private readonly Dictionary<FamilyKey, (TenureHazard Hazard, ExitTimes Exits, WaitingTime Recruitment)> families = [];

    public Seats(GroupSnapshot snapshot, ReferenceData data, MoveRules rules)
    {
        Ids = [.. snapshot.Posts.Select(post => post.Id)];
        Place = Ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        FamilyKey[] keys = [.. snapshot.Posts.Select(post => post.Family).Distinct()];
        var recruitments = keys.Select(family => data.FillTimes.Of(family).Estimate).Distinct().ToDictionary(days => days, WaitingTime.Of);
        foreach (var family in keys)
        {
            var hazard = TenureHazard.Of(family, data.Turnover) ?? TenureHazard.Constant(rules.ExitsAYearWhenUnknown.Value);
            families.Add(family, (hazard, new ExitTimes(hazard), recruitments[data.FillTimes.Of(family).Estimate]));
        }

        All = new Seat[Ids.Length];
        Hazards = [.. snapshot.Posts.Select(post => (families[post.Family].Hazard, families[post.Family].Exits))];
        var candidates = 0;
        for (var post = 0; post < All.Length; post++)
        {
            var named = snapshot.NamedFor(Ids[post]).Count();
            All[post] = new Seat(
                snapshot.Posts[post].Criticality.PrudentWeight, Hazards[post].Exits,
                families[snapshot.Posts[post].Family].Recruitment,
                [
                    .. snapshot.Posts[post].Deputies.Where(deputy => deputy.Accepted == Answer.Yes && Place.ContainsKey(deputy.Post))
                        .Select(deputy => Place[deputy.Post]).Order(),
                ],
                candidates, candidates + named, Draws.Stream("fill", Ids[post].Value), Draws.Stream("newcomer", Ids[post].Value));
            candidates += named;
        }
    }

    public PostId[] Ids { get; }

    public Dictionary<PostId, int> Place { get; }

    public Seat[] All { get; }

    public (TenureHazard Hazard, ExitTimes Exits)[] Hazards { get; }

    public int Count => Ids.Length;
}
