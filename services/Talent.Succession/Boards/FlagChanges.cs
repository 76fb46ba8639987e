using System.Diagnostics;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.Succession.Engine;
using Talent.Succession.Engine.Flags;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.Storage;
using Talent.Succession.V1;

namespace Talent.Succession.Boards;

/// <summary>Raises and clears flags as findings come and go, with their events, in the transaction that saves the board.</summary>
/// <param name="identifiers">Where identifiers come from.</param>
/// <param name="time">The clock.</param>
public sealed class FlagChanges(IdentifierSource identifiers, TimeProvider time)
{
    private const string Actor = "succession";

    /// <summary>Compares the findings with the flags that stand.</summary>
    /// <param name="context">The context whose tracked changes are saved with the board.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="analysis">The results.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The flags that stand now, in the order of their posts.</returns>
    internal async Task<IReadOnlyList<Flag>> ApplyAsync(
        SuccessionContext context, string groupId, GroupAnalysis analysis, CancellationToken cancellation)
    {
        var open = await context.Flags
            .Where(row => row.GroupId == groupId && row.Rule == FlagMapping.Rule && row.ClearedOn == null).ToListAsync(cancellation);
        var correlation = identifiers.Next();
        var standing = new List<Flag>();
        foreach (var finding in analysis.Findings)
        {
            var row = open.Find(each => IsAbout(each, finding)) ?? open.Find(each => each.HolderId is null && SharesPost(each, finding));
            var flag = FlagMapping.ToContract(
                finding, analysis.Snapshot, row?.Id ?? identifiers.Next(), row?.RaisedOn ?? analysis.Snapshot.AsOf);
            if (row is null)
            {
                Raise(context, groupId, finding, flag, correlation);
            }
            else
            {
                open.Remove(row);
                row.HolderId = finding.Holder.Value;
                if (!row.Content.AsSpan().SequenceEqual(flag.ToByteArray())) row.Content = flag.ToByteArray();
            }

            standing.Add(flag);
        }

        foreach (var row in open) Clear(context, row, analysis.Snapshot.AsOf, correlation);
        return standing;
    }

    // Posts come and go in one hand, and the finding with what the holder said of it stays; in another hand it is another finding.
    private static bool IsAbout(FlagRow row, HeroicLeadership finding) =>
        row.HolderId == finding.Holder.Value && SharesPost(row, finding);

    private static bool SharesPost(FlagRow row, HeroicLeadership finding) =>
        Flag.Parser.ParseFrom(row.Content).PostIds.Any(post => finding.Posts.Contains(new PostId(post)));

    private void Raise(SuccessionContext context, string groupId, HeroicLeadership finding, Flag flag, string correlation)
    {
        var row = context.Flags.Add(new FlagRow
        {
            Id = flag.Id,
            Rule = flag.Rule,
            GroupId = groupId,
            KeyPostId = finding.Key.Value,
            HolderId = finding.Holder.Value,
            Content = flag.ToByteArray(),
            RaisedOn = new DateOnly(flag.RaisedOn.Year, flag.RaisedOn.Month, flag.RaisedOn.Day),
            Version = 1,
        }).Entity;
        var raised = new FlagRaised { FlagId = flag.Id, Rule = flag.Rule, GroupId = groupId };
        raised.PostIds.AddRange(flag.PostIds);
        raised.ReasonCodes.AddRange(flag.Reasons.Select(reason => reason.Code));
        Append(context, row, "succession.flag.raised.v1", raised, correlation);
    }

    private void Clear(SuccessionContext context, FlagRow row, DateOnly day, string correlation)
    {
        row.ClearedOn = day;
        row.Version++;
        var cleared = new FlagCleared { FlagId = row.Id, Rule = row.Rule, GroupId = row.GroupId };
        Append(context, row, "succession.flag.cleared.v1", cleared, correlation);
    }

    private void Append(SuccessionContext context, FlagRow row, string type, IMessage payload, string correlation) =>
        context.Events.Add(new EventRow
        {
            Id = identifiers.Next(),
            Aggregate = $"flags/{row.Id}",
            AggregateVersion = row.Version,
            Type = type,
            Payload = payload.ToByteArray(),
            ActorId = Actor,
            ReasonCode = "",
            CorrelationId = correlation,
            TraceParent = Activity.Current?.Id ?? "",
            Time = time.GetUtcNow(),
        });
}
