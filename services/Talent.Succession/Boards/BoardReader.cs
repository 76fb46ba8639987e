using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Domain;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Storage;
using Talent.Succession.V1;
using EngineData = Talent.Succession.Engine.Inputs.ReferenceData;

namespace Talent.Succession.Boards;

/// <summary>
/// A group as one caller may see it, computed from what is recorded now. The results are those of the group without the caller's own
/// posts: who is counted for one of them would show in who is left for the others.
/// </summary>
/// <param name="Inputs">What the services told.</param>
/// <param name="Register">Every post with who holds it: the register has no secrets, so what deputies and moves leave is read here.</param>
/// <param name="Analysis">The results for the posts that the caller may see.</param>
/// <param name="Flags">The flags that stand and that the caller may see.</param>
/// <param name="Provenance">From what it was computed.</param>
internal sealed record GroupView(
    GroupInputs Inputs, GroupSnapshot Register, GroupAnalysis Analysis, IReadOnlyList<Flag> Flags, Provenance Provenance)
{
    public BoardBuilder Builder => new(Inputs, Analysis, Flags, OwnPostsLeftOut);

    /// <summary>Posts of the group that are the caller's own.</summary>
    public int OwnPostsLeftOut => Register.Posts.Count - Analysis.Snapshot.Posts.Count;

    /// <summary>Whether weighted figures are shown with equal weights beside them.</summary>
    public bool ShowsEqualWeights => Inputs.CriticalityAgreedOn is null;
}

