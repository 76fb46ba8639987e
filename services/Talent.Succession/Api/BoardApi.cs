using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>The board service of the contract.</summary>
/// <param name="reader">Reads boards as their callers may see them.</param>
/// <param name="versions">Knows of new boards.</param>
/// <param name="audit">Notes who read a slate.</param>
/// <param name="discussions">Records what was discussed with holders.</param>
internal sealed class BoardApi(BoardReader reader, BoardVersions versions, SlateAudit audit, DiscussionCommands discussions)
    : BoardService.BoardServiceBase
{
    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetBoardResponse> GetBoard(GetBoardRequest request, ServerCallContext context) => new()
    {
        Board = await reader.ReadBoardAsync(
            context.GetCaller(), request.GroupId, request.AtLeastRolesPosition, context.CancellationToken),
    };

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetBoardVersionResponse> GetBoardVersion(GetBoardVersionRequest request, ServerCallContext context) => new()
    {
        BoardVersion = await reader.ReadVersionAsync(context.GetCaller(), request.GroupId, context.CancellationToken),
    };

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task WatchBoard(
        WatchBoardRequest request, IServerStreamWriter<WatchBoardResponse> responseStream, ServerCallContext context)
    {
        await reader.ReadVersionAsync(context.GetCaller(), request.GroupId, context.CancellationToken);
        for (var version = request.BoardVersion; ;)
        {
            version = await versions.WaitForNewerAsync(request.GroupId, version, context.CancellationToken);
            await responseStream.WriteAsync(new WatchBoardResponse { BoardVersion = version }, context.CancellationToken);
        }
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetPostOutlookResponse> GetPostOutlook(GetPostOutlookRequest request, ServerCallContext context)
    {
        var view = await reader.ViewOfPostAsync(context.GetCaller(), request.PostId, context.CancellationToken);
        var outlook = Outlooks.OfPost(view, request.PostId);
        IEnumerable<string> relied = outlook.SharedReliance?.PersonIds ?? Enumerable.Empty<string>();
        await audit.NoteAsync(context, outlook.GroupId, request.PostId, outlook.Slate.Select(entry => entry.PersonId).Concat(relied));
        return outlook;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetVacancyTonightResponse> GetVacancyTonight(GetVacancyTonightRequest request, ServerCallContext context)
    {
        var view = await reader.ViewOfPostAsync(context.GetCaller(), request.PostId, context.CancellationToken);
        var tonight = VacancyMapping.Of(view, request.PostId);
        await audit.NoteAsync(
            context, tonight.GroupId, request.PostId,
            tonight.Slate.Select(entry => entry.PersonId).Concat(tonight.Cascade.Select(step => step.PersonId)));
        return tonight;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadBoards)]
    public override async Task<GetPersonOutlookResponse> GetPersonOutlook(GetPersonOutlookRequest request, ServerCallContext context)
    {
        if (request.PersonId.Length == 0) throw Errors.Invalid("person_id", "Name the person.");
        var caller = context.GetCaller();
        if (caller.IsSelf(request.PersonId))
        {
            throw Errors.PermissionDenied(
                "Nobody sees the succession of a post they hold or are named for, so not of themselves. Ask the delegate.", Access.OwnPost);
        }

        var views = await reader.ViewsOfPersonAsync(caller, request.PersonId, context.CancellationToken);
        if (views.Count == 0) throw Errors.NotFound("This person holds no post and is named for none that you may see.");
        var outlook = PersonOutlook.Of(views, request.PersonId);
        foreach (var view in views) await audit.NoteAsync(context, view.Inputs.GroupId, postId: "", [request.PersonId]);
        return outlook;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadOwnRecord)]
    public override async Task<ListPersonReadsResponse> ListPersonReads(ListPersonReadsRequest request, ServerCallContext context)
    {
        if (!context.GetCaller().IsSelf(request.PersonId))
            throw Errors.PermissionDenied("Who read about a person is open to that person alone.");
        var size = Paging.Size(request.PageSize);
        var after = Paging.Keys(request.PageToken, 1) is [var last] ? last : null;
        var reads = await audit.ReadAsync(request.PersonId, after, size + 1, context.CancellationToken);
        var response = new ListPersonReadsResponse();
        response.Reads.AddRange(reads.Take(size).Select(ToContract));
        if (reads.Count > size) response.NextPageToken = Paging.Token(reads[size - 1].Id);
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadFlags)]
    public override async Task<ListFlagsResponse> ListFlags(ListFlagsRequest request, ServerCallContext context)
    {
        var (flags, leftOut) = await reader.ReadFlagsAsync(
            context.GetCaller(), request.GroupId, request.IncludeCleared, context.CancellationToken);
        var response = new ListFlagsResponse { OwnPostsLeftOut = leftOut };
        response.Flags.AddRange(flags);
        return response;
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.DiscussFlags)]
    public override async Task<RecordDiscussionResponse> RecordDiscussion(RecordDiscussionRequest request, ServerCallContext context)
    {
        var flag = await discussions.RecordAsync(context, request);
        return new RecordDiscussionResponse
        {
            Discussion = await reader.ReadDiscussionAsync(context.GetCaller(), flag, context.CancellationToken),
        };
    }

    /// <inheritdoc />
    [RequiresPermission(Permission.ReadFlags)]
    public override async Task<ListDiscussionsResponse> ListDiscussions(ListDiscussionsRequest request, ServerCallContext context)
    {
        var response = new ListDiscussionsResponse();
        response.Discussions.AddRange(
            await reader.ReadDiscussionsAsync(context.GetCaller(), request.GroupId, context.CancellationToken));
        return response;
    }

    // Neither the post nor the method: nobody learns from it which posts they are named for.
    private static PersonRead ToContract(SlateReadRow row) => new()
    {
        ReaderId = row.AccountId,
        Role = row.Role,
        Subject = row.Method.EndsWith($"/{nameof(GetPersonOutlook)}", StringComparison.Ordinal)
            || row.Method.StartsWith($"{ForecastService.Descriptor.FullName}/", StringComparison.Ordinal)
            ? PersonReadSubject.Outlook
            : PersonReadSubject.Readiness,
        Time = Timestamp.FromDateTimeOffset(row.ReadAt),
    };
}
