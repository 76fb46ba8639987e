using System.Text.RegularExpressions;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Retention;
using Talent.ServiceDefaults;

namespace Talent.Development.Api;

/// <summary>The part that erases: here at once, in the other services when the event reaches them.</summary>
internal sealed partial class PersonServer
{
    [RequiresPermission(Permission.ErasePeople)]
    public override async Task<ErasePersonResponse> ErasePerson(ErasePersonRequest request, ServerCallContext context)
    {
        if (!ReasonForm().IsMatch(request.ReasonCode))
            throw Errors.Invalid("reason_code", "Give the code of the reason, for example request-of-the-person.");
        var scope = PersonScope.Of(context.GetCaller());
        var person = await runner.RunAsync(
            context.Command(request.RequestId, request),
            async (command, token) =>
            {
                var row = await FindToWriteAsync(command.Context, scope, request.PersonId, token);
                await EraseAsync(command, row, request.ReasonCode, token);
                return CommandOutcome.For(row.Id, row.Version);
            },
            (database, outcome, token) => ReadAsync(database, scope, outcome.Identifier, token),
            context.CancellationToken);
        return new ErasePersonResponse { Person = person };
    }

    private static async Task EraseAsync(
        CommandScope<DevelopmentContext> command, PersonRow person, string reasonCode, CancellationToken cancellation)
    {
        var database = command.Context;
        await database.ReadinessStatements.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
        await database.SharingChoices.Where(row => row.PersonId == person.Id).ExecuteDeleteAsync(cancellation);
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

    [GeneratedRegex("^[a-z][a-z0-9-]{1,62}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex ReasonForm();
}
