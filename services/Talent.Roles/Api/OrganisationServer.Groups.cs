using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Commands;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using static Talent.Roles.Api.RuleErrors;

namespace Talent.Roles.Api;

/// <summary>Groups of organisations.</summary>
internal sealed partial class OrganisationServer
{
    private static readonly string[] Changeable = ["title", "members", "region_code", "criticality_agreed_on"];

    [RequiresPermission(Permission.WriteRegister)]
    public override Task<CreateGroupResponse> CreateGroup(CreateGroupRequest request, ServerCallContext context) => Answer(async () =>
    {
        var message = request.Group ?? throw Errors.Invalid("group", "Give the group to form.");
        return await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (scope, token) =>
            {
                var group = message.ToDomain(message.Id.Length == 0 ? scope.NextId() : Identity.Check("id", message.Id));
                if (await scope.Context.Groups.AnyAsync(row => row.Id == group.Id, token))
                    throw Errors.AlreadyExists("GROUP_EXISTS", "A group with this id exists already: change it, or leave out the id.");
                await scope.Context.CheckRecordedAsync("members", group.Members.Select(member => member.Value), token);
                return scope.Record(new() { Id = group.Id }, group);
            },
            async (database, outcome, token) => new CreateGroupResponse { Group = await ReadGroupAsync(database, outcome, token) },
            context.CancellationToken);
    });

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task<GetGroupResponse> GetGroup(GetGroupRequest request, ServerCallContext context)
    {
        await using var database = storage.CreateContext();
        var row = await database.Groups.AsNoTracking().Visible(database, context.GetCaller(), Today).Include(one => one.Members)
            .FirstOrDefaultAsync(one => one.Id == request.Id, context.CancellationToken) ?? throw GroupNotFound();
        return new() { Group = Show(row) };
    }

    [RequiresPermission(Permission.ReadRegister)]
    public override async Task<ListGroupsResponse> ListGroups(ListGroupsRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        var groups = database.Groups.AsNoTracking().Visible(database, context.GetCaller(), Today);
        if (Paging.Keys(request.PageToken, 2) is [var title, var id])
            groups = groups.Where(row => row.Title.CompareTo(title) > 0 || (row.Title == title && row.Id.CompareTo(id) > 0));
        var rows = await groups.OrderBy(row => row.Title).ThenBy(row => row.Id).Take(size + 1).Include(row => row.Members)
            .ToListAsync(context.CancellationToken);
        var answer = new ListGroupsResponse();
        if (rows.Count > size)
        {
            rows.RemoveAt(size);
            answer.NextPageToken = Paging.Token(rows[^1].Title, rows[^1].Id);
        }
        answer.Groups.AddRange(rows.Select(Show));
        return answer;
    }

    [RequiresPermission(Permission.WriteRegister)]
    public override Task<UpdateGroupResponse> UpdateGroup(UpdateGroupRequest request, ServerCallContext context) => Answer(async () =>
    {
        var message = request.Group ?? throw Errors.Invalid("group", "Give the group with its new values.");
        var mask = Requests.Mask(request.UpdateMask, Changeable);
        return await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (scope, token) =>
            {
                var row = await scope.Context.Groups.Visible(scope.Context, context.GetCaller(), scope.Today).Include(one => one.Members)
                    .FirstOrDefaultAsync(one => one.Id == message.Id, token) ?? throw GroupNotFound();
                Requests.CheckEtag(message.Etag, row.Version);
                var before = row.ToDomain();
                var after = Masked(before.ToContract(), message, mask).ToDomain(row.Id);
                if (mask.Contains("members"))
                    await scope.Context.CheckRecordedAsync("members", after.Members.Select(member => member.Value), token);
                return after == before ? CommandOutcome.For(row.Id, row.Version) : scope.Record(row, after);
            },
            async (database, outcome, token) => new UpdateGroupResponse { Group = await ReadGroupAsync(database, outcome, token) },
            context.CancellationToken);
    });

    private static V1.Group Masked(V1.Group before, V1.Group message, IReadOnlySet<string> mask)
    {
        var merged = new V1.Group
        {
            Id = before.Id,
            Title = (mask.Contains("title") ? message : before).Title,
            RegionCode = (mask.Contains("region_code") ? message : before).RegionCode,
            CriticalityAgreedOn = (mask.Contains("criticality_agreed_on") ? message : before).CriticalityAgreedOn,
        };
        merged.Members.AddRange((mask.Contains("members") ? message : before).Members);
        return merged;
    }

    private static async Task<V1.Group> ReadGroupAsync(RolesContext context, CommandOutcome outcome, CancellationToken cancellation) =>
        Show(await context.Groups.AsNoTracking().Include(row => row.Members)
            .SingleAsync(row => row.Id == outcome.Identifier, cancellation));

    private static V1.Group Show(GroupRow row) => row.ToDomain().ToContract(Requests.Etag(row.Version));

    private static RpcException GroupNotFound() => Errors.NotFound("There is no group with this id in your scope.");
}
