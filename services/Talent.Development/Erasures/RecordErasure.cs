using Microsoft.EntityFrameworkCore;
using Talent.Development.Api;
using Talent.Development.Storage;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;

namespace Talent.Development.Erasures;

/// <summary>Erases a record: what is left is the id.</summary>
internal static class RecordErasure
{
    /// <summary>Deletes everything about the person here, and tells the other services.</summary>
    public static async Task EraseAsync(
        CommandScope<DevelopmentContext> command, PersonRow person, string reasonCode, CancellationToken cancellation)
    {
        var database = command.Context;
        await database.ReadinessStatements.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        await database.LeavingIntentions.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        await database.SharingChoices.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        await database.Credentials.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        await database.EraseAsync(person.Id, cancellation);
        person.DisplayName = "";
        person.SearchName = "";
        person.GroupId = "";
        person.EmployerCode = "";
        person.ManagerId = "";
        person.Erased = true;
        database.Erasures.Add(new ErasureRow { PersonId = person.Id, ErasedAt = command.Now, ReasonCode = reasonCode });
        command.Append(person, "development.person.erased.v1", new PersonErased { PersonId = person.Id }, reasonCode);
    }
}
