using Talent.Roles.Domain;
using Talent.ServiceDefaults;
using Period = Talent.Roles.Domain.Period;

namespace Talent.Roles.Api;

/// <summary>Periods and dated rows between the contract and the domain.</summary>
internal static class DateContract
{
    public static Talent.Types.V1.Period ToContract(this Period period) => new()
    {
        Start = period.Start.ToDate(),
        End = period.End.ToDate(),
    };

    public static Period ToDomain(this Talent.Types.V1.Period? period, string field)
    {
        var days = period.ToDayPeriod(field);
        return new(days.Start, days.End);
    }

    public static V1.DatedText ToContract<T>(this Dated<T> row, Func<T, string> write)
        where T : notnull =>
        new() { Value = write(row.Value), Period = row.Period.ToContract() };

    public static IEnumerable<Dated<T>> ToDomain<T>(this IEnumerable<V1.DatedText> rows, string field, Func<string, T> read)
        where T : notnull =>
        rows.Select(row => new Dated<T>(read(row.Value), row.Period.ToDomain($"{field}.period")));
}
