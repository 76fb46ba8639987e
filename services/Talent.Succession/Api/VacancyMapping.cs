using Talent.Succession.Boards;
using Talent.Succession.Engine.Benches;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Engine.Vacancies;
using Talent.Succession.V1;
using Step = Talent.Succession.Engine.Vacancies.CascadeStep;

namespace Talent.Succession.Api;

/// <summary>Carries "if this post fell vacant tonight" into the contract, without what follows in the reader's own posts.</summary>
internal static class VacancyMapping
{
    public static GetVacancyTonightResponse Of(GroupView view, string postId)
    {
        var post = new PostId(postId);
        var (snapshot, tonight) = (view.Analysis.Snapshot, view.Analysis.IfVacantTonight(post));
        var shown = Shown(tonight.Chain, view.Hidden);
        var response = new GetVacancyTonightResponse
        {
            Row = Outlooks.RowOf(view, postId),
            Provenance = view.Provenance,
            GroupId = view.Inputs.GroupId,
            DaysUncovered = WeightedDays(tonight, shown).ToContract(),
            OwnPostsLeftOut = tonight.Chain.Count(step => view.Hidden.Contains(step.Post)),
        };
        response.Organisations.AddRange(tonight.Organisations.Select(one => ToContract(view, post, one)));
        response.Cascade.AddRange(shown.Select(step => ToContract(step, tonight)));
        response.Slate.AddRange(CoverMapping.Slate(view.Inputs, snapshot, tonight.Slate, view.Hidden));
        PersonId[] gone = [.. snapshot.HoldersOf(post).Select(held => held.Person)];
        response.DeputyPostIds.AddRange(Deputies.InPlace(snapshot, snapshot.Get(post), gone).Select(deputy => deputy.Value));
        return response;
    }

    // What an own post opens is left out with it.
    private static List<Step> Shown(IReadOnlyList<Step> chain, IReadOnlySet<PostId> hidden)
    {
        var shown = new List<Step>();
        foreach (var step in chain)
        {
            var follows = step.OpenedBy is null || shown.Exists(before => before.Post == step.OpenedBy);
            if (follows && !hidden.Contains(step.Post)) shown.Add(step);
        }

        return shown;
    }

    private static Explained WeightedDays(VacantTonight tonight, List<Step> shown) => shown.Count == tonight.Chain.Count
        ? tonight.WeightedDays
        : Explained.From(
            tonight.WeightedDays.Name, tonight.WeightedDays.Unit, Operation.Sum,
            tonight.WeightedDays.Parts.Where(part => shown.Exists(step => step.Post == part.About)));

    private static V1.CascadeStep ToContract(Step step, VacantTonight tonight) => new()
    {
        PostId = step.Post.Value,
        PersonId = step.Successor?.Value ?? "",
        DaysUncovered = step.DaysUncovered.ToContract(),
        Cover = CoverMapping.CoverOf(tonight.Bench, step.Post),
    };

    private static OrganisationOutlook ToContract(GroupView view, PostId post, OrganisationTonight one)
    {
        var served = view.Inputs.Posts.Single(known => known.Post.Id == post.Value).Post.Served
            .First(each => each.OrganisationCode == one.Organisation.Value);
        var snapshot = view.Analysis.Snapshot;
        var outlook = new OrganisationOutlook
        {
            OrganisationCode = one.Organisation.Value,
            Share = one.Share ?? 0,
            Voting = served.Voting,
            DaysUncovered = one.DaysUncovered.ToContract(),
        };
        outlook.DeputyPostIds.AddRange(one.InterimDeputies.Select(deputy => deputy.Value));
        outlook.SameHolderPostIds.AddRange(snapshot.HoldersOf(post).SelectMany(held => snapshot.PostsHeldBy(held.Person))
            .Select(held => held.Post).Where(other => other != post && snapshot.Get(other).IsServing(one.Organisation))
            .Distinct().Select(other => other.Value));
        return outlook;
    }
}
