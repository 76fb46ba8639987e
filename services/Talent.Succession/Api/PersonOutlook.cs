using Talent.Succession.Boards;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>Carries the dependency on a person into the contract: about the posts, over every group the reader may see.</summary>
internal static class PersonOutlook
{
    public static GetPersonOutlookResponse Of(IReadOnlyList<GroupView> views, string personId)
    {
        var person = new PersonId(personId);
        var response = new GetPersonOutlookResponse
        {
            PersonId = personId,
            Dependency = Dependency(views, person).ToContract(),
            Provenance = views[0].Provenance,
        };
        foreach (var view in views)
        {
            var snapshot = view.Analysis.Snapshot;
            var held = snapshot.AppointmentsOf(person).Select(seat => seat.Post).ToHashSet();
            var named = snapshot.Nominations.Where(name => !name.IsExternal && name.Nominee == person)
                .Select(name => name.Post).ToHashSet();
            response.PostsHeld.AddRange(view.Builder.Rows().Where(row => held.Contains(new PostId(row.PostId))));
            response.NamedForPostIds.AddRange(named.Where(post => !view.Hidden.Contains(post)).Select(post => post.Value));
            if (view.Analysis.Bench.CountedFor(person) is { } counted && !view.Hidden.Contains(counted))
                response.CountedForPostId = counted.Value;
            response.OwnPostsLeftOut += held.Union(named).Count(view.Hidden.Contains);
        }

        return response;
    }

    private static Explained Dependency(IReadOnlyList<GroupView> views, PersonId person)
    {
        Explained[] each = [.. views.Select(view => Visible(view.Analysis.DependencyOn(person).Weighted, view.Hidden))];
        return each.Length == 1 ? each[0] : Explained.From(each[0].Name, each[0].Unit, Operation.Sum, each);
    }

    private static Explained Visible(Explained dependency, IReadOnlySet<PostId> hidden) =>
        dependency.Parts.Any(part => part.About is { } post && hidden.Contains(post))
            ? Explained.From(
                dependency.Name, dependency.Unit, Operation.Sum,
                dependency.Parts.Where(part => part.About is not { } post || !hidden.Contains(post)))
            : dependency;
}
