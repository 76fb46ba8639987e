using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Domain;

/// <summary>Posts and appointments for tests: a chief executive of two invented trusts since 2020.</summary>
internal static class Sample
{
    public static OrganisationCode One { get; } = new("X01");

    public static OrganisationCode Two { get; } = new("X02");

    public static OrganisationCode Three { get; } = new("X03");

    public static DateOnly Start { get; } = new(2020, 1, 1);

    public static DateOnly Today { get; } = new(2026, 7, 1);

    public static Post Post(params ReadOnlySpan<Appointment> appointments) =>
        new("post", "group", Details(), Serves((One, 0.5), (Two, 0.5)), [.. appointments]);

    public static PostDetails Details(Period? period = null) =>
        new("Chief executive", "chief-executive", Level.Group, period ?? new(Start, null));

    public static ServedOrganisations Serves(params ReadOnlySpan<(OrganisationCode Code, double? Share)> served)
    {
        var rows = new List<ServedOrganisation>();
        foreach (var (code, share) in served)
            rows.Add(new(code, share, Voting: true));
        return new(rows);
    }

    public static Appointment Appointed(
        string id,
        DateOnly start,
        DateOnly? end = null,
        AppointmentKind kind = AppointmentKind.Substantive,
        string person = "",
        ValueList<AppointmentTerm>? terms = null) =>
        new(id, person.Length == 0 ? $"person-{id}" : person, kind, terms ?? [new(One), new(Two)], start, end: end);
}
