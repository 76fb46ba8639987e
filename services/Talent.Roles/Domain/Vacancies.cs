namespace Talent.Roles.Domain;

/// <summary>When a post is without a substantive holder. Interim, acting and seconded people cover it, but do not fill it.</summary>
public static class Vacancies
{
    /// <summary>The vacancies of a post, in order; one that the post's own end cuts off stays open.</summary>
    public static IReadOnlyList<Period> Of(Period post, IEnumerable<Appointment> appointments)
    {
        var vacancies = new List<Period>();
        DateOnly? free = post.Start;
        foreach (var held in appointments.Where(one => one.Kind == AppointmentKind.Substantive).OrderBy(one => one.Start))
        {
            if (free is { } since && since < held.Start)
                vacancies.Add(new(since, held.Start));
            free = held.End;
        }
        if (free is { } last && (post.End is null || last < post.End))
            vacancies.Add(new(last, null));
        return vacancies;
    }

    /// <summary>
    /// What to tell of the way from one list of vacancies to another. The last change told always agrees with the last vacancy, so a
    /// reader who keeps only the newest word is right about how things stand.
    /// </summary>
    public static IReadOnlyList<PostChange> Between(IReadOnlyList<Period> before, IReadOnlyList<Period> after)
    {
        var changes = new List<PostChange>();
        foreach (var gone in before.Where(old => after.All(now => now.Start != old.Start)))
            changes.Add(new VacancyClosed(gone.Start!.Value));
        foreach (var vacancy in after.Except(before))
        {
            if (before.All(old => old.Start != vacancy.Start) || vacancy.End is null)
                changes.Add(new VacancyOpened(vacancy.Start!.Value));
            if (vacancy.End is { } end)
                changes.Add(new VacancyClosed(end));
        }
        if (changes is [.., VacancyClosed] && after is [.., { Start: { } since, End: null }])
            changes.Add(new VacancyOpened(since));
        return changes;
    }
}
