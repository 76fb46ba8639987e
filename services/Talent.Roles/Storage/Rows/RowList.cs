namespace Talent.Roles.Storage;

/// <summary>Brings rows in line with values by their place, so that only what differs is written.</summary>
internal static class RowList
{
    /// <summary>Changes, adds and removes rows at the end until they say what the values say.</summary>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="values">The values, in order.</param>
    /// <param name="placeOf">The place of a row.</param>
    /// <param name="make">Makes a row for a place.</param>
    /// <param name="write">Writes a value into a row.</param>
    public static void Write<TRow, TValue>(
        this List<TRow> rows,
        IReadOnlyList<TValue> values,
        Func<TRow, int> placeOf,
        Func<int, TRow> make,
        Action<TRow, TValue> write)
    {
        var byPlace = rows.ToDictionary(placeOf);
        for (var place = 0; place < values.Count; place++)
        {
            if (!byPlace.TryGetValue(place, out var row))
            {
                row = make(place);
                rows.Add(row);
            }
            write(row, values[place]);
        }
        rows.RemoveAll(row => placeOf(row) >= values.Count);
    }
}
