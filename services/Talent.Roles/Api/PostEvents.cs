using Google.Protobuf;
using Talent.Events.V1;
using Talent.Roles.Domain;
using Talent.ServiceDefaults;
using AppointmentChanged = Talent.Roles.Domain.AppointmentChanged;
using AppointmentEnded = Talent.Roles.Domain.AppointmentEnded;
using AppointmentMade = Talent.Roles.Domain.AppointmentMade;
using VacancyClosed = Talent.Roles.Domain.VacancyClosed;
using VacancyOpened = Talent.Roles.Domain.VacancyOpened;

namespace Talent.Roles.Api;

/// <summary>The events that tell what happened to a post.</summary>
internal static class PostEvents
{
    /// <summary>Type, payload and reason code of the event about a change.</summary>
    /// <param name="post">The post after the change.</param>
    /// <param name="change">What happened.</param>
    /// <param name="reason">Code of the reason given for the whole of it; empty: none was asked for.</param>
    public static (string Type, IMessage Payload, string Reason) Of(Post post, PostChange change, string reason) => change switch
    {
        PostCreated => ("roles.post.created.v1", new PostRecorded { Post = post.ToEvent() }, reason),
        PostChanged => ("roles.post.changed.v1", new PostRecorded { Post = post.ToEvent() }, reason),
        PostShared => ("roles.post.shared.v1", new PostRecorded { Post = post.ToEvent() }, reason),
        AppointmentMade made => ("roles.appointment.made.v1", new Events.V1.AppointmentMade
        {
            Appointment = made.Appointment.ToContract(post.Id),
        }, reason),
        AppointmentChanged changed => ("roles.appointment.changed.v1", new Events.V1.AppointmentChanged
        {
            Appointment = changed.Appointment.ToContract(post.Id),
        }, reason),
        AppointmentEnded ended => ("roles.appointment.ended.v1", new Events.V1.AppointmentEnded
        {
            Appointment = ended.Appointment.ToContract(post.Id),
            OrganisationCode = ended.Organisation?.Value ?? "",
        }, ReasonCode(ended) is { Length: > 0 } own ? own : reason),
        VacancyOpened opened => ("roles.vacancy.opened.v1", new Events.V1.VacancyOpened
        {
            PostId = post.Id,
            Since = opened.Since.ToDate(),
        }, reason),
        VacancyClosed closed => ("roles.vacancy.closed.v1", new Events.V1.VacancyClosed
        {
            PostId = post.Id,
            From = closed.From.ToDate(),
        }, reason),
        _ => throw new InvalidOperationException($"No event tells of {change.GetType().Name}."),
    };

    // On one board alone the reason is that of the board.
    private static string ReasonCode(AppointmentEnded ended) => ReasonCode(ended.Organisation is { } board
        ? ended.Appointment.Terms.First(term => term.Code == board).EndReason
        : ended.Appointment.EndReason);

    private static string ReasonCode(EndReason reason) => reason switch
    {
        EndReason.Resigned => "resigned",
        EndReason.Retired => "retired",
        EndReason.TermEnded => "term-ended",
        EndReason.MovedWithinGroup => "moved-within-group",
        EndReason.MovedElsewhere => "moved-elsewhere",
        EndReason.PostEnded => "post-ended",
        EndReason.CoverEnded => "cover-ended",
        EndReason.Other => "other",
        _ => "",
    };
}
