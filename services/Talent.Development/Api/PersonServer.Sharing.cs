using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Domain;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;
using static Talent.Development.Api.RuleErrors;
using Audience = Talent.Development.Domain.Audience;
using StatementSource = Talent.Development.Domain.StatementSource;

namespace Talent.Development.Api;

/// <summary>The part for readiness statements and for what belongs to the person alone: sharing choices and who read the record.</summary>
internal sealed partial class PersonServer
{
    [RequiresPermission(Permission.StateReadiness)]
    public override Task<StateReadinessResponse> StateReadiness(StateReadinessRequest request, ServerCallContext context) =>
        Answer("statement", async () =>
        {
            var statement = request.Statement ?? throw Errors.Invalid("statement", "Give the statement.");
            var scope = PersonScope.Of(context.GetCaller());
            var id = PersonDetails.Identity("id", statement.Id);
            return await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    var person = await FindAsync(command.Context, scope, statement.PersonId, token);
                    var before = person.Version;
                    var source = SourceFor(scope, person, statement.Source.ToDomain());
                    var stated = statement.ToDomain(source, AudienceFor(source, statement), command.Today);
                    await CheckNewStatementsAsync(command.Context, [id], token);
                    await command.ReplaceAsync(person, stated, token);
                    var row = command.State(person, id.Length > 0 ? id : command.NextId(), stated);
                    command.Publish(person, row, await ChoiceAsync(command.Context, person.Id, token));
                    person.RaiseVersion(before);
                    return CommandOutcome.For(row.Id, person.Version).About(person.Id);
                },
                (database, outcome, token) => ReadStatementAsync(database, scope, statement.PersonId, outcome.Identifier, token),
                context.CancellationToken);
        });

    [RequiresPermission(Permission.ShareOwnRecord)]
    public override Task<ChooseSharingResponse> ChooseSharing(ChooseSharingRequest request, ServerCallContext context) =>
        Answer("choice", async () =>
        {
            var choice = request.Choice ?? throw Errors.Invalid("choice", "Give the choice.");
            var audience = choice.Audience.ToDomain();
            SharingSubject.Check(choice.Subject, audience);
            CheckSelf(context, choice.PersonId);
            return await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    var person = await FindOwnAsync(command.Context, choice.PersonId, token);
                    var before = person.Version;
                    await ChooseAsync(command, person, choice.Subject, audience, token);
                    person.RaiseVersion(before);
                    return CommandOutcome.For(person.Id, person.Version);
                },
                async (database, outcome, token) =>
                {
                    var row = await database.SharingChoices.AsNoTracking().SingleOrDefaultAsync(
                        each => each.PersonId == outcome.Identifier && each.Subject == choice.Subject, token);
                    return new ChooseSharingResponse
                    {
                        Choice = row?.ToContract() ?? throw Errors.NotFound("The choice is no longer recorded."),
                    };
                },
                context.CancellationToken);
        });

    [RequiresPermission(Permission.ReadOwnRecord)]
    public override async Task<ListSharingChoicesResponse> ListSharingChoices(ListSharingChoicesRequest request, ServerCallContext context)
    {
        CheckSelf(context, request.PersonId);
        await using var database = storage.CreateContext();
        var choices = await database.SharingChoices.AsNoTracking().Where(row => row.PersonId == request.PersonId)
            .OrderBy(row => row.Subject).ToListAsync(context.CancellationToken);
        var response = new ListSharingChoicesResponse();
        response.Choices.AddRange(choices.Select(row => row.ToContract()));
        return response;
    }

    [RequiresPermission(Permission.ReadOwnRecord)]
    public override async Task<ListRecordReadsResponse> ListRecordReads(ListRecordReadsRequest request, ServerCallContext context)
    {
        CheckSelf(context, request.PersonId);
        var size = Paging.Size(request.PageSize);
        await using var database = storage.CreateContext();
        var notes = database.RecordReads.AsNoTracking().Where(row => row.PersonId == request.PersonId);
        if (Paging.Keys(request.PageToken, 1) is [var last])
            notes = notes.Where(row => row.Id.CompareTo(last) < 0);
        var rows = await notes.OrderByDescending(row => row.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var response = new ListRecordReadsResponse();
        response.Reads.AddRange(rows.Take(size).Select(row => row.ToContract()));
        if (rows.Count > size)
            response.NextPageToken = Paging.Token(rows[size - 1].Id);
        return response;
    }

    private static async Task ChooseAsync(
        CommandScope<DevelopmentContext> command, PersonRow person, string subject, Audience audience, CancellationToken cancellation)
    {
        var row = await command.Context.SharingChoices.FindAsync([person.Id, subject], cancellation);
        if (row is null)
        {
            row = new SharingChoiceRow { PersonId = person.Id, Subject = subject, Audience = audience, ChosenOn = command.Today };
            command.Context.SharingChoices.Add(row);
        }
        (row.Audience, row.ChosenOn) = (audience, command.Today);
        command.Choose(person, row);
        if (subject == SharingSubject.Leaving)
            await command.PublishIntentionAsync(person, audience, cancellation);
        if (subject != SharingSubject.Readiness)
            return;
        var statements = await command.Context.ReadinessStatements.Where(each => each.PersonId == person.Id)
            .OrderBy(each => each.Id).ToListAsync(cancellation);
        foreach (var statement in statements)
            command.Publish(person, statement, audience);
    }

    // A person speaks for nobody but herself or himself as "self"; a manager as manager; the group's human resources for a panel too.
    private static StatementSource SourceFor(PersonScope scope, PersonRow person, StatementSource asked)
    {
        if (scope.IsSelf(person))
        {
            return asked is StatementSource.Self or StatementSource.Unknown
                ? StatementSource.Self
                : throw new RuleException("source", "About yourself you speak as yourself: choose self.");
        }
        if (asked is StatementSource.Manager && (scope.ReachesAsManager(person) || scope.ReachesAsOrganisation(person)))
            return asked;
        if (asked is StatementSource.Panel && scope.ReachesAsOrganisation(person))
            return asked;
        throw new RuleException("source", "Choose manager, or panel if you record it for your group's panel; only the person speaks as self.");
    }

    // Who may see what others said is the person's choice alone.
    private static Audience AudienceFor(StatementSource source, V1.ReadinessStatement statement)
    {
        if (source == StatementSource.Self)
            return statement.Audience.ToDomain();
        return statement.Audience == V1.Audience.Unspecified
            ? Audience.NationalPool
            : throw new RuleException("audience", "Leave the audience out: the person chooses who may see it.");
    }

    private static async Task<StateReadinessResponse> ReadStatementAsync(
        DevelopmentContext database, PersonScope scope, string personId, string id, CancellationToken cancellation)
    {
        var person = await FindAsync(database, scope, personId, cancellation);
        var row = await database.ReadinessStatements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellation)
            ?? throw Errors.NotFound("The statement was replaced or erased since.");
        var audience = Domain.ReadinessStatement.AudienceOf(
            row.Source, row.Audience, await ChoiceAsync(database, person.Id, cancellation));
        return new StateReadinessResponse { Statement = row.ToContract(audience) };
    }

    private static void CheckSelf(ServerCallContext context, string personId)
    {
        if (!context.GetCaller().IsSelf(personId))
            throw Errors.PermissionDenied("This part of a record is open to the person alone.");
    }

    private static async Task<PersonRow> FindOwnAsync(DevelopmentContext database, string id, CancellationToken cancellation) =>
        await database.People.SingleOrDefaultAsync(person => person.Id == id && !person.Erased, cancellation)
            ?? throw Errors.NotFound("There is no record of you here yet.");
}
