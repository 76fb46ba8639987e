using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Work;
using Talent.ServiceDefaults;
using Talent.Succession.Boards;
using Talent.Succession.Domain;
using Talent.Succession.ReferenceData;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Api;

/// <summary>Carries out the commands about nominations, each once, with their events and the work they make necessary.</summary>
/// <param name="runner">Runs commands.</param>
internal sealed class NominationCommands(CommandRunner<SuccessionContext> runner)
{
    private const string ExternalText = "external-successor";
    private static readonly NominationReasons Reasons = SuccessionReferenceData.ReadNominationReasons();

    /// <summary>Names successors, all or none. Who may name whom was checked before.</summary>
    public Task<IReadOnlyList<string>> CreateAsync(
        ServerCallContext call, string requestId, IMessage body, IReadOnlyList<Nomination> asked, string reason = "") => RunAsync(
            call, requestId, body,
            async (scope, token) =>
            {
                NominationReasons.Check(Reasons.Made, reason);
                await NominationChecks.CheckNewAsync(scope, asked, token);
                foreach (var post in asked.GroupBy(nomination => nomination.PostId, StringComparer.Ordinal))
                {
                    var stored = await SlateStorage.LoadAsync(scope, post.Key, token);
                    foreach (var nomination in post) Append(scope, post.Key, Name(scope, stored.Slate, nomination), "made", reason);
                    stored.Save();
                }

                await WantBoardsAsync(scope, [.. asked.Select(nomination => nomination.PostId).Distinct()], token);
                return new CommandOutcome([.. asked.Select(nomination => nomination.Id)], "")
                {
                    Subjects =
                    [
                        .. asked.Where(each => each.PersonId.Length > 0).Select(each => new OutcomeSubject(each.Id, each.PersonId)),
                    ],
                };
            },
            (_, outcome, _) => Task.FromResult(outcome.Identifiers));

    /// <summary>Changes a nomination.</summary>
    public Task<Nomination> UpdateAsync(ServerCallContext call, UpdateNominationRequest request) => RunAsync(
        call, request.RequestId, request,
        async (scope, token) =>
        {
            NominationReasons.Check(Reasons.Changed, request.ReasonCode);
            var row = await RequireAsync(scope.Context, request.Nomination.Id, request.Nomination.Etag, token);
            var stored = await SlateStorage.LoadAsync(scope, row.PostId, token);
            var changed = stored.Slate.Change(
                row.Id, before => NominationContract.Change(before, request.Nomination, request.UpdateMask, scope.Today))!;
            Append(scope, row.PostId, changed, "changed", request.ReasonCode);
            stored.Save();
            await WantBoardsAsync(scope, [row.PostId], token);
            return CommandOutcome.For(row.Id, changed.Version).About(row.Subjects);
        },
        async (context, outcome, token) => await ReadAsync(context, outcome.Identifier, token)
            ?? throw Errors.NotFound("The nomination was changed, and has been withdrawn since."));

    /// <summary>Withdraws a nomination.</summary>
    public Task<string> DeleteAsync(ServerCallContext call, DeleteNominationRequest request) => RunAsync(
        call, request.RequestId, request,
        async (scope, token) =>
        {
            NominationReasons.Check(Reasons.Withdrawn, request.ReasonCode);
            var row = await RequireAsync(scope.Context, request.Id, request.Etag, token);
            await WithdrawAsync(scope, row, request.ReasonCode, token);
            return CommandOutcome.For(row.Id, row.ChangedVersion).About(row.Subjects);
        },
        (_, outcome, _) => Task.FromResult(outcome.Identifier));

    /// <summary>Withdraws a nomination inside a command, with its event, its text and the board it changes.</summary>
    public static Task WithdrawAsync(CommandScope<SuccessionContext> scope, NominationRow row, CancellationToken cancellation) =>
        WithdrawAsync(scope, row, "", cancellation);

    private static async Task WithdrawAsync(
        CommandScope<SuccessionContext> scope, NominationRow row, string reason, CancellationToken cancellation)
    {
        var stored = await SlateStorage.LoadAsync(scope, row.PostId, cancellation);
        stored.Slate.Withdraw(row.Id);
        stored.Save();
        if (row.ExternalTextId is { } text && await scope.Context.Texts.FindAsync([text], cancellation) is { } content)
            scope.Context.Texts.Remove(content);
        scope.Append(
            $"slates/{row.PostId}", stored.Slate.Version, "succession.nomination.withdrawn.v1",
            new NominationWithdrawn { NominationId = row.Id, PostId = row.PostId }, reason);
        await WantBoardsAsync(scope, [row.PostId], cancellation);
    }

    /// <summary>The nomination as it stands; null when it does not.</summary>
    public static async Task<Nomination?> ReadAsync(SuccessionContext context, string id, CancellationToken cancellation)
    {
        var row = await context.Nominations.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id, cancellation);
        if (row is null) return null;
        var text = await context.Texts.AsNoTracking().Where(each => each.Id == row.ExternalTextId).Select(each => each.Content)
            .FirstOrDefaultAsync(cancellation);
        return NominationContract.ToContract(row, text);
    }

    private static Nominee Name(CommandScope<SuccessionContext> scope, Slate slate, Nomination asked)
    {
        string? text = null;
        if (asked.External is { } external)
        {
            // Nobody with a record here is the subject, so the nomination itself is: withdrawing it deletes the text.
            text = scope.AddText(ExternalText, NominationContract.ToText(external), [asked.Id]);
        }

        return slate.Name(NominationContract.ToNominee(asked, asked.Id, text, scope.Today));
    }

    private static void Append(
        CommandScope<SuccessionContext> scope, string postId, Nominee nominee, string happened, string reason) => scope.Append(
        $"slates/{postId}", nominee.Version, $"succession.nomination.{happened}.v1",
        new NominationRecorded { Nomination = NominationContract.ToEvent(postId, nominee) }, reason);

    /// <summary>Wants the boards of the groups that these posts belong to.</summary>
    public static async Task WantBoardsAsync(
        CommandScope<SuccessionContext> scope, string[] posts, CancellationToken cancellation)
    {
        var groups = await scope.Context.RolesPosts.Where(row => row.GroupId != "" && posts.Contains(row.Id)).Select(row => row.GroupId)
            .Distinct().ToListAsync(cancellation);
        foreach (var group in groups)
            scope.Context.Want(BoardWork.KindOfWork, group);
    }

    private static async Task<NominationRow> RequireAsync(SuccessionContext context, string id, string etag, CancellationToken cancellation)
    {
        var row = await context.Nominations.FirstOrDefaultAsync(each => each.Id == id, cancellation)
            ?? throw Errors.NotFound("This nomination does not stand any more. Read the slate again.");
        Requests.CheckEtag(etag, row.ChangedVersion);
        return row;
    }

    private async Task<T> RunAsync<T>(
        ServerCallContext call, string requestId, IMessage body,
        Func<CommandScope<SuccessionContext>, CancellationToken, Task<CommandOutcome>> change,
        Func<SuccessionContext, CommandOutcome, CancellationToken, Task<T>> read)
    {
        try
        {
            return await runner.RunAsync(call.Command(requestId, body), change, read, call.CancellationToken);
        }
        catch (RuleException broken)
        {
            throw Errors.Invalid(broken.Field, broken.Message);
        }
    }
}
