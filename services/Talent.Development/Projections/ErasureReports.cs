using Microsoft.EntityFrameworkCore;
using Talent.Development.Erasures;
using Talent.Development.Storage;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Work;

namespace Talent.Development.Projections;

/// <summary>
/// What another service reported of erasures. A report about somebody who is not erased here means that this database was restored: the
/// erasure is applied again. A service that was restored itself tells another history; its reports are forgotten until it has caught up.
/// </summary>
internal abstract class ErasureReports(string source) : IProjection<DevelopmentContext>
{
    private readonly string _reported = $"{source}.erasure.reported.v1";

    /// <summary>The other services that hold something about people.</summary>
    public static IReadOnlyList<string> Services { get; } = ["roles", "succession", "portal"];

    /// <inheritdoc />
    public string Source => source;

    /// <inheritdoc />
    public async Task ApplyAsync(DevelopmentContext context, Event happened, CancellationToken cancellation)
    {
        if (happened.Type != _reported)
            return;
        var report = ErasureReported.Parser.ParseFrom(happened.Payload);
        var row = await context.ErasureReports.FindAsync([report.PersonId, Source], cancellation)
            ?? context.ErasureReports.Add(new ErasureReportRow { PersonId = report.PersonId, Service = Source }).Entity;
        row.ReportedAt = happened.Time.ToDateTimeOffset();
        row.Texts += report.Texts;
        row.Answers += report.Answers;
        row.Records += report.Records;
        if (await context.People.FindAsync([report.PersonId], cancellation) is not { Erased: true })
            context.Want(ReportedErasures.KindOfWork, report.PersonId);
    }

    /// <inheritdoc />
    public Task ClearAsync(DevelopmentContext context, CancellationToken cancellation) =>
        context.ErasureReports.Where(row => row.Service == Source).ExecuteDeleteAsync(cancellation);
}

/// <summary>What the Roles service reported.</summary>
internal sealed class RolesErasureReports() : ErasureReports("roles");

/// <summary>What the Succession service reported.</summary>
internal sealed class SuccessionErasureReports() : ErasureReports("succession");

/// <summary>What the portal reported.</summary>
internal sealed class PortalErasureReports() : ErasureReports("portal");
