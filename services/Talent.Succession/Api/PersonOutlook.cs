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
        var dependencies = views.Select(view => view.Analysis.DependencyOn(person)).ToArray();
        var response = new GetPersonOutlookResponse
        {
            PersonId = personId,
            Dependency = Sum(dependencies.Select(one => one.Weighted)).ToContract(),
            Provenance = views[0].Provenance,
            // The same whoever the person is: a number that changed with the person would say who is named for the reader's own posts.
            OwnPostsLeftOut = views.Sum(view => view.OwnPostsLeftOut),
            DependencyWithEqualWeights = views.Any(view => view.ShowsEqualWeights)
                ? Sum(dependencies.Select(one => one.Equal)).ToContract() : null,
        };
        foreach (var view in views)
        {
            var snapshot = view.Analysis.Snapshot;
            var held = snapshot.AppointmentsOf(person).Select(seat => seat.Post).ToHashSet();
            response.PostsHeld.AddRange(view.Builder.Rows().Where(row => held.Contains(new PostId(row.PostId))));
            response.NamedForPostIds.AddRange(snapshot.Nominations.Where(name => name.Nominee == person)
                .Select(name => name.Post.Value).Distinct());
            if (view.Analysis.Bench.CountedFor(person) is { } counted) response.CountedForPostId = counted.Value;
        }

        return response;
    }

    private static Explained Sum(IEnumerable<Explained> dependencies)
    {
        Explained[] each = [.. dependencies];
        return each.Length == 1 ? each[0] : Explained.From(each[0].Name, each[0].Unit, Operation.Sum, each);
    }
}
