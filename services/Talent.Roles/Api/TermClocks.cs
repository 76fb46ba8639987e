using Microsoft.EntityFrameworkCore;
using Talent.Roles.Domain;
using Talent.Roles.Storage;

namespace Talent.Roles.Api;

/// <summary>
/// Carries the term clock of a board on from a person's earlier appointments to it. The NHS Code of governance counts from the first
/// appointment to that board, in whatever post, so a reappointment or another post never starts the clock again (4.3).
/// </summary>
internal static class TermClocks
{
    /// <summary>The appointment with each clock that was left open and is known from earlier ones; others stay unknown.</summary>
    /// <exception cref="RuleException">A clock was given that starts later than one recorded.</exception>
    public static async Task<Appointment> CarriedOnAsync(RolesContext context, Appointment appointment, CancellationToken cancellation)
    {
        var recorded = await context.Appointments.AsNoTracking()
            .Where(row => row.PersonId == appointment.PersonId)
            .SelectMany(row => row.Terms)
            .Where(term => term.FirstAppointedOn != null)
            .GroupBy(term => term.OrganisationCode)
            .Select(board => new { Code = board.Key, First = board.Min(term => term.FirstAppointedOn) })
            .ToDictionaryAsync(board => board.Code, board => board.First!.Value, cancellation);
        return appointment.WithTerms([.. appointment.Terms.Select(term => CarriedOn(term, appointment.Start, recorded))]);
    }

    private static AppointmentTerm CarriedOn(AppointmentTerm term, DateOnly start, Dictionary<string, DateOnly> recorded)
    {
        if (!recorded.TryGetValue(term.Code.Value, out var first) || first > start)
            return term;
        if (term.FirstAppointedOn > first)
        {
            throw RuleException.Precondition(
                "TERM_CLOCK_RUNS",
                $"The person was first appointed to the board of {term.Code} on {Text.Day(first)}: the clock runs since then.");
        }
        return term with { FirstAppointedOn = term.FirstAppointedOn ?? first };
    }
}
