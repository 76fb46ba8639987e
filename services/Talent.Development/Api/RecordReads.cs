using Grpc.Core;
using Talent.Development.Storage;
using Talent.Messaging;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Development.Api;

/// <summary>Notes who read whose record. The note is committed before the record is given out; reading the own record is not noted.</summary>
internal sealed class RecordReads(ServiceStorage<DevelopmentContext> storage, IdentifierSource identifiers, TimeProvider time)
{
    public async Task NoteAsync(ServerCallContext call, PersonScope scope, PersonRow person)
    {
        if (scope.IsSelf(person))
            return;
        await storage.WriteAsync(
            (context, _) =>
            {
                context.RecordReads.Add(new RecordReadRow
                {
                    Id = identifiers.Next(),
                    PersonId = person.Id,
                    ReaderId = call.GetCaller().AccountId,
                    Role = scope.RoleFor(person),
                    Method = call.Method[(call.Method.LastIndexOf('/') + 1)..],
                    Time = time.GetUtcNow(),
                });
                return Task.FromResult(true);
            },
            call.CancellationToken);
    }
}
