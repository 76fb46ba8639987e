using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Portal.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Journeys;

/// <summary>Finds who may approve what somebody does about the nominations for a post: another person with the same right.</summary>
public sealed class ApproverSearch(ServiceStorage<PortalContext> storage, PeopleDirectory people, TimeProvider time)
{
    private static readonly IReadOnlyList<string> Roles = RolePermissions.Holding(Permission.WriteNominations);

    /// <summary>
    /// Open accounts of other people who may tend the nominations of the group, by name. Whoever holds the post, or is the one named, is
    /// left out, and so is an account without a person, which nobody could recognise.
    /// </summary>
    /// <param name="caller">Who asks; never their own approver.</param>
    /// <param name="group">The group of the post.</param>
    /// <param name="own">Ids of people who may not approve because the post is their own.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<IReadOnlyList<Choice>> FindAsync(
        Caller caller, Group group, IReadOnlyCollection<string> own, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(group);
        var today = LondonCalendar.Today(time);
        await using var context = storage.CreateContext();
        var granted = await context.AccountGrants.AsNoTracking()
            .Where(grant => Roles.Contains(grant.Role))
            .Where(grant => grant.ValidFrom <= today && (grant.ValidUntil == null || grant.ValidUntil > today))
            .Join(
                context.Accounts.Where(account => account.ClosedAt == null && account.PersonId != null && account.Id != caller.AccountId),
                grant => grant.AccountId, account => account.Id, (grant, account) => new { account.Id, account.PersonId, grant.Scope })
            .ToListAsync(cancellation);
        var place = new Place { GroupIds = [group.Id], RegionCodes = group.RegionCode.Length == 0 ? [] : [group.RegionCode] };
        var found = granted
            .Where(row => row.PersonId != caller.PersonId && !own.Contains(row.PersonId!))
            .Where(row => Scope.TryParse(row.Scope, out var scope) && scope.Covers(place))
            .DistinctBy(row => row.Id).ToList();
        var names = await people.FindAsync(found.Select(row => row.PersonId!), cancellation);
        return [.. names.Alphabetical(found, row => row.PersonId!).Select(row => new Choice(row.Id, names.Of(row.PersonId!)))];
    }
}
