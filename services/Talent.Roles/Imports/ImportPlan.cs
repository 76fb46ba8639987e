using Talent.Roles.Domain;
using Talent.Roles.Imports.Files;

namespace Talent.Roles.Imports;

/// <summary>
/// Reads a file and compares it with what is recorded, without changing anything: the same bytes, day and register always give the
/// same outcome. One wrong row refuses the whole file. It goes on step by step, so that its progress can be shown.
/// </summary>
public sealed class ImportPlan
{
    private readonly ImportKind _kind;
    private readonly List<ImportRemark> _report = [];
    private readonly IReadOnlyList<FileRow> _rows;
    private readonly bool _isRefusedWhole;
    private readonly OrganisationImport? _organisations;
    private readonly SuccessionImport? _successions;

    private ImportPlan(ImportKind kind, ReadOnlySpan<byte> content, DateOnly asOf, Register register)
    {
        _kind = kind;
        var layout = LayoutOf(kind);
        if (register.LatestDay(kind) is { } latest && asOf < latest)
        {
            var reason = $"A file of {Text.Day(latest)} was imported already: one of {Text.Day(asOf)} is older and would undo it.";
            _report.Add(ImportRemark.Error(0, "", reason));
            (_rows, _isRefusedWhole) = ([], true);
        }
        else
        {
            var rows = FileTable.Read(content, layout, _report);
            (_rows, _isRefusedWhole) = (rows ?? [], rows is null);
        }
        if (kind is ImportKind.TrustSuccessions or ImportKind.IntegratedCareBoardSuccessions)
            _successions = new(kind, asOf, register, _report);
        else
            _organisations = new((OrganisationSource)kind, layout.CodeColumn, asOf, register, _report);
    }

    /// <summary>Rows in the file that could be taken apart.</summary>
    public int Rows => _rows.Count;

    /// <summary>Rows compared so far.</summary>
    public int RowsDone { get; private set; }

    /// <summary>Reads the file; nothing is compared yet.</summary>
    /// <param name="kind">Which file it is.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="asOf">The day it was taken.</param>
    /// <param name="register">What is recorded.</param>
    public static ImportPlan Start(ImportKind kind, ReadOnlySpan<byte> content, DateOnly asOf, Register register) =>
        new(kind, content, asOf, register);

    /// <summary>The outcome of importing the file, in one go.</summary>
    /// <inheritdoc cref="Start"/>
    public static ImportOutcome Make(ImportKind kind, ReadOnlySpan<byte> content, DateOnly asOf, Register register) =>
        Start(kind, content, asOf, register).Finish();

    /// <summary>Compares up to <paramref name="rows"/> more rows.</summary>
    /// <returns>Whether rows are left.</returns>
    public bool Compare(int rows)
    {
        for (var until = Math.Min(RowsDone + rows, Rows); RowsDone < until; RowsDone++)
            Compare(_rows[RowsDone]);
        return RowsDone < Rows;
    }

    /// <summary>Compares what is left, and gives the outcome.</summary>
    public ImportOutcome Finish()
    {
        Compare(Rows);
        var outcome = _organisations?.Finish(Rows) ?? _successions!.Finish(Rows);
        if (!outcome.IsRefused)
            return outcome;
        return _isRefusedWhole
            ? ImportOutcome.RefusedWhole(outcome.Remarks)
            : ImportOutcome.Refused(Rows + UnreadRows(outcome), outcome.Remarks);
    }

    private void Compare(FileRow row)
    {
        if (_organisations is not null && ReadEntry(_kind, row) is { } organisation)
            _organisations.Take(organisation);
        if (_successions is not null && ReadSuccession(_kind, row) is { } succession)
            _successions.Take(succession);
    }

    private static SuccessionEntry? ReadSuccession(ImportKind kind, FileRow row) =>
        kind == ImportKind.TrustSuccessions ? SuccessionsFile.ReadTrust(row) : SuccessionsFile.ReadBoard(row);

    private static RegisterEntry? ReadEntry(ImportKind kind, FileRow row) => kind switch
    {
        ImportKind.TrustRegister => TrustRegisterFile.Read(row),
        ImportKind.IntegratedCareBoards => IntegratedCareBoardsFile.Read(row),
        ImportKind.Regions => RegionsFile.Read(row),
        ImportKind.HospitalSites => HospitalSitesFile.Read(row),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of file holds no organisations."),
    };

    private static FileLayout LayoutOf(ImportKind kind) => kind switch
    {
        ImportKind.TrustRegister => TrustRegisterFile.Layout,
        ImportKind.TrustSuccessions => SuccessionsFile.TrustLayout,
        ImportKind.IntegratedCareBoards => IntegratedCareBoardsFile.Layout,
        ImportKind.Regions => RegionsFile.Layout,
        ImportKind.HospitalSites => HospitalSitesFile.Layout,
        ImportKind.IntegratedCareBoardSuccessions => SuccessionsFile.BoardLayout,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of file."),
    };

    // Rows that could not even be taken apart are in the report alone.
    private int UnreadRows(ImportOutcome outcome)
    {
        var read = _rows.Select(row => row.Line).ToHashSet();
        return outcome.Remarks.Select(remark => remark.Line).Where(line => line > 0).Distinct().Count(line => !read.Contains(line));
    }
}
