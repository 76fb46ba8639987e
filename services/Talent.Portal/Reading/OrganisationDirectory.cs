using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Reading;

/// <summary>Names of organisations, for one page.</summary>
/// <param name="names">Today's names by code.</param>
public sealed class OrganisationNames(IReadOnlyDictionary<string, string> names)
{
    /// <summary>The name, or the code where the register has no such organisation.</summary>
    public string Of(string code) => names.TryGetValue(code, out var name) ? name : code;
}

/// <summary>Looks up the names that organisations have today.</summary>
public sealed class OrganisationDirectory(OrganisationService.OrganisationServiceClient organisations, TimeProvider time)
{
    private const int MostAtOnce = 1000;

    /// <summary>The names of organisations by their codes.</summary>
    public async Task<OrganisationNames> FindAsync(IEnumerable<string> codes, CancellationToken cancellation)
    {
        var names = new Dictionary<string, string>();
        var today = LondonCalendar.Today(time);
        foreach (var some in codes.Where(code => code.Length > 0).Distinct().Chunk(MostAtOnce))
        {
            var request = new ListOrganisationsRequest { PageSize = MostAtOnce, Codes = { some } };
            var found = await organisations.ListOrganisationsAsync(request, cancellationToken: cancellation);
            foreach (var organisation in found.Organisations)
                names[organisation.Code] = DatedValues.At(organisation.Names, today) ?? organisation.Code;
        }
        return new OrganisationNames(names);
    }
}

/// <summary>Values that hold during periods.</summary>
public static class DatedValues
{
    /// <summary>The value on a day; where none holds on it (a closed organisation), the last one. Null when there is no row.</summary>
    public static string? At(IReadOnlyList<DatedText> rows, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return (rows.FirstOrDefault(row => Holds(row, day)) ?? (rows.Count == 0 ? null : rows[^1]))?.Value;
    }

    /// <summary>Whether a row holds on a day.</summary>
    public static bool Holds(DatedText row, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(row);
        return !(day < row.Period?.Start.Day()) && !(day >= row.Period?.End.Day());
    }
}
