using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Storage;
using Talent.Succession.V1;
using Nomination = Talent.Succession.V1.Nomination;

namespace Talent.Succession.Api;

/// <summary>The nomination service of the contract.</summary>
/// <param name="storage">The database.</param>
/// <param name="commands">Carries out the commands.</param>
/// <param name="audit">Notes who read a slate.</param>
/// <param name="identifiers">Where identifiers come from.</param>
/// <param name="time">The clock.</param>
internal sealed class NominationApi(
    ServiceStorage<SuccessionContext> storage, NominationCommands commands, SlateAudit audit, IdentifierSource identifiers,
    TimeProvider time)
    : NominationService.NominationServiceBase
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(25);

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadNominations)]
    public override async Task<ListNominationsResponse> ListNominations(ListNominationsRequest request, ServerCallContext context)
    {
        var (caller, cancellation) = (context.GetCaller(), context.CancellationToken);
        await using var database = storage.CreateContext();
        var own = await OwnPosts.OfAsync(database, caller, LondonCalendar.Today(time), cancellation);
        var groupId = request.GroupId;
        if (request.PostId.Length > 0)
        {
            groupId = await Access.RequireGroupOfPostAsync(database, caller, request.PostId, cancellation);
            Access.RequireNotOwn(own, request.PostId);
        }
        else
        {
            await Access.RequireGroupAsync(database, caller, groupId, cancellation);
        }

        var posts = await database.RolesPosts.Where(row => row.GroupId == groupId).Select(row => row.Id).ToListAsync(cancellation);
        var visible = posts
            .Where(post => !own.Contains(new PostId(post)) && (request.PostId.Length == 0 || post == request.PostId)).ToList();
        var response = await PageAsync(database, request, visible, cancellation);
        response.OwnPostsLeftOut = posts.Count(post => own.Contains(new PostId(post)));
        await audit.NoteAsync(context, groupId, request.PostId, response.Nominations.Select(nomination => nomination.PersonId));
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.WriteNominations)]
    public override async Task<CreateNominationResponse> CreateNomination(CreateNominationRequest request, ServerCallContext context)
    {
        Nomination[] asked = [Require(request.Nomination)];
        await RequireMayNameAsync(context, asked);
        var ids = await commands.CreateAsync(context, request.RequestId, request, Identified(asked), request.ReasonCode);
        await using var database = storage.CreateContext();
        return new CreateNominationResponse
        {
            Nomination = await NominationCommands.ReadAsync(database, ids[0], context.CancellationToken)
                ?? throw Errors.NotFound("The nomination was made, and has been withdrawn since."),
        };
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.WriteNominations)]
    public override async Task<BatchCreateNominationsResponse> BatchCreateNominations(
        BatchCreateNominationsRequest request, ServerCallContext context)
    {
        Requests.CheckBatch("nominations", request.Nominations.Count);
        await RequireMayNameAsync(context, request.Nominations);
        var ids = await commands.CreateAsync(context, request.RequestId, request, Identified(request.Nominations));
        var response = new BatchCreateNominationsResponse();
        response.Ids.AddRange(ids);
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.WriteNominations)]
    public override async Task<UpdateNominationResponse> UpdateNomination(UpdateNominationRequest request, ServerCallContext context)
    {
        await RequireMayChangeAsync(context, Require(request.Nomination).Id);
        return new UpdateNominationResponse { Nomination = await commands.UpdateAsync(context, request) };
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.WriteNominations)]
    public override async Task<DeleteNominationResponse> DeleteNomination(DeleteNominationRequest request, ServerCallContext context)
    {
        await RequireMayChangeAsync(context, request.Id);
        return new DeleteNominationResponse { Id = await commands.DeleteAsync(context, request) };
    }

    private static Nomination Require(Nomination? nomination) => nomination ?? throw Errors.Invalid("nomination", "Give the nomination.");

    private static async Task<ListNominationsResponse> PageAsync(
        SuccessionContext database, ListNominationsRequest request, List<string> posts, CancellationToken cancellation)
    {
        var size = Paging.Size(request.PageSize);
        var after = NominationPage.Read(request.PageToken);
        var rows = await database.Nominations.AsNoTracking().Where(row => posts.Contains(row.PostId)).ToListAsync(cancellation);
        var page = rows.Order(NominationPage.Comparer).Where(row => after is null || NominationPage.Comparer.Compare(row, after) > 0)
            .Take(size + 1).ToList();
        var texts = page.Select(row => row.ExternalTextId).OfType<string>().ToList();
        var contents = await database.Texts.AsNoTracking().Where(text => texts.Contains(text.Id))
            .ToDictionaryAsync(text => text.Id, text => text.Content, cancellation);
        var response = new ListNominationsResponse();
        response.Nominations.AddRange(page.Take(size)
            .Select(row => NominationContract.ToContract(row, contents.GetValueOrDefault(row.ExternalTextId ?? ""))));
        if (page.Count > size) response.NextPageToken = NominationPage.Write(page[size - 1]);
        return response;
    }

    private List<Nomination> Identified(IEnumerable<Nomination> asked) =>
    [
        .. asked.Select(nomination =>
        {
            if (nomination.Id.Length > 0) return nomination;
            var identified = nomination.Clone();
            identified.Id = identifiers.Next();
            return identified;
        }),
    ];

    // A post made or a person recorded a moment ago may not have arrived yet: the event is on the way.
    private async Task RequireMayNameAsync(ServerCallContext context, IReadOnlyCollection<Nomination> asked)
    {
        NominationChecks.CheckForm(asked);
        var (caller, cancellation) = (context.GetCaller(), context.CancellationToken);
        await using var database = storage.CreateContext();
        string[] posts = [.. asked.Select(nomination => nomination.PostId).Distinct(StringComparer.Ordinal)];
        if (posts.Contains("")) throw Errors.Invalid("nomination.post_id", "Name the post.");
        var start = time.GetTimestamp();
        await WaitAsync(
            start,
            async () => posts.Length
                == await database.RolesPosts.CountAsync(row => row.GroupId != "" && posts.Contains(row.Id), cancellation),
            cancellation);
        var own = await OwnPosts.OfAsync(database, caller, LondonCalendar.Today(time), cancellation);
        var groups = await database.RolesPosts.Where(row => row.GroupId != "" && posts.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.GroupId, cancellation);
        var seen = new Dictionary<string, bool>();
        foreach (var post in posts)
        {
            var group = groups.GetValueOrDefault(post) ?? throw Access.UnknownPost();
            if (!seen.TryGetValue(group, out var sees))
                seen[group] = sees = await Access.SeesGroupAsync(database, caller, group, cancellation);
            if (!sees) throw Access.UnknownPost();
            Access.RequireNotOwn(own, post);
        }

        // Naming oneself would make the post an own post, of which one may not know more.
        if (caller.PersonId is { } self && asked.Any(nomination => nomination.PersonId == self))
            throw Errors.PermissionDenied("Nobody names themselves. Ask the delegate for this post.", Access.OwnPost);
        // The command refuses whoever is still not known in the group: a repetition is answered whatever became of the person.
        await WaitAsync(start, () => NominationChecks.WorkInTheGroupsAsync(database, asked, cancellation), cancellation);
    }

    private async Task WaitAsync(long start, Func<Task<bool>> arrived, CancellationToken cancellation)
    {
        while (!await arrived() && time.GetElapsedTime(start) < LongestWait) await Task.Delay(Rhythm, time, cancellation);
    }

    private async Task RequireMayChangeAsync(ServerCallContext context, string nominationId)
    {
        if (nominationId.Length == 0) throw Errors.Invalid("id", "Name the nomination.");
        var (caller, cancellation) = (context.GetCaller(), context.CancellationToken);
        await using var database = storage.CreateContext();
        var post = await database.Nominations.Where(row => row.Id == nominationId).Select(row => row.PostId)
            .FirstOrDefaultAsync(cancellation);
        // One that is gone may be a repetition: the command knows, and otherwise says that it does not stand.
        if (post is null) return;
        await Access.RequireGroupOfPostAsync(database, caller, post, cancellation);
        Access.RequireNotOwn(await OwnPosts.OfAsync(database, caller, LondonCalendar.Today(time), cancellation), post);
    }
}