/// <summary>Reads boards and what lies behind them, each as its caller may see it.</summary>
/// <param name="storage">The database.</param>
/// <param name="cache">Whole boards, faster.</param>
/// <param name="data">Reference data.</param>
/// <param name="workingDays">Counts the days to reply.</param>
/// <param name="time">The clock.</param>
internal sealed class BoardReader(
    ServiceStorage<SuccessionContext> storage, IBoardCache cache, EngineData data, WorkingDays workingDays, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(20);

    public async Task<Board> ReadBoardAsync(Caller caller, string groupId, long atLeast, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        await Access.RequireGroupAsync(context, caller, groupId, cancellation);
        if (atLeast > 0) await WaitAsync(context, groupId, atLeast, cancellation);
        var own = await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation);
        if (!await OwnPosts.AreInAsync(context, groupId, own, cancellation))
        {
            if (await FindWholeAsync(context, groupId, atLeast, cancellation) is { } whole) return whole;
        }

        var view = await ViewAsync(context, groupId, own, cancellation);
        return view.Builder.Build(view.Provenance);
    }

    public async Task<long> ReadVersionAsync(Caller caller, string groupId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        await Access.RequireGroupAsync(context, caller, groupId, cancellation);
        return await context.Boards.Where(row => row.GroupId == groupId).Select(row => (long?)row.BoardVersion)
            .FirstOrDefaultAsync(cancellation) ?? 0;
    }

    /// <summary>A group, the caller's own posts aside.</summary>
    public async Task<GroupView> ViewOfGroupAsync(Caller caller, string groupId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        await Access.RequireGroupAsync(context, caller, groupId, cancellation);
        var own = await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation);
        return await ViewAsync(context, groupId, own, cancellation);
    }

    /// <summary>The group of a post, unless the post is the caller's own.</summary>
    public async Task<GroupView> ViewOfPostAsync(Caller caller, string postId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var groupId = await Access.RequireGroupOfPostAsync(context, caller, postId, cancellation);
        var own = await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation);
        Access.RequireNotOwn(own, postId);
        var view = await ViewAsync(context, groupId, own, cancellation);
        return view.Analysis.Snapshot.Find(new PostId(postId)) is null
            ? throw Errors.NotFound("This post does not exist today, so there is nothing to show of it.")
            : view;
    }

    /// <summary>The groups in the caller's scope in which a person holds posts or is named, the caller's own posts aside.</summary>
    public async Task<IReadOnlyList<GroupView>> ViewsOfPersonAsync(Caller caller, string personId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var posts = context.RolesAppointments.Where(row => row.PersonId == personId).Select(row => row.PostId)
            .Union(context.Nominations.Where(row => row.PersonId == personId).Select(row => row.PostId));
        var own = await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation);
        string[] hidden = [.. own.Select(post => post.Value)];
        var groups = await context.RolesPosts
            .Where(row => row.GroupId != "" && posts.Contains(row.Id) && !hidden.Contains(row.Id)).Select(row => row.GroupId)
            .Distinct().ToListAsync(cancellation);
        var views = new List<GroupView>();
        foreach (var group in groups.Order(StringComparer.Ordinal))
        {
            if (await Access.SeesGroupAsync(context, caller, group, cancellation))
                views.Add(await ViewAsync(context, group, own, cancellation));
        }

        return views;
    }

    public async Task<(IReadOnlyList<Flag> Flags, int LeftOut)> ReadFlagsAsync(
        Caller caller, string groupId, bool includeCleared, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        await Access.RequireGroupAsync(context, caller, groupId, cancellation);
        var own = await OwnPosts.OfAsync(context, caller, LondonCalendar.Today(time), cancellation);
        var rows = await context.Flags.AsNoTracking().Where(row => row.GroupId == groupId && (includeCleared || row.ClearedOn == null))
            .OrderByDescending(row => row.RaisedOn).ThenByDescending(row => row.Id).ToListAsync(cancellation);
        var inGroup = await context.RolesPosts.Where(row => row.GroupId == groupId).Select(row => row.Id).ToListAsync(cancellation);
        return (
            [.. rows.Select(ToFlag).Where(flag => !IsOwn(flag, own))],
            inGroup.Count(post => own.Contains(new PostId(post))));
    }

    /// <summary>What was discussed about the flags of a group, cleared ones too, that the caller may see.</summary>
    public async Task<IReadOnlyList<V1.Discussion>> ReadDiscussionsAsync(Caller caller, string groupId, CancellationToken cancellation)
    {
        var (flags, _) = await ReadFlagsAsync(caller, groupId, includeCleared: true, cancellation);
        var seen = flags.Select(flag => flag.Id).ToList();
        await using var context = storage.CreateContext();
        var rows = await context.FlagDiscussions.AsNoTracking().Where(row => seen.Contains(row.FlagId))
            .Join(context.Flags, row => row.FlagId, flag => flag.Id, (row, flag) => new { Row = row, flag.Version })
            .OrderBy(each => each.Row.FlagId).ToListAsync(cancellation);
        var texts = rows.Select(each => each.Row.ReplyTextId).ToList();
        var replies = await context.Texts.AsNoTracking().Where(text => texts.Contains(text.Id))
            .ToDictionaryAsync(text => text.Id, text => text.Content, cancellation);
        return
        [
            .. rows.Select(each => new V1.Discussion
            {
                FlagId = each.Row.FlagId,
                ShownOn = each.Row.ShownOn.ToDate(),
                ReplyUntil = workingDays.After(each.Row.ShownOn, Domain.Discussion.WorkingDaysToReply).ToDate(),
                RepliedOn = each.Row.RepliedOn.ToDate(),
                Reply = replies.GetValueOrDefault(each.Row.ReplyTextId ?? "", ""),
                Etag = Requests.Etag(each.Version),
            }),
        ];
    }

    /// <summary>What was discussed about one flag.</summary>
    public async Task<V1.Discussion> ReadDiscussionAsync(Caller caller, string flagId, CancellationToken cancellation)
    {
        await using var context = storage.CreateContext();
        var groupId = await context.Flags.Where(row => row.Id == flagId).Select(row => row.GroupId).SingleAsync(cancellation);
        return (await ReadDiscussionsAsync(caller, groupId, cancellation)).FirstOrDefault(each => each.FlagId == flagId)
            ?? throw Errors.NotFound("The discussion was recorded, but is not open to you any more.");
    }

    private static Flag ToFlag(FlagRow row)
    {
        var flag = Flag.Parser.ParseFrom(row.Content);
        flag.ClearedOn = row.ClearedOn.ToDate();
        return flag;
    }

    private async Task<Board?> FindWholeAsync(SuccessionContext context, string groupId, long atLeast, CancellationToken cancellation)
    {
        var today = LondonCalendar.Today(time);
        if (await FindCachedAsync(context, groupId, cancellation) is { } cached
            && cached.Provenance.RolesPosition >= atLeast && cached.Provenance.AsOf.Equals(today.ToDate())) return cached;
        var record = await context.Boards.AsNoTracking().FirstOrDefaultAsync(row => row.GroupId == groupId, cancellation);
        if (record is null || record.AsOf != today) return null;
        var board = Board.Parser.ParseFrom(record.Content);
        if (cache.IsUsed) await cache.StoreAsync(board, cancellation);
        return board;
    }

    // The cache may have missed a board or more: what is kept counts only while it is the version recorded.
    private async Task<Board?> FindCachedAsync(SuccessionContext context, string groupId, CancellationToken cancellation)
    {
        if (!cache.IsUsed || await cache.FindAsync(groupId, cancellation) is not { } cached) return null;
        var version = await context.Boards.Where(row => row.GroupId == groupId).Select(row => (long?)row.BoardVersion)
            .FirstOrDefaultAsync(cancellation);
        return cached.Provenance.BoardVersion == version ? cached : null;
    }

    private async Task<GroupView> ViewAsync(
        SuccessionContext context, string groupId, IReadOnlySet<PostId> own, CancellationToken cancellation)
    {
        var inputs = await GroupInputs.ReadAsync(context, groupId, cancellation)
            ?? throw Errors.NotFound("No group of this id is known here. If it was formed just now, try again in a moment.");
        var register = SnapshotBuilder.Build(inputs, LondonCalendar.Today(time));
        var analysis = new GroupAnalysis(register.Without(own), data);
        var flags = await context.Flags.AsNoTracking().Where(row => row.GroupId == groupId && row.ClearedOn == null)
            .ToListAsync(cancellation);
        var version = await context.Boards.Where(row => row.GroupId == groupId).Select(row => (long?)row.BoardVersion)
            .FirstOrDefaultAsync(cancellation) ?? 0;
        return new GroupView(
            inputs, register, analysis, [.. flags.Select(ToFlag).Where(flag => !IsOwn(flag, own))],
            Provenances.Of(inputs, analysis, version));
    }

    // A flag about an own post is an own flag, whichever of its posts the reader looks at.
    private static bool IsOwn(Flag flag, IReadOnlySet<PostId> own) => flag.PostIds.Any(post => own.Contains(new PostId(post)));

    // A board includes a position when the projection has passed it and no work that it may have wanted is left.
    private async Task WaitAsync(SuccessionContext context, string groupId, long atLeast, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < LongestWait)
        {
            var reached = await context.Checkpoints.AnyAsync(row => row.Source == "roles" && row.Position >= atLeast, cancellation);
            if (reached && !await context.Work.AnyAsync(
                row => row.Kind == BoardWork.KindOfWork && row.Subject == groupId && row.Wanted > row.Done, cancellation)) return;
            await Task.Delay(Rhythm, time, cancellation);
        }
    }
}
