namespace Talent.Roles.Domain;

/// <summary>A person in a post. It belongs to its post: there is no appointment without one.</summary>
public sealed record Appointment
{
    /// <summary>Makes an appointment.</summary>
    /// <exception cref="RuleException">A rule is broken; the sentence says which.</exception>
    public Appointment(
        string id,
        string personId,
        AppointmentKind kind,
        ValueList<AppointmentTerm> terms,
        DateOnly start,
        DateOnly? plannedEnd = null,
        DateOnly? end = null,
        EndReason endReason = EndReason.Unspecified)
    {
        Id = Text.Identity("appointment.id", id);
        PersonId = Text.Identity("appointment.person_id", personId);
        if (kind == AppointmentKind.Unspecified)
            throw RuleException.Invalid("appointment.kind", "Say how the person holds the post: substantive, interim, acting or seconded.");
        if (plannedEnd <= start)
            throw RuleException.Invalid("appointment.planned_end", $"The planned end must come after the start, {Text.Day(start)}.");
        if (end <= start)
            throw RuleException.Invalid("appointment.end", $"The end must come after the start, {Text.Day(start)}.");
        if (end is null && endReason != EndReason.Unspecified)
            throw RuleException.Invalid("appointment.end_reason", "Give the day of the end with its reason.");
        (Kind, Terms, Start, PlannedEnd, End, EndReason) = (kind, terms, start, plannedEnd, end, endReason);
        CheckTerms();
    }

    /// <summary>Its identity.</summary>
    public string Id { get; }

    /// <summary>Identity of the person. Names live in another service.</summary>
    public string PersonId { get; }

    /// <summary>How the person holds the post.</summary>
    public AppointmentKind Kind { get; }

    /// <summary>One row for each board served; at least one.</summary>
    public ValueList<AppointmentTerm> Terms { get; }

    /// <summary>First day in post.</summary>
    public DateOnly Start { get; }

    /// <summary>First day after the planned end. Null: none is planned.</summary>
    public DateOnly? PlannedEnd { get; }

    /// <summary>First day after the actual end. Null: it goes on.</summary>
    public DateOnly? End { get; }

    /// <summary>Why it ended.</summary>
    public EndReason EndReason { get; }

    /// <summary>The days in post.</summary>
    public Period Period => new(Start, End);

    /// <summary>Whether it goes on after the day: it has no end, or a later one.</summary>
    public bool GoesOnAfter(DateOnly day) => End is null || End > day;

    /// <summary>Whether the person serves the board on the day.</summary>
    public bool Serves(OrganisationCode board, DateOnly day) =>
        Period.Contains(day) && Terms.Any(term => term.Code == board && term.GoesOnAfter(day));

    /// <summary>The same appointment with another planned end. Null: none is planned.</summary>
    public Appointment WithPlannedEnd(DateOnly? plannedEnd) => new(Id, PersonId, Kind, Terms, Start, plannedEnd, End, EndReason);

    /// <summary>The same appointment with other terms.</summary>
    public Appointment WithTerms(ValueList<AppointmentTerm> terms) =>
        new(Id, PersonId, Kind, terms, Start, PlannedEnd, End, EndReason);

    /// <summary>The same appointment, over on <paramref name="end"/>. Boards that it would have left later are left with it.</summary>
    public Appointment Ended(DateOnly end, EndReason reason)
    {
        var terms = Terms.Select(term => term.EndedOn >= end ? term.WithoutEnd() : term);
        return new(Id, PersonId, Kind, [.. terms], Start, PlannedEnd, end, reason);
    }

    private void CheckTerms()
    {
        if (Terms.Count == 0)
            throw RuleException.Invalid("appointment.terms", "An appointment serves at least one organisation.");
        if (Terms.GroupBy(term => term.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw RuleException.Invalid("appointment.terms", $"Name the organisation {twice.Key} once.");
        if (Terms.Count(term => term.Lead) > 1)
            throw RuleException.Invalid("appointment.terms.lead", "Only one organisation leads: it employs and pays the person.");
        foreach (var term in Terms)
            CheckTerm(term);
    }

    private void CheckTerm(AppointmentTerm term)
    {
        if (term.AppointingBody is { } body)
            Text.Line("appointment.terms.appointing_body", body);
        if (term.FirstAppointedOn > Start)
        {
            throw RuleException.Invalid(
                "appointment.terms.first_appointed_on",
                $"The first appointment to {term.Code} cannot come after this one starts, on {Text.Day(Start)}.");
        }
        if (term.EndedOn <= Start || term.EndedOn > End)
        {
            throw RuleException.Invalid(
                "appointment.terms.ended_on",
                $"The service on the board of {term.Code} must end while the appointment lasts.");
        }
        if (term.EndedOn is null && term.EndReason != EndReason.Unspecified)
        {
            throw RuleException.Invalid(
                "appointment.terms.end_reason", $"Give the day of the end of the service on the board of {term.Code} with its reason.");
        }
    }
}
