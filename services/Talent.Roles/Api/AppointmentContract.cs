using Talent.Roles.Domain;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Appointments between the contract and the domain.</summary>
internal static class AppointmentContract
{
    public static V1.Appointment ToContract(this Appointment appointment, string postId)
    {
        var message = new V1.Appointment
        {
            Id = appointment.Id,
            PostId = postId,
            PersonId = appointment.PersonId,
            Kind = (V1.AppointmentKind)appointment.Kind,
            Start = appointment.Start.ToDate(),
            PlannedEnd = appointment.PlannedEnd.ToDate(),
            End = appointment.End.ToDate(),
            EndReason = (V1.EndReason)appointment.EndReason,
        };
        message.Terms.AddRange(appointment.Terms.Select(term => new V1.AppointmentTerm
        {
            OrganisationCode = term.Code.Value,
            Basis = (V1.EngagementBasis)term.Basis,
            Lead = term.Lead,
            AppointingBody = term.AppointingBody ?? "",
            ApprovedOn = term.ApprovedOn.ToDate(),
            FirstAppointedOn = term.FirstAppointedOn.ToDate(),
            EndedOn = term.EndedOn.ToDate(),
            EndReason = (V1.EndReason)term.EndReason,
        }));
        return message;
    }

    /// <summary>An appointment that is to be made; without terms it serves every organisation that the post serves.</summary>
    public static Appointment ToDomain(this V1.Appointment message, ServedOrganisations served, Func<string> nextId) => new(
        message.Id.Length == 0 ? nextId() : Identity.Check("appointment.id", message.Id),
        Identity.Check("appointment.person_id", message.PersonId),
        Enumerations.Known<AppointmentKind>("appointment.kind", (int)message.Kind),
        message.Terms.Count == 0 ? [.. served.Codes.Select(code => new AppointmentTerm(code))] : [.. message.Terms.Select(ToDomain)],
        message.Start.ToRequiredDay("appointment.start"),
        message.PlannedEnd.ToDay("appointment.planned_end"),
        message.End.ToDay("appointment.end"),
        Enumerations.Known<EndReason>("appointment.end_reason", (int)message.EndReason));

    /// <summary>An appointment with the named fields of the message: <c>planned_end</c> and parts of <c>terms</c>.</summary>
    /// <exception cref="RuleException">A value is wrong, or a board is not served.</exception>
    public static Appointment Masked(this Appointment before, V1.Appointment message, IReadOnlySet<string> mask)
    {
        var given = message.Terms.Select(ToDomain).ToLookup(term => term.Code);
        foreach (var board in given.Where(board => before.Terms.All(term => term.Code != board.Key)))
            throw RuleException.Precondition("BOARD_NOT_SERVED", $"The appointment does not serve {board.Key}.");
        var terms = before.Terms.Select(term => given[term.Code].Aggregate(term, (kept, asked) => kept with
        {
            AppointingBody = mask.Contains("terms.appointing_body") ? asked.AppointingBody : kept.AppointingBody,
            ApprovedOn = mask.Contains("terms.approved_on") ? asked.ApprovedOn : kept.ApprovedOn,
            FirstAppointedOn = mask.Contains("terms.first_appointed_on") ? asked.FirstAppointedOn : kept.FirstAppointedOn,
        }));
        var changed = before.WithTerms([.. terms]);
        return mask.Contains("planned_end") ? changed.WithPlannedEnd(message.PlannedEnd.ToDay("appointment.planned_end")) : changed;
    }

    private static AppointmentTerm ToDomain(V1.AppointmentTerm term) => new(
        new(term.OrganisationCode),
        Enumerations.Known<EngagementBasis>("appointment.terms.basis", (int)term.Basis),
        term.Lead,
        BodyOf(term),
        term.ApprovedOn.ToDay("appointment.terms.approved_on"),
        term.FirstAppointedOn.ToDay("appointment.terms.first_appointed_on"),
        term.EndedOn.ToDay("appointment.terms.ended_on"),
        Enumerations.Known<EndReason>("appointment.terms.end_reason", (int)term.EndReason));

    private static string? BodyOf(V1.AppointmentTerm term)
    {
        if (term.AppointingBody.Length == 0)
            return null;
        AppointingBodies.Check("appointment.terms.appointing_body", term.AppointingBody);
        return term.AppointingBody;
    }
}
