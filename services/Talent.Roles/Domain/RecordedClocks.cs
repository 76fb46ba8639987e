namespace Talent.Roles.Domain;

/// <summary>
/// When people were first appointed to boards, as far as recorded. The NHS Code of governance counts from the first appointment to a
/// board, in whatever post, so a reappointment or another post never starts the clock again (4.3).
/// </summary>
public sealed class RecordedClocks
{
    private readonly Dictionary<(string Person, OrganisationCode Board), DateOnly> _first = [];

    /// <summary>Takes the recorded clocks; of several of one person on one board the earliest counts.</summary>
    public RecordedClocks(IEnumerable<(string Person, OrganisationCode Board, DateOnly First)> recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        foreach (var (person, board, first) in recorded)
        {
            if (!_first.TryGetValue((person, board), out var known) || first < known)
                _first[(person, board)] = first;
        }
    }

    /// <summary>Nothing is recorded.</summary>
    public static RecordedClocks None { get; } = new([]);

    /// <summary>These clocks and those that the appointments give.</summary>
    public RecordedClocks With(IEnumerable<Appointment> appointments) => new(
        _first.Select(row => (row.Key.Person, row.Key.Board, row.Value)).Concat(appointments.SelectMany(Given)));

    /// <summary>The appointment with each clock that was left open and is known; others stay unknown.</summary>
    /// <exception cref="RuleException">A clock was given that starts later than the one recorded.</exception>
    public Appointment CarriedOn(Appointment appointment)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        return appointment.WithTerms([.. appointment.Terms.Select(term => CarriedOn(term, appointment))]);
    }

    /// <summary>One term of an appointment with its clock, where that was left open and is known.</summary>
    /// <exception cref="RuleException">A clock was given that starts later than the one recorded.</exception>
    public AppointmentTerm CarriedOn(AppointmentTerm term, Appointment appointment)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(appointment);
        if (!_first.TryGetValue((appointment.PersonId, term.Code), out var first) || first > appointment.Start)
            return term;
        if (term.FirstAppointedOn > first)
        {
            throw RuleException.Precondition(
                "TERM_CLOCK_RUNS",
                $"The person was first appointed to the board of {term.Code} on {Text.Day(first)}: the clock runs since then.");
        }
        return term with { FirstAppointedOn = term.FirstAppointedOn ?? first };
    }

    private static IEnumerable<(string Person, OrganisationCode Board, DateOnly First)> Given(Appointment appointment) =>
        appointment.Terms.Where(term => term.FirstAppointedOn is not null)
            .Select(term => (appointment.PersonId, term.Code, term.FirstAppointedOn!.Value));
}
