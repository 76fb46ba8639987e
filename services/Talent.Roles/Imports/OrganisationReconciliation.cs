using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>
/// Brings what is recorded about one organisation in line with what a register says of it on a day. What differs holds from that day
/// on; before it stays what was recorded. A first record knows no history: its name and region have no known start, its board starts
/// when both it and the board had opened. Of a closed organisation a register repeats today's region and board, which say nothing
/// about its own time: they are used only as far as the board existed by then, and later ones are ignored. When the recorded board had
/// closed before the day, the new one holds from that closing (or its own opening), because nobody stays in a board that is gone.
/// </summary>
public static class OrganisationReconciliation
{
    /// <summary>The organisation as it is to be recorded; equal to <paramref name="recorded"/> where nothing differs.</summary>
    /// <param name="recorded">What is recorded. Null: nothing.</param>
    /// <param name="entry">What the register says.</param>
    /// <param name="register">Where boards are found.</param>
    /// <param name="asOf">The day the register was taken.</param>
    /// <param name="source">The file.</param>
    public static Organisation Reconcile(
        Organisation? recorded, RegisterEntry entry, Register register, DateOnly asOf, OrganisationSource source)
    {
        var period = entry.Period;
        var board = entry.Board is { } code ? register.Find(code) : null;
        var first = recorded is null;
        var names = first ? Since(null, entry.Name, period) : Names(recorded!, entry, asOf);
        var regions = first ? Since(null, entry.Region, period) : Membership(recorded!, recorded!.Regions, entry, entry.Region, asOf);
        var boards = first ? FirstBoard(entry, board) : Boards(recorded!, entry, board, register, asOf);
        return new(
            entry.Code, entry.Kind, names, regions, boards, period, entry.Parent, recorded?.Sectors, entry.Postcode, source);
    }

    private static DatedRows<string> Names(Organisation recorded, RegisterEntry entry, DateOnly asOf)
    {
        var names = recorded.Names.EndMoved(recorded.Period?.End, entry.Period?.End);
        return Closed(entry, asOf) || names.Rows.Count == 0
            ? names.Corrected(entry.Name)
            : Clip(names.With(entry.Name, Day(entry, asOf)), entry.Period);
    }

    private static DatedRows<OrganisationCode> Membership(
        Organisation recorded, DatedRows<OrganisationCode> rows, RegisterEntry entry, OrganisationCode? value, DateOnly from)
    {
        rows = rows.EndMoved(recorded.Period?.End, entry.Period?.End);
        if (Closed(entry, from))
            return rows;
        var day = Day(entry, from);
        return Clip(value is { } code ? rows.With(code, day) : rows.EndedOn(day), entry.Period);
    }

    private static DatedRows<OrganisationCode> FirstBoard(RegisterEntry entry, Organisation? board)
    {
        if (board is null)
            return DatedRows.None<OrganisationCode>();
        var both = (entry.Period ?? default).Intersect(board.Period ?? default);
        return both is { } period ? new([new(board.Code, period)]) : DatedRows.None<OrganisationCode>();
    }

    private static DatedRows<OrganisationCode> Boards(
        Organisation recorded, RegisterEntry entry, Organisation? board, Register register, DateOnly asOf)
    {
        var rows = recorded.Boards.EndMoved(recorded.Period?.End, entry.Period?.End);
        if (Closed(entry, asOf))
            return rows;
        var last = rows is { Rows: [.., var row] } ? row : null;
        var closing = last is null ? null : register.Find(last.Value)?.Period?.End;
        if (closing is { } gone && gone <= asOf)
            rows = rows.EndedOn(gone);
        if (board is null)
            return rows.EndedOn(Day(entry, asOf));
        if (board.ClosedBy(asOf))
            return rows;
        var from = closing <= asOf && last!.Value != board.Code ? closing.Value : asOf;
        var opening = Day(entry, board.Period?.Start > from ? board.Period.Value.Start.Value : from);
        return Clip(rows.With(board.Code, opening), entry.Period);
    }

    private static DatedRows<T> Since<T>(DateOnly? start, T? value, Period? period)
        where T : class =>
        value is null ? DatedRows.None<T>() : new([new(value, new(start, period?.End))]);

    private static DatedRows<OrganisationCode> Since(DateOnly? start, OrganisationCode? value, Period? period) =>
        value is { } code ? new([new(code, new(start, period?.End))]) : DatedRows.None<OrganisationCode>();

    private static DatedRows<T> Clip<T>(DatedRows<T> rows, Period? period)
        where T : notnull =>
        rows.Within(new(null, period?.End));

    private static bool Closed(RegisterEntry entry, DateOnly day) => entry.Period is { } period && period.EndedBy(day);

    // What a register says of an organisation that is still to open holds from its opening.
    private static DateOnly Day(RegisterEntry entry, DateOnly asOf) => entry.Period?.Start > asOf ? entry.Period.Value.Start.Value : asOf;
}
