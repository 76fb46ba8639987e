using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Roles.Storage;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Reads rows of posts.</summary>
internal static class PostRows
{
    /// <summary>With everything that belongs to the post.</summary>
    public static IQueryable<PostRow> Complete(this IQueryable<PostRow> posts) => posts
        .Include(post => post.Served)
        .Include(post => post.Deputies)
        .Include(post => post.Appointments).ThenInclude(appointment => appointment.Terms)
        .AsSplitQuery();

    /// <summary>Only those that exist on the day without somebody who holds them in their own right.</summary>
    public static IQueryable<PostRow> VacantOn(this IQueryable<PostRow> posts, DateOnly day) => posts.Where(post =>
        post.StartsOn <= day
        && (post.EndsOn == null || post.EndsOn > day)
        && !post.Appointments.Any(appointment => appointment.Kind == (int)Domain.AppointmentKind.Substantive
            && appointment.StartsOn <= day
            && (appointment.EndsOn == null || appointment.EndsOn > day)));

    /// <summary>What is said of a post that does not exist or is out of scope: the caller cannot tell which.</summary>
    public static RpcException NotFound() => Errors.NotFound("There is no post with this id in your scope.");
}
