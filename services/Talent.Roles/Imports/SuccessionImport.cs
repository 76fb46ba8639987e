using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>Compares the successions of a file with those recorded, and records the names that successors had before.</summary>
public sealed class SuccessionImport(ImportKind kind, DateOnly asOf, Register register, ICollection<ImportRemark> report)
{
    private readonly Dictionary<(OrganisationCode, OrganisationCode), int> _seen = [];
    private readonly Dictionary<OrganisationCode, Organisation> _renamed = [];
    private readonly List<OrganisationSuccession> _successions = [];
    private readonly HashSet<OrganisationCode> _predecessors = [];
    private int _created;
    private int _changed;

    private bool IsOfTrusts => kind == ImportKind.TrustSuccessions;

    /// <summary>Compares one succession; what is wrong about it goes into the report.</summary>
    public void Take(SuccessionEntry entry)
    {
        var (predecessor, successor) = (entry.Succession.Predecessor, entry.Succession.Successor);
        if (!_seen.TryAdd((predecessor, successor), entry.Line))
        {
            var line = _seen[(predecessor, successor)];
            Wrong(entry, "", $"That {successor} followed {predecessor} stands on line {line} already: remove one of the rows.");
            return;
        }
        _predecessors.Add(predecessor);
        var before = Known(entry, "predecessor", predecessor);
        var after = Known(entry, "successor", successor);
        if (before is not null)
            CheckPredecessor(entry, before);
        if (after is not null && !after.ExistsOn(entry.Succession.Date))
            Wrong(entry, "successor", $"{successor} did not exist on {Text.Day(entry.Succession.Date)}: check the code and the date.");
        if (before is null || after is null)
            return;
        var recorded = register.Find(predecessor, successor);
        var renamed = Rename(after, entry);
        if (recorded != entry.Succession)
            _successions.Add(entry.Succession);
        Remark(entry, recorded, renamed);
    }

    /// <summary>The outcome of all rows taken.</summary>
    public ImportOutcome Finish(int rows)
    {
        var followed = register.Successions.Concat(_successions).Select(one => one.Predecessor).ToHashSet();
        var unknown = register.Organisations
            .Where(one => IsOfKind(one) && one.ClosedBy(asOf) && !followed.Contains(one.Code))
            .ToList();
        foreach (var closed in unknown)
        {
            var reason = $"{closed.NameOn(asOf)} is closed and no successor is known.";
            report.Add(ImportRemark.Unknown(0, "successor", reason, closed.Code.Value));
        }
        var summary = $"{_seen.Count} successions of {_predecessors.Count} predecessors, "
            + $"{unknown.Count} closed organisations without a known successor";
        var remarks = ImportOutcome.InOrder(report);
        return new(rows, _created, _changed, rows - _created - _changed, [.. _renamed.Values], _successions, remarks, summary);
    }

    private void Remark(SuccessionEntry entry, OrganisationSuccession? recorded, string renamed)
    {
        var what = recorded is null ? ChangeWords.New(entry.Succession) : ChangeWords.Between(recorded, entry.Succession);
        what = string.Join("; ", new[] { what, renamed }.Where(part => part.Length > 0));
        var code = entry.Succession.Predecessor.Value;
        if (recorded is null)
        {
            _created++;
            report.Add(ImportRemark.Created(entry.Line, what, code));
        }
        else if (what.Length > 0)
        {
            _changed++;
            report.Add(ImportRemark.Changed(entry.Line, what, code));
        }
    }

    private bool IsOfKind(Organisation organisation) =>
        IsOfTrusts ? organisation.Kind.IsTrust() : organisation.Kind == OrganisationKind.IntegratedCareBoard;

    private Organisation? Known(SuccessionEntry entry, string column, OrganisationCode code)
    {
        var found = _renamed.GetValueOrDefault(code) ?? register.Find(code);
        if (found is null)
            Wrong(entry, column, $"No organisation {code} is recorded: import the register first, or correct the code.");
        else if (!IsOfKind(found))
            Wrong(entry, column, $"{code} is recorded as {found.Kind.WithArticle()}: choose the right kind of file, or correct the code.");
        else
            return found;
        return null;
    }

    // Three successions of the register are dated on the last day of the predecessor, the others on the day after.
    private void CheckPredecessor(SuccessionEntry entry, Organisation predecessor)
    {
        var date = entry.Succession.Date;
        if (predecessor.Period?.End is not { } end)
            Wrong(entry, "predecessor", $"{predecessor.Code} is recorded as open: import the register that closes it first.");
        else if (date > end || date < end.AddDays(-1))
        {
            Wrong(
                entry,
                "predecessor",
                $"{predecessor.Code} existed until the day before {Text.Day(end)}, not until {Text.Day(date)}: check the date.");
        }
    }

    // A name is added only where none but today's is recorded for the day before: what is recorded of the past stays.
    private string Rename(Organisation successor, SuccessionEntry entry)
    {
        var date = entry.Succession.Date;
        if (entry.EarlierName is not { } name || !successor.ExistsOn(date.AddDays(-1)))
            return "";
        var before = successor.Names.On(date.AddDays(-1));
        if (before is null || before != successor.Names.On(date) || SameName(before.Value, name))
            return "";
        var earlier = new Dated<string>(name, new(before.Period.Start, date));
        var later = new Dated<string>(before.Value, new(date, before.Period.End));
        var names = new DatedRows<string>([.. successor.Names.Rows.Where(row => row != before), earlier, later]);
        _renamed[successor.Code] = successor.WithNames(names);
        return $"name of {successor.Code} before {Text.Day(date)}: {before.Value} -> {name}";
    }

    private static bool SameName(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private void Wrong(SuccessionEntry entry, string column, string reason) =>
        report.Add(ImportRemark.Error(entry.Line, column, reason, entry.Succession.Predecessor.Value));
}
