using Talent.Roles.Domain;

namespace Talent.Roles.Imports;

/// <summary>What an import would do, or why it does nothing.</summary>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Created">Rows that create something.</param>
/// <param name="Changed">Rows that change something.</param>
/// <param name="Unchanged">Rows that are as recorded already.</param>
/// <param name="Organisations">The organisations created or changed, as they will be. Empty in a refused import.</param>
/// <param name="Successions">The successions created or changed. Empty in a refused import.</param>
/// <param name="Remarks">The report, by line.</param>
/// <param name="Summary">What the file holds, in one line.</param>
public sealed record ImportOutcome(
    int Rows,
    int Created,
    int Changed,
    int Unchanged,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<OrganisationSuccession> Successions,
    IReadOnlyList<ImportRemark> Remarks,
    string Summary)
{
    /// <summary>Rows that are wrong.</summary>
    public int Errors => Count(ImportRemarkKind.Error);

    /// <summary>Rows or organisations of which something stays unknown.</summary>
    public int Unknown => Count(ImportRemarkKind.Unknown);

    /// <summary>Whether the file is refused as a whole.</summary>
    public bool IsRefused => Errors > 0;

    /// <summary>The outcome of a file with wrong rows: nothing is created or changed, so its report holds the errors alone.</summary>
    public static ImportOutcome Refused(int rows, IEnumerable<ImportRemark> report)
    {
        var outcome = ErrorsAlone(rows, report);
        return outcome with { Summary = $"refused, nothing was changed: {outcome.Errors} of {rows} rows are wrong" };
    }

    /// <summary>The outcome of a file whose rows were not even looked at.</summary>
    public static ImportOutcome RefusedWhole(IEnumerable<ImportRemark> report) =>
        ErrorsAlone(rows: 0, report) with { Summary = "the file was refused, nothing was changed" };

    /// <summary>The remarks by line, those about the file as a whole first.</summary>
    public static IReadOnlyList<ImportRemark> InOrder(IEnumerable<ImportRemark> report) =>
        [.. report.OrderBy(remark => remark.Line).ThenBy(remark => remark.Code, StringComparer.Ordinal)];

    private static ImportOutcome ErrorsAlone(int rows, IEnumerable<ImportRemark> report) =>
        new(rows, 0, 0, 0, [], [], InOrder(report.Where(remark => remark.Kind == ImportRemarkKind.Error)), "");

    private int Count(ImportRemarkKind kind) =>
        Remarks.Where(remark => remark.Kind == kind).DistinctBy(remark => (remark.Line, remark.Line == 0 ? remark.Code : "")).Count();
}
