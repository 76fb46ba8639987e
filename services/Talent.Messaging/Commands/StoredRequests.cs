using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Commands;

/// <summary>The answers of commands that were carried out, by principal, method and request id.</summary>
internal static class StoredRequests
{
    public static byte[] HashOf(CommandContext command) => SHA256.HashData(command.Body.ToByteArray());

    /// <summary>The outcome stored for this request; null: it was not carried out yet.</summary>
    /// <exception cref="RpcException">ALREADY_EXISTS: the request id was used for another request.</exception>
    public static async Task<CommandOutcome?> FindAsync(
        ServiceContext context, CommandContext command, byte[] hash, CancellationToken cancellation)
    {
        var row = await context.Requests.AsNoTracking().FirstOrDefaultAsync(
            each => each.Principal == command.Principal && each.Method == command.Method && each.RequestId == command.RequestId,
            cancellation);
        if (row is null)
            return null;
        if (!row.BodyHash.AsSpan().SequenceEqual(hash))
            throw Errors.AlreadyExists(
                Reason.RequestIdReused,
                "This request id was already used for another request: send the request again with a new id.");
        return CommandOutcome.Stored(row.Identifiers, row.Etag);
    }

    /// <summary>What is stored of the command, in the transaction of its change.</summary>
    public static RequestRow RowOf(CommandContext command, byte[] hash, CommandOutcome outcome, DateTimeOffset now)
    {
        var row = new RequestRow
        {
            Principal = command.Principal,
            Method = command.Method,
            RequestId = command.RequestId,
            BodyHash = hash,
            Identifiers = string.Join(' ', outcome.Identifiers),
            Etag = outcome.Etag,
            CommittedAt = now,
        };
        row.Subjects.AddRange(outcome.Subjects.Distinct().Select(subject => new RequestSubjectRow
        {
            Principal = command.Principal,
            Method = command.Method,
            RequestId = command.RequestId,
            Identifier = subject.Identifier,
            SubjectId = subject.PersonId,
        }));
        return row;
    }
}
