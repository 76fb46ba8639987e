namespace Talent.Roles.Domain;

/// <summary>The part of an appointment that concerns one board. Each board has a term clock of its own.</summary>
/// <param name="Code">Code of the organisation.</param>
/// <param name="Basis">On what basis the person serves it.</param>
/// <param name="Lead">Whether this organisation employs, pays and is accountable for the person.</param>
/// <param name="AppointingBody">The body that made the appointment. Null: not known.</param>
/// <param name="ApprovedOn">When that body approved it. Null: not known.</param>
/// <param name="FirstAppointedOn">
/// When the person was first appointed to this board, in any post: the clock of the NHS Code of governance (4.3: six and nine years)
/// starts here. Null: not known.
/// </param>
/// <param name="EndedOn">
/// First day after the person's service on this board, while the appointment goes on elsewhere. Null: it has not ended.
/// </param>
/// <param name="EndReason">Why it ended on this board. Not known where it has not, or only with the whole appointment.</param>
public sealed record AppointmentTerm(
    OrganisationCode Code,
    EngagementBasis Basis = EngagementBasis.Unspecified,
    bool Lead = false,
    string? AppointingBody = null,
    DateOnly? ApprovedOn = null,
    DateOnly? FirstAppointedOn = null,
    DateOnly? EndedOn = null,
    EndReason EndReason = EndReason.Unspecified)
{
    /// <summary>Whether the person still serves the board on the day, as far as this board is concerned.</summary>
    public bool GoesOnAfter(DateOnly day) => EndedOn is null || EndedOn > day;

    /// <summary>The same term, over on <paramref name="end"/>.</summary>
    public AppointmentTerm Ended(DateOnly end, EndReason reason) => this with { EndedOn = end, EndReason = reason };

    /// <summary>The same term without an end of its own.</summary>
    public AppointmentTerm WithoutEnd() => this with { EndedOn = null, EndReason = EndReason.Unspecified };
}
