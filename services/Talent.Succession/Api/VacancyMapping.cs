using Talent.Succession.Boards;
using Talent.Succession.Engine.Benches;
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
        var tonight = view.Analysis.IfVacantTonight(post);
        PostId[] deputies = [.. Deputies.InPlace(view.Register, view.Register.Get(post), HoldersOf(view, post))];
        var response = new GetVacancyTonightResponse
        {
            Row = Outlooks.RowOf(view, postId),
            Provenance = view.Provenance,
            GroupId = view.Inputs.GroupId,
            DaysUncovered = tonight.WeightedDays.ToContract(),
            DaysUncoveredWithEqualWeights = view.ShowsEqualWeights ? tonight.EqualDays.ToContract() : null,
            OwnPostsLeftOut = view.OwnPostsLeftOut,
        };
        response.Organisations.AddRange(tonight.Organisations.Select(one => ToContract(view, post, one, deputies)));
        response.Cascade.AddRange(tonight.Chain.Select(step => ToContract(step, tonight)));
        response.Slate.AddRange(CoverMapping.Slate(view, tonight.Slate));
        response.DeputyPostIds.AddRange(deputies.Select(deputy => deputy.Value));
        return response;
    }

    private static PersonId[] HoldersOf(GroupView view, PostId post) => [.. view.Register.HoldersOf(post).Select(held => held.Person)];

    private static V1.CascadeStep ToContract(Step step, VacantTonight tonight) => new()
    {
        PostId = step.Post.Value,
        PersonId = step.Successor?.Value ?? "",
        DaysUncovered = step.DaysUncovered.ToContract(),
        Cover = CoverMapping.CoverOf(tonight.Bench, step.Post),
    };

    private static OrganisationOutlook ToContract(GroupView view, PostId post, OrganisationTonight one, PostId[] deputies)
    {
        var served = view.Inputs.Posts.Single(known => known.Post.Id == post.Value).Post.Served
            .First(each => each.OrganisationCode == one.Organisation.Value);
        var register = view.Register;
        var outlook = new OrganisationOutlook
        {
            OrganisationCode = one.Organisation.Value,
            Share = one.Share ?? 0,
            Voting = served.Voting,
            DaysUncovered = one.DaysUncovered.ToContract(),
        };
        outlook.DeputyPostIds.AddRange(deputies.Where(deputy => register.Get(deputy).IsServing(one.Organisation))
            .Select(deputy => deputy.Value));
        outlook.SameHolderPostIds.AddRange(HoldersOf(view, post).SelectMany(register.PostsHeldBy)
            .Select(held => held.Post).Where(other => other != post && register.Get(other).IsServing(one.Organisation))
            .Distinct().Select(other => other.Value));
        return outlook;
    }
}
