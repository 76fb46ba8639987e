using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Messaging.Commands;
using Talent.ServiceDefaults;
using static Talent.Development.Api.RuleErrors;

namespace Talent.Development.Api;

/// <summary>The part for intentions to leave: stated and read by the person alone.</summary>
internal sealed partial class PersonServer
{
    [RequiresPermission(Permission.StateReadiness)]
    public override Task<StateIntentionResponse> StateIntention(StateIntentionRequest request, ServerCallContext context) =>
        Answer("intention", async () =>
        {
            var intention = request.Intention ?? throw Errors.Invalid("intention", "Give the intention.");
            CheckSelf(context, intention.PersonId);
            if (intention.Audience != V1.Audience.Unspecified)
                throw Errors.Invalid("intention.audience", "Leave the audience out: the sharing choice about leaving says who may use it.");
            var (earliest, latest) = (intention.Earliest.ToDay("intention.earliest"), intention.Latest.ToDay("intention.latest"));
            return await runner.RunAsync(
                context.Command(request.RequestId, request),
                async (command, token) =>
                {
                    var person = await FindOwnAsync(command.Context, intention.PersonId, token);
                    var before = person.Version;
                    if (earliest is null && latest is null)
                        await command.WithdrawIntentionAsync(person, token);
                    else
                        await command.StateAsync(person, new Domain.LeavingIntention(earliest, latest, command.Today), token);
                    person.RaiseVersion(before);
                    return CommandOutcome.For(person.Id, person.Version);
                },
                async (database, outcome, token) => new StateIntentionResponse
                {
                    Intention = await IntentionAsync(database, outcome.Identifier, token)
                        ?? new V1.LeavingIntention { PersonId = outcome.Identifier },
                },
                context.CancellationToken);
        });

    [RequiresPermission(Permission.ReadOwnRecord)]
    public override async Task<ListIntentionsResponse> ListIntentions(ListIntentionsRequest request, ServerCallContext context)
    {
        CheckSelf(context, request.PersonId);
        await using var database = storage.CreateContext();
        var response = new ListIntentionsResponse();
        if (await IntentionAsync(database, request.PersonId, context.CancellationToken) is { } intention)
            response.Intentions.Add(intention);
        return response;
    }

    private static async Task<V1.LeavingIntention?> IntentionAsync(
        DevelopmentContext database, string personId, CancellationToken cancellation)
    {
        var row = await database.LeavingIntentions.AsNoTracking().SingleOrDefaultAsync(each => each.PersonId == personId, cancellation);
        return row?.ToContract(await IntentionChanges.ChoiceAsync(database, personId, cancellation));
    }
}
