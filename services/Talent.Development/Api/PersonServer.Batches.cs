using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;
using static Talent.Development.Api.RuleErrors;
using ReadinessStatement = Talent.Development.V1.ReadinessStatement;

namespace Talent.Development.Api;

/// <summary>The part that records many people at once, with what is known about their readiness and what they chose to share.</summary>
internal sealed partial class PersonServer
{
    [RequiresPermission(Permission.WritePeople)]
    public override Task<BatchCreatePeopleResponse> BatchCreatePeople(BatchCreatePeopleRequest request, ServerCallContext context) =>
        Answer("people", async () =>
        {
            Requests.CheckBatch("people", request.People.Count);
            var attached = request.ReadinessStatements.Count + request.SharingChoices.Count + request.Credentials.Count;
            if (attached > 10 * LargestBatch)
            {
                throw Errors.Invalid(
                    "readiness_statements", "Send fewer people at once: they have too many statements, choices and credentials.");
            }
            var scope = PersonScope.Of(context.GetCaller());
            var people = request.People
                .Select(person => (Id: PersonDetails.Identity("id", person.Id), Details: person.ToDetails())).ToList();
            foreach (var (_, details) in people)
                CheckPlace(scope, details);
            var outcome = await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    var rows = await RecordAsync(command, people, token);
                    var choices = AddChoices(command, rows, request.SharingChoices);
                    await AddStatementsAsync(command, rows, choices, request.ReadinessStatements, token);
                    AddCredentials(command, rows, request.Credentials);
                    return new CommandOutcome([.. people.Select((person, number) => rows[number].Id)], "");
                },
                context.CancellationToken);
            var response = new BatchCreatePeopleResponse();
            response.Ids.AddRange(outcome.Identifiers);
            return response;
        });

    private static async Task<List<PersonRow>> RecordAsync(
        CommandScope<DevelopmentContext> command, List<(string Id, PersonDetails Details)> people, CancellationToken cancellation)
    {
        var given = people.Select(person => person.Id).Where(id => id.Length > 0).ToList();
        if (given.Distinct(StringComparer.Ordinal).Count() != given.Count)
            throw new RuleException("id", "Give each person of the batch an id of its own.");
        await CheckNewAsync(command.Context, given, cancellation);
        return [.. people.Select(person => command.Record(person.Id.Length > 0 ? person.Id : command.NextId(), person.Details))];
    }

    private static Dictionary<(string Person, string Subject), SharingChoiceRow> AddChoices(
        CommandScope<DevelopmentContext> command, List<PersonRow> people, IEnumerable<SharingChoice> choices)
    {
        var byId = people.ToDictionary(person => person.Id, StringComparer.Ordinal);
        var rows = new Dictionary<(string, string), SharingChoiceRow>();
        foreach (var choice in choices)
        {
            var person = byId.GetValueOrDefault(choice.PersonId)
                ?? throw Errors.Invalid("sharing_choices.person_id", "A choice belongs to a person of the same request.");
            var audience = choice.Audience.ToDomain();
            SharingSubject.Check(choice.Subject, audience);
            var row = new SharingChoiceRow
            {
                PersonId = person.Id,
                Subject = choice.Subject,
                Audience = audience,
                ChosenOn = choice.ChosenOn.ToDay("sharing_choices.chosen_on") ?? command.Today,
            };
            if (!rows.TryAdd((person.Id, choice.Subject), row))
                throw Errors.Invalid("sharing_choices.subject", "A person chooses once about a subject.");
            command.Context.SharingChoices.Add(row);
            command.Choose(person, row);
        }
        return rows;
    }

    private static async Task AddStatementsAsync(
        CommandScope<DevelopmentContext> command, List<PersonRow> people,
        Dictionary<(string Person, string Subject), SharingChoiceRow> choices, IReadOnlyCollection<ReadinessStatement> statements,
        CancellationToken cancellation)
    {
        var byId = people.ToDictionary(person => person.Id, StringComparer.Ordinal);
        await CheckNewStatementsAsync(command.Context, [.. statements.Select(statement => statement.Id)], cancellation);
        var made = new HashSet<(string, string, PostLevel, Domain.StatementSource)>();
        foreach (var statement in statements)
        {
            var person = byId.GetValueOrDefault(statement.PersonId)
                ?? throw Errors.Invalid("readiness_statements.person_id", "A statement is about a person of the same request.");
            var stated = statement.ToDomain(statement.Source.ToDomain(), statement.Audience.ToDomain(), command.Today);
            if (!made.Add((person.Id, stated.Family, stated.Level, stated.Source)))
                throw Errors.Invalid("readiness_statements.family", "A source states once about a family and level; send the last statement alone.");
            var row = command.State(person, statement.Id.Length > 0 ? statement.Id : command.NextId(), stated);
            command.Publish(person, row, choices.GetValueOrDefault((person.Id, SharingSubject.Readiness))?.Audience);
        }
    }

    private static async Task CheckNewStatementsAsync(
        DevelopmentContext database, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        foreach (var id in ids)
            PersonDetails.Identity("readiness_statements.id", id);
        var given = ids.Where(id => id.Length > 0).ToList();
        if (given.Distinct(StringComparer.Ordinal).Count() != given.Count)
            throw Errors.Invalid("readiness_statements.id", "Give each statement of the batch an id of its own.");
        if (given.Count > 0 && await database.ReadinessStatements.AnyAsync(row => given.Contains(row.Id), cancellation))
            throw Errors.AlreadyExists(Reasons.StatementExists, "A statement with this id is recorded already: leave the id out.");
    }
}
