using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;
using static Talent.Development.Api.RuleErrors;

namespace Talent.Development.Api;

/// <summary>The part that records people and changes their records.</summary>
internal sealed partial class PersonServer
{
    private static readonly string[] Changeable = ["display_name", "group_id", "employer_code", "manager_id"];

    [RequiresPermission(Permission.WritePeople)]
    public override Task<CreatePersonResponse> CreatePerson(CreatePersonRequest request, ServerCallContext context) =>
        Answer("person", async () =>
        {
            var scope = PersonScope.Of(context.GetCaller());
            var details = (request.Person ?? throw Errors.Invalid("person", "Give the person to record.")).ToDetails();
            var id = PersonDetails.Identity("id", request.Person.Id);
            CheckPlace(scope, details);
            var person = await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    await CheckNewAsync(command.Context, [id], token);
                    var row = command.Record(id.Length > 0 ? id : command.NextId(), details);
                    return CommandOutcome.For(row.Id, row.Version);
                },
                (database, outcome, token) => ReadAsync(database, scope, outcome.Identifier, token),
                context.CancellationToken);
            return new CreatePersonResponse { Person = person };
        });

    [RequiresPermission(Permission.WritePeople)]
    public override Task<UpdatePersonResponse> UpdatePerson(UpdatePersonRequest request, ServerCallContext context) =>
        Answer("person", async () =>
        {
            var scope = PersonScope.Of(context.GetCaller());
            var wanted = request.Person ?? throw Errors.Invalid("person", "Give the person with the new values.");
            var mask = Requests.Mask(request.UpdateMask, Changeable);
            var person = await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    var row = await FindToWriteAsync(command.Context, scope, wanted.Id, token);
                    Requests.CheckEtag(wanted.Etag, row.Version);
                    var details = Merge(row, wanted, mask);
                    // Whoever has gone to another group has left this one; what the next one may know is stated anew.
                    if (details.GroupId != row.GroupId)
                        await command.WithdrawIntentionAsync(row, token);
                    Change(command, scope, row, details);
                    return CommandOutcome.For(row.Id, row.Version);
                },
                (database, outcome, token) => ReadAsync(database, scope, outcome.Identifier, token),
                context.CancellationToken);
            return new UpdatePersonResponse { Person = person };
        });

    private static PersonDetails Merge(PersonRow row, Person wanted, IReadOnlySet<string> mask) => new(
        mask.Contains("display_name") ? wanted.DisplayName : row.DisplayName,
        mask.Contains("group_id") ? wanted.GroupId : row.GroupId,
        mask.Contains("employer_code") ? wanted.EmployerCode : row.EmployerCode,
        mask.Contains("manager_id") ? wanted.ManagerId : row.ManagerId,
        row.ControllerCode);

    private static void Change(CommandScope<DevelopmentContext> command, PersonScope scope, PersonRow row, PersonDetails details)
    {
        // Handing somebody over to a group needs the right to write there; letting somebody go does not.
        if (details.GroupId.Length > 0 && details.GroupId != row.GroupId)
            CheckPlace(scope, details);
        row.DisplayName = details.DisplayName;
        row.SearchName = details.SearchName;
        row.GroupId = details.GroupId;
        row.EmployerCode = details.EmployerCode;
        row.ManagerId = details.ManagerId;
        command.Append(row, "development.person.recorded.v1", row.ToEvent());
    }

    private static void CheckPlace(PersonScope scope, PersonDetails details)
    {
        if (!scope.CoversPlace(details.GroupId, details.EmployerCode))
            throw Errors.PermissionDenied("You may record people of your own groups and organisations alone.");
    }

    private static async Task CheckNewAsync(DevelopmentContext database, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        if (await database.People.AnyAsync(person => ids.Contains(person.Id), cancellation))
            throw Errors.AlreadyExists(Reasons.PersonExists, "A person with this id is recorded already: leave the id out, or change the record.");
    }

    // Writing needs more than being the person or the manager: the record is reached through an organisation.
    private static async Task<PersonRow> FindToWriteAsync(
        DevelopmentContext database, PersonScope scope, string id, CancellationToken cancellation)
    {
        var person = await FindAsync(database, scope, id, cancellation);
        return scope.ReachesAsOrganisation(person)
            ? person
            : throw Errors.PermissionDenied("You may change the records of your own groups and organisations alone.");
    }

    private static async Task<Person> ReadAsync(
        DevelopmentContext database, PersonScope scope, string id, CancellationToken cancellation) =>
        (await database.People.AsNoTracking().SingleAsync(row => row.Id == id, cancellation)).ToContract(scope);
}
