using Grpc.Core;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Storage;

namespace Talent.Succession.Api;

/// <summary>Keeps who read whose slate. What cannot be noted is not shown.</summary>
/// <param name="storage">The database.</param>
/// <param name="identifiers">Where identifiers come from.</param>
/// <param name="time">The clock.</param>
internal sealed class SlateAudit(ServiceStorage<SuccessionContext> storage, IdentifierSource identifiers, TimeProvider time)
{
    /// <summary>Notes a reading.</summary>
    /// <param name="context">The call.</param>
    /// <param name="groupId">The group.</param>
    /// <param name="postId">The post; empty: every post of the group that the caller may see.</param>
    public Task NoteAsync(ServerCallContext context, string groupId, string postId) => storage.WriteAsync(
        (database, _) => Task.FromResult(database.SlateReads.Add(new SlateReadRow
        {
            Id = identifiers.Next(),
            AccountId = context.GetCaller().AccountId,
            Method = context.Method.TrimStart('/'),
            PostId = postId,
            GroupId = groupId,
            ReadAt = time.GetUtcNow(),
        })), context.CancellationToken);
}
