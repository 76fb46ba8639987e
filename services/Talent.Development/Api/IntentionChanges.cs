using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Audience = Talent.Development.Domain.Audience;

namespace Talent.Development.Api;

/// <summary>
/// Changes of intentions to leave with their events. Without the person's choice to let the group use it, an intention is in no event; an
/// event then says at most that it is no longer shared.
/// </summary>
internal static class IntentionChanges
{
    /// <summary>States an intention in place of the last one.</summary>
    public static async Task StateAsync(
        this CommandScope<DevelopmentContext> scope, PersonRow person, LeavingIntention intention, CancellationToken cancellation)
    {
        var row = await scope.Context.LeavingIntentions.FindAsync([person.Id], cancellation);
        if (row is null)
        {
            row = new LeavingIntentionRow
            {
                PersonId = person.Id,
                Earliest = intention.Earliest,
                Latest = intention.Latest,
                StatedOn = scope.Today,
            };
            scope.Context.LeavingIntentions.Add(row);
        }
        (row.Earliest, row.Latest, row.StatedOn) = (intention.Earliest, intention.Latest, scope.Today);
        scope.Publish(person, row, await ChoiceAsync(scope.Context, person.Id, cancellation), isStatedAnew: true);
    }

    /// <summary>Withdraws the intention, if there is one.</summary>
    public static async Task WithdrawIntentionAsync(
        this CommandScope<DevelopmentContext> scope, PersonRow person, CancellationToken cancellation)
    {
        if (await scope.Context.LeavingIntentions.FindAsync([person.Id], cancellation) is not { } row)
            return;
        scope.Publish(person, row, Audience.OnlyMe, isStatedAnew: false);
        scope.Context.LeavingIntentions.Remove(row);
    }

    /// <summary>Tells the group what it may know of the intention, if there is one, after the person chose.</summary>
    public static async Task PublishIntentionAsync(
        this CommandScope<DevelopmentContext> scope, PersonRow person, Audience choice, CancellationToken cancellation)
    {
        if (await scope.Context.LeavingIntentions.FindAsync([person.Id], cancellation) is { } row)
            scope.Publish(person, row, choice, isStatedAnew: false);
    }

    /// <summary>Who may use an intention: what the person chose; without a choice the person alone.</summary>
    public static async Task<Audience> ChoiceAsync(DevelopmentContext database, string personId, CancellationToken cancellation) =>
        (await database.SharingChoices.AsNoTracking()
            .SingleOrDefaultAsync(row => row.PersonId == personId && row.Subject == SharingSubject.Leaving, cancellation))?.Audience
        ?? Audience.OnlyMe;

    private static void Publish(
        this CommandScope<DevelopmentContext> scope, PersonRow person, LeavingIntentionRow row, Audience choice, bool isStatedAnew)
    {
        var published = choice.IncludesGroup() ? choice : (Audience?)null;
        if (published is not null && (isStatedAnew || published != row.PublishedAs))
            scope.Append(person, "development.intention.stated.v1", new IntentionStated { Intention = row.ToContract(choice) });
        else if (published is null && row.PublishedAs is not null)
            scope.Append(person, "development.intention.withdrawn.v1", new IntentionWithdrawn { PersonId = person.Id });
        row.PublishedAs = published;
    }
}
