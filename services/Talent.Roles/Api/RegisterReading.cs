using Microsoft.EntityFrameworkCore;
using Talent.Roles.Imports;
using Talent.Roles.Storage;
using Talent.Roles.V1;

namespace Talent.Roles.Api;

/// <summary>Reads what an import is compared with.</summary>
internal static class RegisterReading
{
    /// <summary>All organisations and successions, and the newest day of each kind of file that was applied.</summary>
    public static async Task<Register> ReadAsync(RolesContext context, CancellationToken cancellation)
    {
        var organisations = await context.Organisations.AsNoTracking().Include(row => row.Values).ToListAsync(cancellation);
        var successions = await context.OrganisationSuccessions.AsNoTracking().ToListAsync(cancellation);
        var latest = await context.Imports.AsNoTracking()
            .Where(row => row.State == (int)ImportState.Applied)
            .GroupBy(row => row.Kind)
            .Select(kind => new { kind.Key, Day = kind.Max(row => row.AsOf) })
            .ToDictionaryAsync(kind => (ImportKind)kind.Key, kind => kind.Day, cancellation);
        return new(organisations.Select(row => row.ToDomain()), successions.Select(row => row.ToDomain()), latest);
    }
}
