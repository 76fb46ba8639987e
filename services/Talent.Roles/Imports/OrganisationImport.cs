using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>Compares the organisations of a file with those recorded.</summary>
/// <param name="source">The file.</param>
/// <param name="codeColumn">The name of its column of codes.</param>
/// <param name="asOf">The day it was taken.</param>
/// <param name="register">What is recorded.</param>
/// <param name="report">Takes what is to be said of each row.</param>
public sealed class OrganisationImport(
    OrganisationSource source, string codeColumn, DateOnly asOf, Register register, ICollection<ImportRemark> report)
{
    private readonly Dictionary<OrganisationCode, RegisterEntry> _seen = [];
    private readonly List<Organisation> _after = [];
    private readonly List<Organisation> _changes = [];
    private int _created;

    /// <summary>Compares one organisation; what is wrong or unknown about it goes into the report.</summary>
    public void Take(RegisterEntry entry)
    {
        if (!_seen.TryAdd(entry.Code, entry))
        {
            Wrong(entry, codeColumn, $"The code {entry.Code} stands on line {_seen[entry.Code].Line} already: remove one of the rows.");
            return;
        }
        var recorded = register.Find(entry.Code);
        if (recorded is not null && !SameThing(recorded.Kind, entry.Kind))
        {
            var (known, read) = (recorded.Kind.WithArticle(), entry.Kind.WithArticle());
            Wrong(entry, codeColumn, $"The code {entry.Code} is recorded as {known}, not as {read}: check it.");
            return;
        }
        CheckReference(entry, entry.Region, OrganisationKind.Region, "3 region");
        CheckReference(entry, entry.Board, OrganisationKind.IntegratedCareBoard, "4 integrated care board");
        entry = entry with { Parent = Parent(entry) };
        var board = entry.Board is { } code ? register.Find(code) : null;
        var after = OrganisationReconciliation.Reconcile(recorded, entry, register, asOf, source);
        RemarkUnknown(entry, after, board);
        _after.Add(after);
        if (after == recorded)
            return;
        _changes.Add(after);
        _created += recorded is null ? 1 : 0;
        report.Add(recorded is null
            ? ImportRemark.Created(entry.Line, ChangeWords.New(after, asOf), entry.Code.Value)
            : ImportRemark.Changed(entry.Line, ChangeWords.Between(recorded, after, asOf), entry.Code.Value));
    }

    /// <summary>The outcome of all rows taken.</summary>
    public ImportOutcome Finish(int rows)
    {
        var current = register.Organisations.Where(one => one.Source == source && !one.ClosedBy(asOf));
        foreach (var absent in current.Where(one => !_seen.ContainsKey(one.Code)))
        {
            var reason = $"{absent.NameOn(asOf)} is recorded and not closed, but the file does not hold it: it stays as recorded.";
            report.Add(ImportRemark.Unknown(0, "", reason, absent.Code.Value));
        }
        var remarks = ImportOutcome.InOrder(report);
        return new(rows, _created, _changes.Count - _created, rows - _changes.Count, _changes, [], remarks, Summary());
    }

    private static bool SameThing(OrganisationKind recorded, OrganisationKind read) =>
        recorded == read || recorded == OrganisationKind.Unspecified || (recorded.IsTrust() && read.IsTrust());

    private void CheckReference(RegisterEntry entry, OrganisationCode? code, OrganisationKind kind, string column)
    {
        if (code is not { } value || register.Find(value)?.Kind == kind)
            return;
        Wrong(entry, column, $"No {kind.InWords()} {value} is recorded: import the {kind.InWords()}s first, or correct the code.");
    }

    private OrganisationCode? Parent(RegisterEntry entry)
    {
        if (entry.Kind != OrganisationKind.Site)
            return null;
        if (entry.Parent is not { } parent)
            Unknown(entry, "parent_trust_code", "Not linked: the row names no trust.");
        else if (register.Find(parent) is not { } trust)
            Unknown(entry, "parent_trust_code", $"Not linked: the trust {parent} is not in the register.");
        else if (!trust.Kind.IsTrust())
            Unknown(entry, "parent_trust_code", $"Not linked: {parent} is recorded as {trust.Kind.WithArticle()}, not as a trust.");
        else
            return parent;
        return null;
    }

    private void RemarkUnknown(RegisterEntry entry, Organisation after, Organisation? board)
    {
        if (!entry.Kind.IsTrust())
            return;
        if (entry.Region is null && entry.Board is null)
            Unknown(entry, "3 region", "The row gives neither a region nor an integrated care board: both stay unknown.");
        else if (entry.Region is null)
            Unknown(entry, "3 region", "The row gives no region: it stays unknown.");
        else if (entry.Board is null)
            Unknown(entry, "4 integrated care board", "The row gives no integrated care board: it stays unknown.");
        if (board is null)
            return;
        if (after.ClosedBy(asOf) && after.Boards.Rows.Count == 0)
        {
            Unknown(
                entry,
                "4 integrated care board",
                $"The trust closed before the board {board.Code} opened: where it lay in its own time stays unknown.");
        }
        else if (!after.ClosedBy(asOf) && board.ClosedBy(asOf))
        {
            var end = Text.Day(board.Period!.Value.End!.Value);
            var reason = $"The board {board.Code} closed before {end}: the board since then stays unknown.";
            Unknown(entry, "4 integrated care board", reason);
        }
    }

    private string Summary() => source switch
    {
        OrganisationSource.HospitalSites =>
            $"{_after.Count} sites, {_after.Count(one => one.Parent is not null)} linked, "
            + $"{_after.Count(one => one.Parent is null)} unlinked",
        OrganisationSource.Regions => $"{_after.Count} regions",
        OrganisationSource.IntegratedCareBoards => $"{_after.Count} integrated care boards, {OpenAndClosed()}",
        _ => $"{_after.Count} organisations, {OpenAndClosed()}",
    };

    private string OpenAndClosed()
    {
        var closed = _after.Count(one => one.ClosedBy(asOf));
        var open = _after.Count(one => one.ExistsOn(asOf));
        var coming = _after.Count - closed - open;
        return $"{open} open, {closed} closed" + (coming > 0 ? $", {coming} still to open" : "");
    }

    private void Wrong(RegisterEntry entry, string column, string reason) =>
        report.Add(ImportRemark.Error(entry.Line, column, reason, entry.Code.Value));

    private void Unknown(RegisterEntry entry, string column, string reason) =>
        report.Add(ImportRemark.Unknown(entry.Line, column, reason, entry.Code.Value));
}
