using Microsoft.EntityFrameworkCore;
using Talent.ServiceDefaults;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Storage;

namespace Talent.Succession.Boards;

/// <summary>
/// The posts somebody holds or is named for. Nobody, whatever the role, sees slate, flags, ratings or simulation of these.
/// </summary>
public static class OwnPosts
{
    /// <summary>The own posts of a caller, in whatever group; none for an account without a person's record.</summary>
    /// <param name="context">The database.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="today">Appointments that ended by then no longer count; those that are to begin do.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlySet<PostId>> OfAsync(
        SuccessionContext context, Caller caller, DateOnly today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.PersonId is not { } person) return new HashSet<PostId>();
        var held = await context.RolesAppointments.AsNoTracking().Where(row => row.PersonId == person).ToListAsync(cancellation);
        var named = await context.Nominations.AsNoTracking().Where(row => row.PersonId == person).Select(row => row.PostId)
            .ToListAsync(cancellation);
        return held.Select(row => Roles.V1.Appointment.Parser.ParseFrom(row.Content))
            .Where(appointment => !(appointment.End.ToDay("end") <= today)).Select(appointment => appointment.PostId)
            .Concat(named).Select(post => new PostId(post)).ToHashSet();
    }

    /// <summary>Whether a group has any of the posts.</summary>
    /// <param name="context">The database.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="own">The posts.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<bool> AreInAsync(
        SuccessionContext context, string groupId, IReadOnlySet<PostId> own, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(own);
        if (own.Count == 0) return false;
        string[] ids = [.. own.Select(post => post.Value)];
        return await context.RolesPosts.AnyAsync(row => row.GroupId == groupId && ids.Contains(row.Id), cancellation);
    }
}
