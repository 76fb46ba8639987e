namespace Talent.Roles.Domain;

/// <summary>
/// A seat that outlives its holder, with the people appointed to it: the aggregate of appointments and vacancies. It never changes;
/// every change gives a new post and what happened.
/// </summary>
public sealed partial record Post
{
    /// <summary>Makes a post as it stands.</summary>
    /// <exception cref="RuleException">A rule is broken; the sentence says which.</exception>
    public Post(string id, string groupId, PostDetails details, ServedOrganisations served, ValueList<Appointment>? appointments = null)
    {
        Id = Text.Identity("id", id);
        GroupId = Text.Identity("group_id", groupId);
        (Details, Served) = (details, served);
        Appointments = [.. (appointments ?? []).OrderBy(one => one.Start).ThenBy(one => one.Id, StringComparer.Ordinal)];
        if (details.Deputies.Any(deputy => deputy.PostId == id))
            throw RuleException.Invalid("deputies", "A post cannot deputise for itself.");
        foreach (var appointment in Appointments)
            CheckFits(appointment);
        CheckTogether();
    }

    /// <summary>Its identity.</summary>
    public string Id { get; }

    /// <summary>Identity of the group it belongs to.</summary>
    public string GroupId { get; }

    /// <summary>What it is.</summary>
    public PostDetails Details { get; }

    /// <summary>The organisations it serves.</summary>
    public ServedOrganisations Served { get; }

    /// <summary>The appointments to it, by start.</summary>
    public ValueList<Appointment> Appointments { get; }

    /// <summary>Since when it is vacant on the day; null where somebody holds it in their own right or it does not exist.</summary>
    public DateOnly? VacantSince(DateOnly day) => Details.Period.Contains(day)
        ? Vacancies.Of(Details.Period, Appointments).FirstOrDefault(vacancy => vacancy.Contains(day)).Start
        : null;

    /// <summary>The organisations it serves in which nobody holds it in their own right on the day; none where it does not exist.</summary>
    public IEnumerable<OrganisationCode> VacantIn(DateOnly day) => Details.Period.Contains(day)
        ? Served.Codes.Where(code => !Appointments.Any(one => one.Kind == AppointmentKind.Substantive && one.Serves(code, day)))
        : [];

    private void CheckFits(Appointment appointment)
    {
        if (appointment.Start < Details.Period.Start || appointment.Start >= Details.Period.End)
        {
            throw RuleException.Precondition(
                "POST_DOES_NOT_EXIST",
                $"The post does not exist on {Text.Day(appointment.Start)}: choose a day on which it does.");
        }
        if (Details.Period.End is { } end && appointment.GoesOnAfter(end))
        {
            throw RuleException.Precondition(
                "APPOINTMENT_OUTLIVES_POST",
                $"End the appointment that started on {Text.Day(appointment.Start)} first: the post ends on {Text.Day(end)}.");
        }
        if (appointment.End is not null)
            return;
        foreach (var term in appointment.Terms.Where(term => term.EndedOn is null && !Served.Codes.Contains(term.Code)))
            throw RuleException.Precondition("ORGANISATION_NOT_SERVED", $"The post does not serve {term.Code}: share the post first.");
    }

    private void CheckTogether()
    {
        if (Appointments.DistinctBy(one => one.Id).Count() != Appointments.Count)
            throw RuleException.Invalid("appointment.id", "Give each appointment an id of its own.");
        for (var later = 1; later < Appointments.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
                CheckPair(Appointments[earlier], Appointments[later]);
        }
    }

    private static void CheckPair(Appointment earlier, Appointment later)
    {
        if (!earlier.Period.Overlaps(later.Period))
            return;
        if (earlier.PersonId == later.PersonId)
        {
            throw RuleException.Precondition(
                "PERSON_ALREADY_IN_POST",
                $"The person already holds this post from {Text.Day(earlier.Start)}: end that appointment first.");
        }
        if (earlier.Kind == AppointmentKind.Substantive && later.Kind == AppointmentKind.Substantive)
        {
            throw RuleException.Precondition(
                "POST_ALREADY_HELD",
                $"Somebody holds this post in their own right from {Text.Day(earlier.Start)}: "
                + $"end that appointment before {Text.Day(later.Start)}.");
        }
    }
}
