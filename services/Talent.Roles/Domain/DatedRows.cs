namespace Talent.Roles.Domain;

/// <summary>A value and the period in which it held.</summary>
public sealed record Dated<T>(T Value, Period Period)
    where T : notnull;

/// <summary>Makes dated rows.</summary>
public static class DatedRows
{
    /// <summary>No rows: nothing is known.</summary>
    public static DatedRows<T> None<T>()
        where T : notnull =>
        new([]);
}

/// <summary>
/// The values of one property over time: rows in order of their start that never overlap. Rows that touch and have the same value
/// are one row. Between rows nothing is known. It never changes; every change gives new rows.
/// </summary>
public sealed record DatedRows<T>
    where T : notnull
{
    /// <summary>Takes rows in any order.</summary>
    /// <exception cref="RuleException">Two of them overlap.</exception>
    public DatedRows(IEnumerable<Dated<T>> rows)
    {
        var ordered = new List<Dated<T>>();
        foreach (var row in rows.OrderBy(row => row.Period.Start ?? DateOnly.MinValue))
        {
            if (ordered.Count == 0)
            {
                ordered.Add(row);
                continue;
            }
            var last = ordered[^1];
            if (last.Period.Overlaps(row.Period))
                throw RuleException.Invalid("period", $"Check the dates: \"{last.Value}\" and \"{row.Value}\" hold on the same days.");
            if (last.Period.End == row.Period.Start && EqualityComparer<T>.Default.Equals(last.Value, row.Value))
                ordered[^1] = new(last.Value, new(last.Period.Start, row.Period.End));
            else
                ordered.Add(row);
        }
        Rows = [.. ordered];
    }

    /// <summary>The rows, by start.</summary>
    public ValueList<Dated<T>> Rows { get; }

    /// <summary>The row that holds on the day; null where nothing is known.</summary>
    public Dated<T>? On(DateOnly day) => Rows.FirstOrDefault(row => row.Period.Contains(day));

    /// <summary>With <paramref name="value"/> from the day on, until what is already recorded to follow.</summary>
    public DatedRows<T> With(T value, DateOnly day)
    {
        if (On(day) is { } current)
        {
            if (EqualityComparer<T>.Default.Equals(current.Value, value))
                return this;
            var others = Rows.Where(row => row != current).Append(new(value, new(day, current.Period.End)));
            return new(current.Period.Intersect(new(null, day)) is { } before ? others.Append(new(current.Value, before)) : others);
        }
        var next = Rows.FirstOrDefault(row => row.Period.Start > day)?.Period.Start;
        return new([.. Rows, new(value, new(day, next))]);
    }

    /// <summary>With the last row's value corrected, whatever its period; one row without dates where there was none.</summary>
    public DatedRows<T> Corrected(T value) =>
        Rows.Count == 0 ? new([new(value, default)]) : new([.. Rows.SkipLast(1), new(value, Rows[^1].Period)]);

    /// <summary>Nothing from the day on.</summary>
    public DatedRows<T> EndedOn(DateOnly day) => Within(new(null, day));

    /// <summary>What of it lies inside the period.</summary>
    public DatedRows<T> Within(Period period) =>
        new(Rows.Select(row => row.Period.Intersect(period) is { } inside ? new Dated<T>(row.Value, inside) : null).OfType<Dated<T>>());

    /// <summary>
    /// With the end of the last row moved along, when what it describes ends on <paramref name="to"/> and no longer on
    /// <paramref name="from"/>; nothing reaches beyond the new end. Null: no known end.
    /// </summary>
    public DatedRows<T> EndMoved(DateOnly? from, DateOnly? to)
    {
        if (from == to || Rows.Count == 0)
            return this;
        var last = Rows[^1];
        var reaching = last.Period.End != from || last.Period.Start >= to
            ? this
            : new DatedRows<T>([.. Rows.SkipLast(1), new(last.Value, new(last.Period.Start, to))]);
        return reaching.Within(new(null, to));
    }
}
