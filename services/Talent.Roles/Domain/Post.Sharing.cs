namespace Talent.Roles.Domain;

public sealed partial record Post
{
    /// <summary>
    /// Changes which organisations the post serves from <paramref name="today"/> on, and with it the boards of the people in post: a
    /// board left is ended for them, a board added starts with nothing known about it.
    /// </summary>
    /// <param name="served">The organisations from now on.</param>
    /// <param name="daysPerWeek">Days a week from now on. Null: as before.</param>
    /// <param name="today">The day of the change.</param>
    /// <param name="clocks">The term clocks that people in post bring to the boards added. Null: none is known.</param>
    /// <exception cref="RuleException">Somebody in post would be left without any board.</exception>
    public PostAfter Share(ServedOrganisations served, double? daysPerWeek, DateOnly today, RecordedClocks? clocks = null)
    {
        var details = daysPerWeek is { } days ? Details.WithDays(days) : Details;
        if (served == Served && details == Details)
            return new(this, []);
        var changes = new List<PostChange> { new PostShared() };
        var appointments = new List<Appointment>();
        foreach (var appointment in Appointments)
        {
            var shared = appointment.GoesOnAfter(today)
                ? Shared(appointment, served, today, clocks ?? RecordedClocks.None)
                : appointment;
            appointments.Add(shared);
            changes.AddRange(Told(appointment, shared));
        }
        return new(new(Id, GroupId, details, served, [.. appointments]), [.. changes]);
    }

    private Appointment Shared(Appointment appointment, ServedOrganisations served, DateOnly today, RecordedClocks clocks)
    {
        var kept = appointment.Terms
            .Select(term => served.Codes.Contains(term.Code) ? Resumed(term, today) : Left(appointment, term, today))
            .OfType<AppointmentTerm>();
        var added = served.Codes
            .Where(code => !Served.Codes.Contains(code) && appointment.Terms.All(term => term.Code != code))
            .Select(code => clocks.CarriedOn(new AppointmentTerm(code), appointment));
        ValueList<AppointmentTerm> terms = [.. kept, .. added];
        if (terms.All(term => term.EndedOn is not null))
        {
            throw RuleException.Precondition(
                "APPOINTMENT_WITHOUT_BOARD",
                $"End the appointment that started on {Text.Day(appointment.Start)} first: it would serve no organisation any more.");
        }
        return appointment.WithTerms(terms);
    }

    // A board that the post serves again is served again by its holder.
    private AppointmentTerm Resumed(AppointmentTerm term, DateOnly today) =>
        Served.Codes.Contains(term.Code) || term.EndedOn is null || term.EndedOn > today ? term : term.WithoutEnd();

    // Whoever has not started yet never served there, so nothing is left to record.
    private static AppointmentTerm? Left(Appointment appointment, AppointmentTerm term, DateOnly today) =>
        term.EndedOn <= today ? term : appointment.Start < today ? term.Ended(today, EndReason.Unspecified) : null;

    private static IEnumerable<PostChange> Told(Appointment before, Appointment after)
    {
        if (before == after)
            yield break;
        foreach (var term in after.Terms.Where(term => term.EndedOn is not null && !before.Terms.Contains(term)))
            yield return new AppointmentEnded(after, term.Code);
        if (after.Terms.Any(term => term.EndedOn is null && !before.Terms.Contains(term))
            || before.Terms.Any(term => after.Terms.All(other => other.Code != term.Code)))
            yield return new AppointmentChanged(after);
    }
}
