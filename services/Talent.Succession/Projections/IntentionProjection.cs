using Microsoft.EntityFrameworkCore;
using Talent.Development.V1;
using Talent.Messaging.Work;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Storage;

namespace Talent.Succession.Projections;

/// <summary>
/// The part of what Development tells that is about intentions to leave. Only what the person lets the group use arrives, and whatever is
/// withdrawn or no longer shared is forgotten.
/// </summary>
internal static class IntentionProjection
{
    public static async Task StateAsync(SuccessionContext context, LeavingIntention intention, CancellationToken cancellation)
    {
        var row = await context.DevelopmentIntentions.FindAsync([intention.PersonId], cancellation)
            ?? context.DevelopmentIntentions.Add(new DevelopmentIntentionRow { PersonId = intention.PersonId }).Entity;
        row.Earliest = intention.Earliest.ToRequiredDay("earliest");
        row.Latest = intention.Latest.ToRequiredDay("latest");
        await WantGroupsAsync(context, intention.PersonId, cancellation);
    }

    /// <summary>Forgets the intention of a person, if there is one.</summary>
    public static async Task ForgetAsync(SuccessionContext context, string personId, CancellationToken cancellation)
    {
        if (await context.DevelopmentIntentions.FindAsync([personId], cancellation) is not { } row) return;
        context.DevelopmentIntentions.Remove(row);
        await WantGroupsAsync(context, personId, cancellation);
    }

    // Which boards to compute anew is no part of the projection: an appointment or a nomination made later wants its board itself.
    private static async Task WantGroupsAsync(SuccessionContext context, string personId, CancellationToken cancellation)
    {
        var posts = context.RolesAppointments.Where(row => row.PersonId == personId).Select(row => row.PostId)
            .Union(context.Nominations.Where(row => row.PersonId == personId).Select(row => row.PostId));
        var groups = await context.RolesPosts.Where(post => post.GroupId != "" && posts.Contains(post.Id)).Select(post => post.GroupId)
            .Distinct().ToListAsync(cancellation);
        foreach (var group in groups) context.Want(BoardWork.KindOfWork, group);
    }
}
