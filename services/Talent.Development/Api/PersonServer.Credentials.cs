using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;
using static Talent.Development.Api.RuleErrors;
using Credential = Talent.Development.V1.Credential;

namespace Talent.Development.Api;

/// <summary>The part for registrations and qualifications that posts may need.</summary>
internal sealed partial class PersonServer
{
    [RequiresPermission(Permission.WritePeople)]
    public override Task<RecordCredentialResponse> RecordCredential(RecordCredentialRequest request, ServerCallContext context) =>
        Answer("credential", async () =>
        {
            var credential = request.Credential ?? throw Errors.Invalid("credential", "Give the credential to record.");
            var scope = PersonScope.Of(context.GetCaller());
            return await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    var person = await FindToWriteAsync(command.Context, scope, credential.PersonId, token);
                    var stated = credential.ToDomain(command.Today);
                    var last = await command.Context.Credentials.FindAsync([person.Id, stated.Code], token);
                    command.Hold(person, stated, last);
                    return CommandOutcome.For(stated.Code, person.Version).About(person.Id);
                },
                (database, outcome, token) => ReadCredentialAsync(database, credential.PersonId, outcome.Identifier, token),
                context.CancellationToken);
        });

    [RequiresPermission(Permission.ReadPeople)]
    public override async Task<ListCredentialsResponse> ListCredentials(ListCredentialsRequest request, ServerCallContext context)
    {
        var scope = PersonScope.Of(context.GetCaller());
        await using var database = storage.CreateContext();
        var person = await FindAsync(database, scope, request.PersonId, context.CancellationToken);
        var rows = await database.Credentials.AsNoTracking().Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.Code).ToListAsync(context.CancellationToken);
        await reads.NoteAsync(context, scope, person);
        var response = new ListCredentialsResponse();
        response.Credentials.AddRange(rows.Select(row => row.ToContract()));
        return response;
    }

    private static void AddCredentials(
        CommandScope<DevelopmentContext> command, List<PersonRow> people, IEnumerable<Credential> credentials)
    {
        var byId = people.ToDictionary(person => person.Id, StringComparer.Ordinal);
        var made = new HashSet<(string, string)>();
        foreach (var credential in credentials)
        {
            var person = byId.GetValueOrDefault(credential.PersonId)
                ?? throw Errors.Invalid("credentials.person_id", "A credential belongs to a person of the same request.");
            var stated = credential.ToDomain(command.Today);
            if (!made.Add((person.Id, stated.Code)))
                throw Errors.Invalid("credentials.code", "Record each credential of a person once; send the last record alone.");
            command.Hold(person, stated, last: null);
        }
    }

    private static async Task<RecordCredentialResponse> ReadCredentialAsync(
        DevelopmentContext database, string personId, string code, CancellationToken cancellation)
    {
        var row = await database.Credentials.AsNoTracking()
            .SingleOrDefaultAsync(each => each.PersonId == personId && each.Code == code, cancellation)
            ?? throw Errors.NotFound("The credential was erased since.");
        return new RecordCredentialResponse { Credential = row.ToContract() };
    }
}
