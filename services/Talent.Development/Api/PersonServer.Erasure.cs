using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Erasures;
using Talent.Development.Projections;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;

namespace Talent.Development.Api;

/// <summary>The part that erases: here at once, in the other services when the event reaches them, and shows who has reported.</summary>
internal sealed partial class PersonServer
{
    [RequiresPermission(Permission.ErasePeople)]
    public override async Task<ErasePersonResponse> ErasePerson(ErasePersonRequest request, ServerCallContext context)
    {
        if (!ReferenceKeys.ErasureReasons.Contains(request.ReasonCode))
        {
            var known = string.Join(", ", ReferenceKeys.ErasureReasons.Order(StringComparer.Ordinal));
            throw Errors.Invalid("reason_code", $"Give the code of the reason: one of {known}.");
        }
        var scope = PersonScope.Of(context.GetCaller());
        var person = await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (command, token) =>
            {
                var row = await FindToWriteAsync(command.Context, scope, request.PersonId, token);
                await RecordErasure.EraseAsync(command, row, request.ReasonCode, token);
                return CommandOutcome.For(row.Id, row.Version);
            },
            (database, outcome, token) => ReadAsync(database, scope, outcome.Identifier, token),
            context.CancellationToken);
        return new ErasePersonResponse { Person = person };
    }

    [RequiresPermission(Permission.ReadErasures)]
    public override async Task<ListErasuresResponse> ListErasures(ListErasuresRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        var erasures = database.Erasures.AsNoTracking();
        if (Paging.Keys(request.PageToken, 2) is [var ticks, var last])
        {
            var time = TimeOf(ticks);
            erasures = erasures.Where(row => row.ErasedAt < time || (row.ErasedAt == time && row.PersonId.CompareTo(last) < 0));
        }
        var rows = await erasures.OrderByDescending(row => row.ErasedAt).ThenByDescending(row => row.PersonId)
            .Take(size + 1).ToListAsync(context.CancellationToken);
        var people = rows.Take(size).Select(row => row.PersonId).ToList();
        var reports = await database.ErasureReports.AsNoTracking().Where(row => people.Contains(row.PersonId))
            .ToDictionaryAsync(row => (row.PersonId, row.Service), context.CancellationToken);
        var response = new ListErasuresResponse();
        response.Erasures.AddRange(rows.Take(size).Select(row => ToContract(row, reports)));
        if (rows.Count > size)
            response.NextPageToken = Paging.Token(
                rows[size - 1].ErasedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), rows[size - 1].PersonId);
        return response;
    }

    private static Erasure ToContract(ErasureRow row, Dictionary<(string Person, string Service), ErasureReportRow> reports)
    {
        var erasure = new Erasure
        {
            PersonId = row.PersonId,
            ErasedAt = Timestamp.FromDateTimeOffset(row.ErasedAt),
            ReasonCode = row.ReasonCode,
            // Here it is one transaction.
            Reports = { new ErasureReport { Service = DevelopmentRegistration.ServiceName, ReportedAt = Timestamp.FromDateTimeOffset(row.ErasedAt) } },
        };
        erasure.Reports.AddRange(ErasureReports.Services.Select(service => ToContract(service, reports.GetValueOrDefault((row.PersonId, service)))));
        erasure.Complete = erasure.Reports.All(report => report.ReportedAt is not null);
        return erasure;
    }

    private static ErasureReport ToContract(string service, ErasureReportRow? row) => row is null
        ? new ErasureReport { Service = service }
        : new ErasureReport
        {
            Service = service,
            ReportedAt = Timestamp.FromDateTimeOffset(row.ReportedAt),
            Texts = row.Texts,
            Answers = row.Answers,
            Records = row.Records,
        };

    private static DateTimeOffset TimeOf(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(value, TimeSpan.Zero)
            : throw Paging.Wrong();
}
