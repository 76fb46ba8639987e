using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Api.RuleErrors;
using Organisation = Talent.Roles.Domain.Organisation;

namespace Talent.Roles.Api;

/// <summary>The register of organisations. It is public, so every signed-in reader of it sees all of it.</summary>
internal sealed partial class OrganisationServer(
    ServiceStorage<RolesContext> storage, CommandRunner<RolesContext> runner, TimeProvider time)
    : OrganisationService.OrganisationServiceBase
{
    private DateOnly Today => LondonCalendar.Today(time);

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task<GetOrganisationResponse> GetOrganisation(GetOrganisationRequest request, ServerCallContext context)
    {
        await using var database = storage.CreateContext();
        var row = await database.Organisations.AsNoTracking().Include(one => one.Values)
            .FirstOrDefaultAsync(one => one.Code == request.Code, context.CancellationToken)
            ?? throw Errors.NotFound("No organisation with this code is recorded.");
        return new() { Organisation = Show(row) };
    }

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task<ListOrganisationsResponse> ListOrganisations(ListOrganisationsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        var organisations = OrganisationFilter.Apply(
            database.Organisations.AsNoTracking(), request, request.OpenOn.ToDay("open_on"), Today);
        var answer = new ListOrganisationsResponse { TotalSize = await organisations.CountAsync(context.CancellationToken) };
        if (Paging.Keys(request.PageToken, 1) is [var code])
            organisations = organisations.Where(row => row.Code.CompareTo(code) > 0);
        var rows = await organisations.OrderBy(row => row.Code).Take(size + 1).Include(row => row.Values)
            .ToListAsync(context.CancellationToken);
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            answer.NextPageToken = Paging.Token(rows[^1].Code);
        }
        answer.Organisations.AddRange(rows.Select(Show));
        return answer;
    }

    /// <summary>
    /// Records organisations by hand. Regions and boards may be named before they are recorded; what a site belongs to must be recorded, or
    /// stand in the same request.
    /// </summary>
    [RequiresPermission(Permission.WriteRegister)]
    public override Task<BatchCreateOrganisationsResponse> BatchCreateOrganisations(
        BatchCreateOrganisationsRequest request, ServerCallContext context) => Answer(async () =>
    {
        Requests.CheckBatch("organisations", request.Organisations.Count);
        return await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (scope, token) =>
            {
                var organisations = request.Organisations.Select(message => message.ToDomain()).ToList();
                await CheckNewAsync(scope.Context, organisations, token);
                foreach (var organisation in organisations)
                    scope.Record(new() { Code = organisation.Code.Value }, organisation);
                return new CommandOutcome([.. organisations.Select(organisation => organisation.Code.Value)], "");
            },
            ReadAsync,
            context.CancellationToken);
    });

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task<ListOrganisationSuccessionsResponse> ListOrganisationSuccessions(
        ListOrganisationSuccessionsRequest request, ServerCallContext context)
    {
        var (code, today) = (request.Code, Today);
        await using var database = storage.CreateContext();
        var successions = await database.OrganisationSuccessions.AsNoTracking()
            .Where(row => code.Length == 0 || row.Predecessor == code || row.Successor == code)
            .ToListAsync(context.CancellationToken);
        var unknown = await database.Organisations
            .Where(row => (code.Length == 0 || row.Code == code)
                && row.EndsOn != null && row.EndsOn <= today
                && !database.OrganisationSuccessions.Any(succession => succession.Predecessor == row.Code))
            .OrderBy(row => row.Code)
            .Select(row => row.Code)
            .ToListAsync(context.CancellationToken);
        var answer = new ListOrganisationSuccessionsResponse();
        answer.Successions.AddRange(successions
            .OrderBy(row => row.HappenedOn)
            .ThenBy(row => row.Predecessor, StringComparer.Ordinal)
            .ThenBy(row => row.Successor, StringComparer.Ordinal)
            .Select(row => row.ToDomain().ToContract()));
        answer.ClosedWithoutSuccessor.AddRange(unknown);
        return answer;
    }

    private static async Task CheckNewAsync(RolesContext context, List<Organisation> organisations, CancellationToken cancellation)
    {
        var codes = organisations.Select(organisation => organisation.Code.Value).ToList();
        if (codes.Distinct().Count() != codes.Count)
            throw Errors.Invalid("organisations.code", "Name each organisation of the request once.");
        var recorded = context.Organisations.Where(row => codes.Contains(row.Code)).Select(row => row.Code);
        if (await recorded.FirstOrDefaultAsync(cancellation) is { } known)
            throw Errors.AlreadyExists("ORGANISATION_EXISTS", $"The organisation {known} is recorded already: leave it out.");
        var parents = organisations.Select(organisation => organisation.Parent).OfType<Domain.OrganisationCode>()
            .Where(parent => !codes.Contains(parent.Value));
        await context.CheckRecordedAsync("parent_code", parents, cancellation);
    }

    private static async Task<BatchCreateOrganisationsResponse> ReadAsync(
        RolesContext context, CommandOutcome outcome, CancellationToken cancellation)
    {
        var rows = await context.Organisations.AsNoTracking().Include(row => row.Values)
            .Where(row => outcome.Identifiers.Contains(row.Code))
            .ToDictionaryAsync(row => row.Code, cancellation);
        var answer = new BatchCreateOrganisationsResponse();
        answer.Organisations.AddRange(outcome.Identifiers.Select(code => Show(rows[code])));
        return answer;
    }

    private static V1.Organisation Show(OrganisationRow row) => row.ToDomain().ToContract(Requests.Etag(row.Version));
}
