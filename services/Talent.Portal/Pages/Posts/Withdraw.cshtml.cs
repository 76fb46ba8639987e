using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>Withdraws a nomination.</summary>
[Permits(Permission.WriteNominations)]
public sealed class WithdrawModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, NominationDirectory directory,
    PeopleDirectory people, NominationService.NominationServiceClient nominations)
    : NominationPage(store, identifiers, posts, directory, people)
{
    /// <inheritdoc />
    protected override string Step => "withdraw";

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        await ReadAsync(answers);
        return Around(
            $"Withdraw the nomination of {Named} for {Post.Title}", "Withdraw the nomination", [AppointmentWords.AskWhyWithdrawn]);
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await nominations.DeleteNominationAsync(
            new DeleteNominationRequest
            {
                RequestId = requestId,
                Id = NominationId,
                Etag = answers["etag"],
                ReasonCode = answers[Journeys.Reason.Key],
            },
            cancellationToken: Aborted);
        return $"The nomination for {Post.Title} was withdrawn.";
    }
}
