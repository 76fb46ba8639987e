using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.Messaging.Work;
using Talent.Roles.Domain;
using Talent.Roles.Imports;
using Talent.Roles.Imports.Files;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Api.RuleErrors;

namespace Talent.Roles.Api;

/// <summary>Takes files to import; a worker of any replica reads, checks and applies them.</summary>
internal sealed class ImportServer(ServiceStorage<RolesContext> storage, CommandRunner<RolesContext> runner)
    : ImportService.ImportServiceBase
{
    private const int LongestFileName = 200;

    [RequiresPermission(Permission.RunImports)]
    public override Task<CreateImportResponse> CreateImport(CreateImportRequest request, ServerCallContext context) => Answer(async () =>
    {
        var kind = Enumerations.Known<ImportKind>("kind", (int)request.Kind);
        var asOf = request.AsOf.ToDay("as_of");
        if (request.Content.IsEmpty)
            throw Errors.Invalid("content", "The file is empty: choose the file that holds the rows.");
        if (request.Content.Length > FileText.LargestFile)
            throw Errors.Invalid("content", $"The file has {request.Content.Length} bytes; the most is {FileText.LargestFile}.");
        if (request.FileName.Length > LongestFileName || request.FileName.Any(char.IsControl))
            throw Errors.Invalid("file_name", $"Use a file name of at most {LongestFileName} characters, in one line.");
        return await runner.RunAsync(
            context.Command(request.RequestId, request),
            (scope, _) =>
            {
                if (asOf > scope.Today)
                    throw Errors.Invalid("as_of", $"The file cannot be of a day to come: today is {Text.Day(scope.Today)}.");
                var row = scope.Add(kind, request.FileName, asOf ?? scope.Today, request.Content.ToByteArray());
                scope.Context.Want(ImportWork.WorkKind, row.Id);
                return Task.FromResult(new CommandOutcome([row.Id], ""));
            },
            async (database, outcome, token) => new CreateImportResponse { Import = await ReadAsync(database, outcome.Identifier, token) },
            context.CancellationToken);
    });

    [RequiresPermission(Permission.RunImports)]
    public override async Task<GetImportResponse> GetImport(GetImportRequest request, ServerCallContext context)
    {
        await using var database = storage.CreateContext();
        return new() { Import = await ReadAsync(database, request.Id, context.CancellationToken) };
    }

    [RequiresPermission(Permission.RunImports)]
    public override async Task<ListImportsResponse> ListImports(ListImportsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        var imports = database.Imports.AsNoTracking();
        if (Paging.Keys(request.PageToken, 2) is [var time, var id])
        {
            var before = ImportContract.InstantOf(time);
            imports = imports.Where(row => row.CreatedAt < before || (row.CreatedAt == before && row.Id.CompareTo(id) < 0));
        }
        var rows = await imports.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(size + 1)
            .ToListAsync(context.CancellationToken);
        var answer = new ListImportsResponse();
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            answer.NextPageToken = Paging.Token(ImportContract.KeyOf(rows[^1].CreatedAt), rows[^1].Id);
        }
        answer.Imports.AddRange(rows.Select(row => row.ToContract()));
        return answer;
    }

    [RequiresPermission(Permission.RunImports)]
    public override async Task<ListImportRemarksResponse> ListImportRemarks(ListImportRemarksRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        await ReadAsync(database, request.ImportId, context.CancellationToken);
        var remarks = database.ImportRemarks.AsNoTracking().Where(row => row.ImportId == request.ImportId);
        if (Paging.Keys(request.PageToken, 1) is [var place])
        {
            var after = ImportContract.PlaceOf(place);
            remarks = remarks.Where(row => row.Place > after);
        }
        var rows = await remarks.OrderBy(row => row.Place).Take(size + 1).ToListAsync(context.CancellationToken);
        var answer = new ListImportRemarksResponse();
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            answer.NextPageToken = Paging.Token(ImportContract.KeyOf(rows[^1].Place));
        }
        answer.Remarks.AddRange(rows.Select(row => row.ToContract()));
        return answer;
    }

    private static async Task<Import> ReadAsync(RolesContext context, string id, CancellationToken cancellation)
    {
        var row = await context.Imports.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
        return row?.ToContract() ?? throw Errors.NotFound("There is no import with this id.");
    }
}
