using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Talent.Messaging.Commands;
using Talent.Roles.Imports;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Imports and their reports between rows and the contract.</summary>
internal static class ImportContract
{
    /// <summary>Adds an import that waits for a worker, with its file.</summary>
    public static ImportRow Add(this CommandScope<RolesContext> scope, ImportKind kind, string fileName, DateOnly asOf, byte[] content)
    {
        var row = new ImportRow
        {
            Id = scope.NextId(),
            Kind = (int)kind,
            FileName = fileName,
            AsOf = asOf,
            State = (int)ImportState.Waiting,
            CreatedAt = scope.Now,
            ActorId = scope.Command.Principal,
            CorrelationId = scope.Command.CorrelationId,
            TraceParent = System.Diagnostics.Activity.Current?.Id ?? scope.Command.TraceParent,
        };
        scope.Context.Imports.Add(row);
        scope.Context.ImportFiles.Add(new() { ImportId = row.Id, Content = content });
        return row;
    }

    public static Import ToContract(this ImportRow row) => new()
    {
        Id = row.Id,
        Kind = (ImportFileKind)row.Kind,
        FileName = row.FileName,
        AsOf = row.AsOf.ToDate(),
        State = (ImportState)row.State,
        RowsTotal = row.RowsTotal,
        RowsDone = row.RowsDone,
        Created = row.Created,
        Changed = row.Changed,
        Unchanged = row.Unchanged,
        Errors = row.Errors,
        Unknown = row.Unknown,
        Summary = row.Summary,
        CreatedAt = row.CreatedAt.ToTimestamp(),
        FinishedAt = row.FinishedAt?.ToTimestamp(),
    };

    public static V1.ImportRemark ToContract(this ImportRemarkRow row) => new()
    {
        Kind = (V1.ImportRemarkKind)row.Kind,
        Line = row.Line,
        Column = row.Column,
        Reason = row.Reason,
        Code = row.Code,
    };

    /// <summary>A place as a page token holds it.</summary>
    public static string KeyOf(int place) => place.ToString(CultureInfo.InvariantCulture);

    /// <summary>The place in a page token; a token that holds none is refused.</summary>
    public static int PlaceOf(string key) =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : throw Paging.Wrong();

    /// <summary>An instant as a page token holds it.</summary>
    public static string KeyOf(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The instant in a page token; a token that holds none is refused.</summary>
    public static DateTimeOffset InstantOf(string key) =>
        DateTimeOffset.TryParseExact(key, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw Paging.Wrong();
}
