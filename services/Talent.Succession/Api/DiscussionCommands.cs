using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.Storage;
using Talent.Succession.V1;
using Discussion = Talent.Succession.Domain.Discussion;

namespace Talent.Succession.Api;

/// <summary>
/// Records what was discussed with the holder about a flag. The director does it: the holder sees no flag of an own post here. The reply is
/// a text about the holders, so their erasure deletes it.
/// </summary>
/// <param name="runner">Runs commands.</param>
internal sealed class DiscussionCommands(CommandRunner<SuccessionContext> runner)
{
    /// <summary>The reason given when the flag no longer stands.</summary>
    public const string FlagCleared = "FLAG_CLEARED";

    /// <summary>The reason given when nobody holds the posts of the flag.</summary>
    public const string NobodyHoldsIt = "NOBODY_HOLDS_IT";

    /// <summary>The reason given when the record of a holder was erased.</summary>
    public const string HolderErased = "HOLDER_ERASED";

    private const string HolderReply = "holder-reply";

    // As long as papers of nominations committees are referred to; the finding itself goes on without the text.
    private const int MonthsKept = 24;

    /// <summary>Records a discussion in the place of what was recorded before.</summary>
    /// <returns>The id of the flag.</returns>
    public async Task<string> RecordAsync(ServerCallContext call, RecordDiscussionRequest request)
    {
        if (request.FlagId.Length == 0) throw Errors.Invalid("flag_id", "Name the flag.");
        var discussion = new Discussion(
            request.ShownOn.ToRequiredDay("shown_on"), request.RepliedOn.ToDay("replied_on"), request.Reply.Trim());
        try
        {
            var outcome = await runner.RunAsync(
                call.Command(request.RequestId, request),
                async (scope, token) =>
                {
                    var flag = await RequireAsync(scope, call.GetCaller(), request, token);
                    discussion.Check(flag.RaisedOn, scope.Today);
                    var holders = await RecordAsync(scope, flag, discussion, token);
                    return CommandOutcome.For(flag.Id, flag.Version).About(holders);
                },
                call.CancellationToken);
            return outcome.Identifier;
        }
        catch (RuleException broken)
        {
            throw Errors.Invalid(broken.Field, broken.Message);
        }
    }

    private static async Task<FlagRow> RequireAsync(
        CommandScope<SuccessionContext> scope, Caller caller, RecordDiscussionRequest request, CancellationToken cancellation)
    {
        var context = scope.Context;
        var flag = await context.Flags.FirstOrDefaultAsync(row => row.Id == request.FlagId, cancellation);
        if (flag is null || !await Access.SeesGroupAsync(context, caller, flag.GroupId, cancellation))
            throw Errors.NotFound("No flag of this id is known to you.");
        var own = await OwnPosts.OfAsync(context, caller, scope.Today, cancellation);
        foreach (var post in PostsOf(flag)) Access.RequireNotOwn(own, post);
        if (flag.ClearedOn is not null)
            throw Errors.Precondition(FlagCleared, "The finding was cleared meanwhile, so there is nothing to discuss any more.", flag.Id);
        Requests.CheckEtag(request.Etag, flag.Version);
        return flag;
    }

    /// <returns>The people whom a reply is about; none where there is no reply.</returns>
    private static async Task<IReadOnlyList<string>> RecordAsync(
        CommandScope<SuccessionContext> scope, FlagRow flag, Discussion discussion, CancellationToken cancellation)
    {
        var row = await scope.Context.FlagDiscussions.FindAsync([flag.Id], cancellation)
            ?? scope.Context.FlagDiscussions.Add(new FlagDiscussionRow { FlagId = flag.Id, ShownOn = discussion.ShownOn }).Entity;
        if (row.ReplyTextId is { } before && await scope.Context.Texts.FindAsync([before], cancellation) is { } text)
            scope.Context.Texts.Remove(text);
        (row.ShownOn, row.RepliedOn, row.ReplyTextId) = (discussion.ShownOn, discussion.RepliedOn, null);
        IReadOnlyList<string> holders = [];
        if (discussion.RepliedOn is { } replied)
        {
            holders = await HoldersAsync(scope, flag, cancellation);
            row.ReplyTextId = scope.AddText(HolderReply, discussion.Reply, holders, replied.AddMonths(MonthsKept));
        }

        flag.Version++;
        scope.Append($"flags/{flag.Id}", flag.Version, "succession.flag.discussed.v1", new FlagDiscussed
        {
            FlagId = flag.Id,
            GroupId = flag.GroupId,
            ShownOn = row.ShownOn.ToDate(),
            RepliedOn = row.RepliedOn.ToDate(),
            ReplyTextId = row.ReplyTextId ?? "",
        });
        return holders;
    }

    // Whoever holds one of the posts today: the text must not outlive their erasure.
    private static async Task<IReadOnlyList<string>> HoldersAsync(
        CommandScope<SuccessionContext> scope, FlagRow flag, CancellationToken cancellation)
    {
        var posts = PostsOf(flag);
        var rows = await scope.Context.RolesAppointments.AsNoTracking().Where(row => posts.Contains(row.PostId)).ToListAsync(cancellation);
        var holders = rows.Select(row => Roles.V1.Appointment.Parser.ParseFrom(row.Content))
            .Where(each => each.Start.ToDay("start") <= scope.Today && !(each.End.ToDay("end") <= scope.Today))
            .Select(each => each.PersonId).Distinct().ToList();
        if (holders.Count == 0)
        {
            throw Errors.Precondition(
                NobodyHoldsIt, "Nobody holds these posts today, so there is no holder whose reply it could be.", flag.Id);
        }

        return (await scope.FindErasedAsync(holders, cancellation)).Count == 0
            ? holders
            : throw Errors.Precondition(
                HolderErased, "The record of a holder was erased, so no reply is kept about the holder any more.", flag.Id);
    }

    private static string[] PostsOf(FlagRow flag) => [.. Flag.Parser.ParseFrom(flag.Content).PostIds];
}
