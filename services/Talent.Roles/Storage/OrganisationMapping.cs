using System.Globalization;
using Talent.Roles.Domain;

namespace Talent.Roles.Storage;

/// <summary>Organisations between rows and the domain.</summary>
internal static class OrganisationMapping
{
    public static Organisation ToDomain(this OrganisationRow row) => new(
        new(row.Code),
        (OrganisationKind)row.Kind,
        new(Rows(row, OrganisationField.Name, value => value)),
        new(Rows(row, OrganisationField.Region, value => new OrganisationCode(value))),
        new(Rows(row, OrganisationField.Board, value => new OrganisationCode(value))),
        row.StartsOn is null && row.EndsOn is null ? null : new Period(row.StartsOn, row.EndsOn),
        OrganisationCode.OrNone(row.ParentCode),
        [.. row.Sectors.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => (Sector)int.Parse(text, CultureInfo.InvariantCulture))],
        row.Postcode,
        (OrganisationSource)row.Source);

    public static OrganisationRow Write(this OrganisationRow row, Organisation organisation)
    {
        row.Kind = (int)organisation.Kind;
        row.StartsOn = organisation.Period?.Start;
        row.EndsOn = organisation.Period?.End;
        row.ParentCode = organisation.Parent?.Value;
        row.Sectors = string.Join(' ', organisation.Sectors.Select(sector => ((int)sector).ToString(CultureInfo.InvariantCulture)));
        row.Postcode = organisation.Postcode;
        row.Source = (int)organisation.Source;
        WriteRows(row, OrganisationField.Name, organisation.Names, name => name);
        WriteRows(row, OrganisationField.Region, organisation.Regions, code => code.Value);
        WriteRows(row, OrganisationField.Board, organisation.Boards, code => code.Value);
        return row;
    }

    public static OrganisationSuccession ToDomain(this OrganisationSuccessionRow row) =>
        new(new(row.Predecessor), new(row.Successor), row.HappenedOn, (SuccessionKind)row.Kind);

    private static IEnumerable<Dated<T>> Rows<T>(OrganisationRow row, OrganisationField field, Func<string, T> read)
        where T : notnull =>
        row.Values.Where(value => value.Field == field).Select(value => new Dated<T>(read(value.Value), new(value.StartsOn, value.EndsOn)));

    private static void WriteRows<T>(OrganisationRow row, OrganisationField field, DatedRows<T> values, Func<T, string> write)
        where T : notnull
    {
        var rows = row.Values.Where(value => value.Field == field).ToList();
        var before = rows.ToList();
        rows.Write(
            values.Rows,
            value => value.Place,
            place => new() { Code = row.Code, Field = field, Place = place },
            (into, dated) =>
            {
                (into.Value, into.StartsOn, into.EndsOn) = (write(dated.Value), dated.Period.Start, dated.Period.End);
                into.SearchText = OrganisationValueRow.Searchable(into.Value);
            });
        row.Values.RemoveAll(value => before.Contains(value) && !rows.Contains(value));
        row.Values.AddRange(rows.Except(before));
    }
}
