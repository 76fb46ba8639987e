using Microsoft.EntityFrameworkCore;
using Talent.Roles.Domain;
using Talent.Roles.Storage;

namespace Talent.Roles.Api;

/// <summary>Reads the term clocks that are recorded, to carry them on.</summary>
internal static class TermClocks
{
    /// <summary>The clocks of these people on every board.</summary>
    /// <param name="context">The database.</param>
    /// <param name="people">Their ids.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="without">Id of an appointment whose own clocks do not count. Null: all count.</param>
    public static async Task<RecordedClocks> OfAsync(
        RolesContext context, IEnumerable<string> people, CancellationToken cancellation, string? without = null)
    {
        var ids = people.Distinct(StringComparer.Ordinal).ToList();
        var recorded = await context.Appointments.AsNoTracking()
            .Where(row => ids.Contains(row.PersonId) && row.Id != without)
            .SelectMany(row => row.Terms.Where(term => term.FirstAppointedOn != null), (row, term) => new
            {
                row.PersonId,
                term.OrganisationCode,
                term.FirstAppointedOn,
            })
            .ToListAsync(cancellation);
        return new(recorded.Select(row => (row.PersonId, new OrganisationCode(row.OrganisationCode), row.FirstAppointedOn!.Value)));
    }
}
