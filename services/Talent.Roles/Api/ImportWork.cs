using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;
using Talent.Roles.Imports;
using Talent.Roles.Storage;
using Talent.Roles.V1;

namespace Talent.Roles.Api;

/// <summary>
/// Carries an import out: checks the file against what is recorded, showing its progress, then applies it as a whole: all rows, their
/// events and the report in one transaction, or the report alone. The id of the import makes a repetition harmless.
/// </summary>
internal sealed class ImportWork(ServiceStorage<RolesContext> storage, CommandRunner<RolesContext> runner) : IWork<RolesContext>
{
    /// <summary>The kind of work that imports are.</summary>
    public const string WorkKind = "import";

    private const string Method = "talent.roles.v1.ImportService/ApplyImport";
    private const int RowsAtOnce = 100;

    /// <inheritdoc/>
    public string Kind => WorkKind;

    /// <inheritdoc/>
    public async Task DoAsync(WorkScope<RolesContext> scope, CancellationToken cancellation)
    {
        var (importId, context) = (scope.Subject, scope.Context);
        var import = await context.Imports.AsNoTracking().SingleAsync(row => row.Id == importId, cancellation);
        if (import.FinishedAt is not null)
            return;
        var file = await context.ImportFiles.AsNoTracking().SingleAsync(row => row.ImportId == importId, cancellation);
        await CheckAsync(context, import, file.Content, cancellation);
        var command = new CommandContext(
            import.ActorId, Method, importId, new GetImportRequest { Id = importId }, import.CorrelationId, import.TraceParent);
        await runner.RunAsync(command, (scope, token) => ApplyAsync(scope, importId, file.Content, token), cancellation);
    }

    // The check outside the transaction shows progress and leaves other writers alone; what counts is the one inside.
    private async Task CheckAsync(RolesContext context, ImportRow import, byte[] content, CancellationToken cancellation)
    {
        var register = await RegisterReading.ReadAsync(context, cancellation);
        var plan = ImportPlan.Start((ImportKind)import.Kind, content, import.AsOf, register);
        var more = true;
        while (more)
        {
            more = plan.Compare(RowsAtOnce);
            await storage.WriteAsync(
                (database, token) => database.Imports.Where(row => row.Id == import.Id && row.FinishedAt == null).ExecuteUpdateAsync(
                    row => row
                        .SetProperty(each => each.State, (int)ImportState.Running)
                        .SetProperty(each => each.RowsTotal, plan.Rows)
                        .SetProperty(each => each.RowsDone, plan.RowsDone),
                    token),
                cancellation);
        }
    }

    private static async Task<CommandOutcome> ApplyAsync(
        CommandScope<RolesContext> scope, string importId, byte[] content, CancellationToken cancellation)
    {
        var row = await scope.Context.Imports.SingleAsync(each => each.Id == importId, cancellation);
        var register = await RegisterReading.ReadAsync(scope.Context, cancellation);
        var outcome = ImportPlan.Make((ImportKind)row.Kind, content, row.AsOf, register);
        await WriteAsync(scope, outcome, cancellation);
        Report(scope, row, outcome);
        await scope.Context.ImportFiles.Where(file => file.ImportId == importId).ExecuteDeleteAsync(cancellation);
        return new([importId], "");
    }

    private static async Task WriteAsync(CommandScope<RolesContext> scope, ImportOutcome outcome, CancellationToken cancellation)
    {
        var codes = outcome.Organisations.Select(organisation => organisation.Code.Value)
            .Concat(outcome.Successions.Select(succession => succession.Predecessor.Value))
            .Distinct()
            .ToList();
        var rows = await scope.Context.Organisations.Include(row => row.Values)
            .Where(row => codes.Contains(row.Code))
            .ToDictionaryAsync(row => row.Code, cancellation);
        foreach (var organisation in outcome.Organisations)
            scope.Record(rows.GetValueOrDefault(organisation.Code.Value) ?? new() { Code = organisation.Code.Value }, organisation);
        foreach (var succession in outcome.Successions)
            await scope.RecordAsync(rows[succession.Predecessor.Value], succession, cancellation);
    }

    private static void Report(CommandScope<RolesContext> scope, ImportRow row, ImportOutcome outcome)
    {
        row.State = (int)(outcome.IsRefused ? ImportState.Refused : ImportState.Applied);
        (row.RowsTotal, row.RowsDone) = (outcome.Rows, outcome.Rows);
        (row.Created, row.Changed, row.Unchanged) = (outcome.Created, outcome.Changed, outcome.Unchanged);
        (row.Errors, row.Unknown, row.Summary) = (outcome.Errors, outcome.Unknown, outcome.Summary);
        row.FinishedAt = scope.Now;
        scope.Context.ImportRemarks.AddRange(outcome.Remarks.Select((remark, place) => new ImportRemarkRow
        {
            ImportId = row.Id,
            Place = place,
            Kind = (int)remark.Kind,
            Line = remark.Line,
            Column = remark.Column,
            Reason = remark.Reason,
            Code = remark.Code,
        }));
    }
}
