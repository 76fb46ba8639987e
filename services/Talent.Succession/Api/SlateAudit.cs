using Grpc.Core;
using Microsoft.EntityFrameworkCore;
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
    /// <param name="postId">The post; empty: every post of the group that the caller may see, or the posts of a person.</param>
    /// <param name="personIds">Whom it shows; empty ids are people from outside.</param>
    public Task NoteAsync(ServerCallContext context, string groupId, string postId, IEnumerable<string> personIds)
    {
        var caller = context.GetCaller();
        var id = identifiers.Next();
        var row = new SlateReadRow
        {
            Id = id,
            AccountId = caller.AccountId,
            Role = RoleOf(caller),
            Method = context.Method.TrimStart('/'),
            PostId = postId,
            GroupId = groupId,
            ReadAt = time.GetUtcNow(),
        };
        var people = personIds.Where(person => person.Length > 0).Distinct(StringComparer.Ordinal)
            .Select(person => new SlateReadPersonRow { PersonId = person, ReadId = id }).ToList();
        return storage.WriteAsync(
            (database, _) =>
            {
                database.SlateReads.Add(row);
                database.SlateReadPeople.AddRange(people);
                return Task.FromResult(true);
            }, context.CancellationToken);
    }

    /// <summary>The readings that showed a person, newest first, from after one of them on.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="after">Id of the reading after which they start; null: the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SlateReadRow>> ReadAsync(string personId, string? after, int most, CancellationToken cancellation)
    {
        await using var database = storage.CreateContext();
        var reads = database.SlateReadPeople.AsNoTracking().Where(row => row.PersonId == personId)
            .Join(database.SlateReads.AsNoTracking(), row => row.ReadId, read => read.Id, (_, read) => read);
        if (after is not null) reads = reads.Where(read => read.Id.CompareTo(after) < 0);
        return await reads.OrderByDescending(read => read.Id).Take(most).ToListAsync(cancellation);
    }

    private static string RoleOf(Caller caller) => caller.ActingUnder is { } permission
        ? caller.Grants.First(grant => RolePermissions.Of(grant.Role).Contains(permission)).Role
        : throw new InvalidOperationException("A method declares the permission under which it reads a slate.");
}
