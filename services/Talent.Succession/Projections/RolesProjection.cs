using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Work;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Storage;

namespace Talent.Succession.Projections;

/// <summary>
/// Groups, posts, appointments and vacancies as the Roles service tells. An appointment whose post is not known yet is kept; the post
/// finds it when it comes.
/// </summary>
public sealed class RolesProjection : IProjection<SuccessionContext>
{
    /// <inheritdoc />
    public string Source => "roles";

    /// <inheritdoc />
    public bool SavesOncePerBatch => true;

    /// <inheritdoc />
    public async Task ApplyAsync(SuccessionContext context, Event happened, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(happened);
        switch (happened.Type)
        {
            case "roles.group.formed.v1" or "roles.group.changed.v1":
                await ApplyAsync(context, GroupRecorded.Parser.ParseFrom(happened.Payload).Group, cancellation);
                break;
            case "roles.post.created.v1" or "roles.post.changed.v1" or "roles.post.shared.v1":
                await ApplyAsync(context, PostRecorded.Parser.ParseFrom(happened.Payload).Post, cancellation);
                break;
            case "roles.appointment.made.v1":
                await ApplyAsync(context, AppointmentMade.Parser.ParseFrom(happened.Payload).Appointment, cancellation);
                break;
            case "roles.appointment.changed.v1":
                await ApplyAsync(context, AppointmentChanged.Parser.ParseFrom(happened.Payload).Appointment, cancellation);
                break;
            case "roles.appointment.ended.v1":
                await ApplyAsync(context, AppointmentEnded.Parser.ParseFrom(happened.Payload).Appointment, cancellation);
                break;
            case "roles.vacancy.opened.v1":
                var opened = VacancyOpened.Parser.ParseFrom(happened.Payload);
                await ApplyVacancyAsync(context, opened.PostId, opened.Since.ToDay("since"), cancellation);
                break;
            case "roles.vacancy.closed.v1":
                await ApplyVacancyAsync(context, VacancyClosed.Parser.ParseFrom(happened.Payload).PostId, null, cancellation);
                break;
            default:
                // Other types only move the checkpoint.
                break;
        }
    }

    /// <inheritdoc />
    public async Task ClearAsync(SuccessionContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        await context.RolesGroups.ExecuteDeleteAsync(cancellation);
        await context.RolesPosts.ExecuteDeleteAsync(cancellation);
        await context.RolesAppointments.ExecuteDeleteAsync(cancellation);
    }

    private static async Task ApplyAsync(SuccessionContext context, Group group, CancellationToken cancellation)
    {
        var row = await context.RolesGroups.FindAsync([group.Id], cancellation)
            ?? context.RolesGroups.Add(new RolesGroupRow { Id = group.Id }).Entity;
        row.RegionCode = group.RegionCode;
        row.CriticalityAgreedOn = group.CriticalityAgreedOn.ToDay("criticality_agreed_on");
        context.Want(BoardWork.KindOfWork, group.Id);
    }

    private static async Task ApplyAsync(SuccessionContext context, Post post, CancellationToken cancellation)
    {
        var row = await FindPostAsync(context, post.Id, cancellation);
        if (row.GroupId.Length > 0 && row.GroupId != post.GroupId)
            context.Want(BoardWork.KindOfWork, row.GroupId);
        row.GroupId = post.GroupId;
        row.Content = post.ToByteArray();
        context.Want(BoardWork.KindOfWork, post.GroupId);
    }

    private static async Task ApplyAsync(SuccessionContext context, Appointment appointment, CancellationToken cancellation)
    {
        var row = await context.RolesAppointments.FindAsync([appointment.Id], cancellation)
            ?? context.RolesAppointments.Add(new RolesAppointmentRow
            {
                Id = appointment.Id,
                PostId = appointment.PostId,
                PersonId = appointment.PersonId,
                Content = [],
            }).Entity;
        (row.PostId, row.PersonId, row.Content) = (appointment.PostId, appointment.PersonId, appointment.ToByteArray());
        await WantGroupOfAsync(context, appointment.PostId, cancellation);
    }

    private static async Task ApplyVacancyAsync(
        SuccessionContext context, string postId, DateOnly? since, CancellationToken cancellation)
    {
        (await FindPostAsync(context, postId, cancellation)).VacantSince = since;
        await WantGroupOfAsync(context, postId, cancellation);
    }

    private static async Task<RolesPostRow> FindPostAsync(SuccessionContext context, string postId, CancellationToken cancellation) =>
        await context.RolesPosts.FindAsync([postId], cancellation)
            ?? context.RolesPosts.Add(new RolesPostRow { Id = postId }).Entity;

    private static async Task WantGroupOfAsync(SuccessionContext context, string postId, CancellationToken cancellation)
    {
        if (await context.RolesPosts.FindAsync([postId], cancellation) is { GroupId.Length: > 0 } post)
            context.Want(BoardWork.KindOfWork, post.GroupId);
    }
}
