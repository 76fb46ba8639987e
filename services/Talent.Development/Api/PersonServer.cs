using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Audience = Talent.Development.Domain.Audience;

namespace Talent.Development.Api;

/// <summary>People and their records over gRPC. This part reads; every query is limited to what the caller reaches.</summary>
internal sealed partial class PersonServer(
    ServiceStorage<DevelopmentContext> storage, CommandRunner<DevelopmentContext> runner, RecordReads reads)
    : PersonService.PersonServiceBase
{
    private const int LargestBatch = 1000;

    [RequiresPermission(Permission.ReadPeople)]
    public override async Task<GetPersonResponse> GetPerson(GetPersonRequest request, ServerCallContext context)
    {
        var scope = PersonScope.Of(context.GetCaller());
        await using var database = storage.CreateContext();
        var person = await FindAsync(database, scope, request.Id, context.CancellationToken);
        await reads.NoteAsync(context, scope, person);
        return new GetPersonResponse { Person = person.ToContract() };
    }

    [RequiresPermission(Permission.ReadPeople)]
    public override async Task<ListPeopleResponse> ListPeople(ListPeopleRequest request, ServerCallContext context)
    {
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        var people = PersonScope.Of(context.GetCaller()).Filter(database.People.AsNoTracking());
        if (request.GroupId.Length > 0)
            people = people.Where(person => person.GroupId == request.GroupId);
        if (PersonDetails.SearchFormOf(request.NameContains) is { Length: > 0 } part)
            people = people.Where(person => person.SearchName.Contains(part));
        if (Paging.Keys(request.PageToken, 1) is [var id])
        {
            // A token travels in addresses, so it holds no name: the name is looked up again.
            var name = await database.People.Where(person => person.Id == id).Select(person => person.SearchName)
                .SingleOrDefaultAsync(context.CancellationToken) ?? throw Paging.Wrong();
            people = people.Where(person => person.SearchName.CompareTo(name) > 0
                || (person.SearchName == name && person.Id.CompareTo(id) > 0));
        }
        var rows = await people.OrderBy(person => person.SearchName).ThenBy(person => person.Id)
            .Take(size + 1).ToListAsync(context.CancellationToken);
        var response = new ListPeopleResponse();
        response.People.AddRange(rows.Take(size).Select(row => row.ToContract()));
        if (rows.Count > size)
            response.NextPageToken = Paging.Token(rows[size - 1].Id);
        return response;
    }

    [RequiresPermission(Permission.ReadPeople)]
    public override async Task<BatchGetPeopleResponse> BatchGetPeople(BatchGetPeopleRequest request, ServerCallContext context)
    {
        Requests.CheckBatch("ids", request.Ids.Count);
        await using var database = storage.CreateContext();
        var people = await PersonScope.Of(context.GetCaller()).Filter(database.People.AsNoTracking())
            .Where(person => request.Ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, context.CancellationToken);
        var response = new BatchGetPeopleResponse();
        response.People.AddRange(request.Ids.Distinct().Where(people.ContainsKey).Select(id => people[id].ToContract()));
        return response;
    }

    [RequiresPermission(Permission.ReadReadiness)]
    public override async Task<ListReadinessStatementsResponse> ListReadinessStatements(
        ListReadinessStatementsRequest request, ServerCallContext context)
    {
        var scope = PersonScope.Of(context.GetCaller());
        await using var database = storage.CreateContext();
        var person = await FindAsync(database, scope, request.PersonId, context.CancellationToken);
        var choice = await ChoiceAsync(database, person.Id, context.CancellationToken);
        var statements = await database.ReadinessStatements.AsNoTracking().Where(row => row.PersonId == person.Id)
            .OrderBy(row => row.Family).ThenBy(row => row.Id).ToListAsync(context.CancellationToken);
        await reads.NoteAsync(context, scope, person);
        var response = new ListReadinessStatementsResponse();
        response.Statements.AddRange(statements
            .Select(row => (row, audience: Domain.ReadinessStatement.AudienceOf(row.Source, row.Audience, choice)))
            .Where(pair => MayRead(scope, person, pair.audience))
            .Select(pair => pair.row.ToContract(pair.audience)));
        return response;
    }

    private static bool MayRead(PersonScope scope, PersonRow person, Audience audience) =>
        scope.IsSelf(person)
            || (audience.IncludesGroup() && scope.ReachesAsOrganisation(person))
            || (audience.IncludesManager() && scope.ReachesAsManager(person));

    private static async Task<PersonRow> FindAsync(
        DevelopmentContext database, PersonScope scope, string id, CancellationToken cancellation) =>
        await scope.Filter(database.People).SingleOrDefaultAsync(person => person.Id == id, cancellation)
            ?? throw Errors.NotFound("There is no such person, or the record is not open to you.");

    private static async Task<Audience?> ChoiceAsync(DevelopmentContext database, string personId, CancellationToken cancellation) =>
        (await database.SharingChoices.AsNoTracking()
            .SingleOrDefaultAsync(row => row.PersonId == personId && row.Subject == SharingSubject.Readiness, cancellation))?.Audience;
}
