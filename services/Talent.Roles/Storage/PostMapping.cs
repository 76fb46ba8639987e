using Talent.Roles.Domain;

namespace Talent.Roles.Storage;

/// <summary>Posts with their appointments between rows and the domain.</summary>
internal static class PostMapping
{
    public static Post ToDomain(this PostRow row) => new(
        row.Id,
        row.GroupId,
        new(
            row.Title,
            row.Family,
            (Level)row.Level,
            new(row.StartsOn, row.EndsOn),
            row.DaysPerWeek,
            row.Criticality,
            [.. row.Deputies.OrderBy(deputy => deputy.Place).Select(ToDomain)],
            row.DevelopmentPost,
            row.DesignedAroundPerson,
            row.DesignedAroundEvidenceId),
        new(row.Served.OrderBy(served => served.Place)
            .Select(served => new ServedOrganisation(new(served.OrganisationCode), served.Share, served.Voting))),
        [.. row.Appointments.Select(ToDomain)]);

    public static PostRow Write(this PostRow row, Post post)
    {
        WriteDetails(row, post.Details);
        row.Served.Write(
            post.Served.Rows,
            served => served.Place,
            place => new() { PostId = row.Id, Place = place },
            (into, served) => (into.OrganisationCode, into.Share, into.Voting) = (served.Code.Value, served.Share, served.Voting));
        row.Deputies.Write(
            post.Details.Deputies,
            deputy => deputy.Place,
            place => new() { PostId = row.Id, Place = place },
            (into, deputy) => (into.DeputyPostId, into.Accepted, into.AcceptedByPersonId, into.AcceptedOn) =
                (deputy.PostId, deputy.Accepted, deputy.AcceptedBy, deputy.AcceptedOn));
        foreach (var appointment in post.Appointments)
        {
            var into = row.Appointments.Find(one => one.Id == appointment.Id);
            if (into is null)
            {
                into = new() { Id = appointment.Id, PostId = row.Id, PersonId = appointment.PersonId };
                row.Appointments.Add(into);
            }
            Write(into, appointment);
        }
        return row;
    }

    private static void WriteDetails(PostRow row, PostDetails details)
    {
        row.Title = details.Title;
        row.Family = details.Family;
        row.Level = (int)details.Level;
        row.DaysPerWeek = details.DaysPerWeek;
        row.Criticality = details.Criticality;
        row.DevelopmentPost = details.DevelopmentPost;
        row.DesignedAroundPerson = details.DesignedAroundPerson;
        row.DesignedAroundEvidenceId = details.DesignedAroundEvidence;
        row.StartsOn = details.Period.Start!.Value;
        row.EndsOn = details.Period.End;
    }

    private static void Write(AppointmentRow row, Appointment appointment)
    {
        row.Kind = (int)appointment.Kind;
        row.StartsOn = appointment.Start;
        row.PlannedEndOn = appointment.PlannedEnd;
        row.EndsOn = appointment.End;
        row.EndReason = (int)appointment.EndReason;
        row.Terms.Write(
            appointment.Terms,
            term => term.Place,
            place => new() { AppointmentId = row.Id, Place = place },
            Write);
    }

    private static void Write(AppointmentTermRow row, AppointmentTerm term)
    {
        row.OrganisationCode = term.Code.Value;
        row.Basis = (int)term.Basis;
        row.Lead = term.Lead;
        row.AppointingBody = term.AppointingBody;
        row.ApprovedOn = term.ApprovedOn;
        row.FirstAppointedOn = term.FirstAppointedOn;
        row.EndedOn = term.EndedOn;
        row.EndReason = (int)term.EndReason;
    }

    private static Deputy ToDomain(PostDeputyRow row) => new(row.DeputyPostId, row.Accepted, row.AcceptedByPersonId, row.AcceptedOn);

    private static Appointment ToDomain(AppointmentRow row) => new(
        row.Id,
        row.PersonId,
        (AppointmentKind)row.Kind,
        [.. row.Terms.OrderBy(term => term.Place).Select(ToDomain)],
        row.StartsOn,
        row.PlannedEndOn,
        row.EndsOn,
        (EndReason)row.EndReason);

    private static AppointmentTerm ToDomain(AppointmentTermRow row) => new(
        new(row.OrganisationCode),
        (EngagementBasis)row.Basis,
        row.Lead,
        row.AppointingBody,
        row.ApprovedOn,
        row.FirstAppointedOn,
        row.EndedOn,
        (EndReason)row.EndReason);
}
