using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.ServiceDefaults;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>Checks of new nominations: the form of their ids, and, inside the command, who is named.</summary>
internal static class NominationChecks
{
    /// <summary>The reason given when the person is not known in the group of the post, or not yet.</summary>
    public const string PersonNotKnown = "PERSON_NOT_KNOWN";

    /// <summary>The reason given when the record of a person was erased.</summary>
    public const string PersonErased = "PERSON_ERASED";

    /// <summary>The reason given when a chosen id is in use.</summary>
    public const string NominationExists = "NOMINATION_EXISTS";

    /// <summary>Checks the ids that a caller chose or names.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: one does not have the form of an id, or is there twice.</exception>
    public static void CheckForm(IReadOnlyCollection<Nomination> asked)
    {
        foreach (var nomination in asked)
        {
            Identity.CheckChosen("nomination.id", nomination.Id);
            Identity.CheckChosen("nomination.person_id", nomination.PersonId);
        }

        var chosen = ChosenIds(asked);
        if (chosen.Distinct(StringComparer.Ordinal).Count() != chosen.Count)
            throw Errors.Invalid("nomination.id", "Give each nomination of the request an id of its own.");
    }

    /// <summary>Whether everybody named works in the group of the post, as far as is known here.</summary>
    public static async Task<bool> WorkInTheGroupsAsync(
        SuccessionContext context, IReadOnlyCollection<Nomination> asked, CancellationToken cancellation)
    {
        var (posts, people) = (asked.Select(each => each.PostId).Distinct().ToList(), PeopleIn(asked));
        if (people.Count == 0) return true;
        var groupOfPost = await context.RolesPosts.AsNoTracking().Where(row => posts.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.GroupId, cancellation);
        var groupOfPerson = await context.DevelopmentPeople.AsNoTracking().Where(row => people.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.GroupId, cancellation);
        return asked.All(each => each.PersonId.Length == 0
            || (groupOfPerson.GetValueOrDefault(each.PersonId) is { Length: > 0 } group
                && group == groupOfPost.GetValueOrDefault(each.PostId)));
    }

    /// <summary>Checks new nominations inside their command.</summary>
    /// <exception cref="Grpc.Core.RpcException">
    /// ALREADY_EXISTS: a chosen id is in use. FAILED_PRECONDITION: the record of a person was erased. NOT_FOUND: a person is not known in
    /// the group of the post.
    /// </exception>
    public static async Task CheckNewAsync(
        CommandScope<SuccessionContext> scope, IReadOnlyCollection<Nomination> asked, CancellationToken cancellation)
    {
        var chosen = ChosenIds(asked);
        if (await scope.Context.Nominations.AnyAsync(row => chosen.Contains(row.Id), cancellation))
            throw Errors.AlreadyExists(NominationExists, "A nomination with this id stands already: change that one, or leave out the id.");
        var people = PeopleIn(asked);
        if (people.Count == 0) return;
        if ((await scope.FindErasedAsync(people, cancellation)).Count > 0)
            throw Errors.Precondition(PersonErased, "The record of this person was erased, so nobody can name the person any more.");
        if (!await WorkInTheGroupsAsync(scope.Context, asked, cancellation))
        {
            throw Errors.NotFound(
                "No person of this id is known in the group of the post. Name somebody outside the group as an external successor. "
                + "If the record was made just now, try again in a moment.",
                PersonNotKnown);
        }
    }

    private static List<string> ChosenIds(IEnumerable<Nomination> asked) => [.. asked.Select(each => each.Id).Where(id => id.Length > 0)];

    private static List<string> PeopleIn(IEnumerable<Nomination> asked) =>
        [.. asked.Select(each => each.PersonId).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
}
