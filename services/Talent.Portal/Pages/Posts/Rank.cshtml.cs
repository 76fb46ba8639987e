using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>Changes the place of somebody named in the order of a post's successors.</summary>
[Permits(Permission.WriteNominations)]
public sealed class RankModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, NominationDirectory directory,
    PeopleDirectory people, NominationService.NominationServiceClient nominations)
    : NominationPage(store, identifiers, posts, directory, people)
{
    /// <inheritdoc />
    protected override string Step => "rank";

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        await ReadAsync(answers);
        return Around(
            $"Change the place of {Named} for {Post.Title}", "Change the place",
            [NominationQuestions.Rank, AppointmentWords.AskWhyNominationChanged]);
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await nominations.UpdateNominationAsync(
            new UpdateNominationRequest
            {
                RequestId = requestId,
                Nomination = new Nomination
                {
                    Id = NominationId,
                    Etag = answers["etag"],
                    Rank = (int)(NominationQuestions.Rank.Value(answers) ?? 0),
                },
                UpdateMask = { "rank" },
                ReasonCode = answers[Journeys.Reason.Key],
            },
            cancellationToken: Aborted);
        return $"The place of the nomination for {Post.Title} was recorded.";
    }
}
