using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>Records that somebody named was told, or that the nomination stays confidential for a while.</summary>
[Permits(Permission.WriteNominations)]
public sealed class TellingModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, NominationDirectory directory,
    PeopleDirectory people, NominationService.NominationServiceClient nominations, GroupDirectory groups, ApproverSearch approvers,
    TimeProvider time) : NominationPage(store, identifiers, posts, directory, people)
{
    private static readonly string Confidential = $"{(int)Succession.V1.Telling.Confidential}";

    /// <inheritdoc />
    protected override string Step => "telling";

    private DateOnly Today => LondonCalendar.Today(time);

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        await ReadAsync(answers);
        List<Question> questions = [NominationQuestions.Telling];
        if (answers["telling"] == Confidential)
        {
            var own = PostTable.Running(Post, Today).Select(held => held.PersonId).Append(Nomination.PersonId).ToArray();
            var others = await approvers.FindAsync(Caller, await groups.FindAsync(Post.GroupId, Aborted), own, Aborted);
            questions.AddRange(
                [NominationQuestions.WhyConfidential, NominationQuestions.Until(Today), NominationQuestions.Approver(others)]);
        }
        questions.Add(AppointmentWords.AskWhyNominationChanged);
        return Around($"Record whether {Named} knows of being named for {Post.Title}", "Record it", questions);
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var changed = new Nomination
        {
            Id = NominationId,
            Etag = answers["etag"],
            Telling = (Telling)int.Parse(answers["telling"], provider: null),
            Confidentiality = answers["telling"] != Confidential ? null : new Confidentiality
            {
                ReasonCode = answers["confidential-reason"],
                ApproverId = answers["approver"],
                ExpiresOn = NominationQuestions.Until(Today).Value(answers).ToDate(),
            },
        };
        await nominations.UpdateNominationAsync(
            new UpdateNominationRequest
            {
                RequestId = requestId,
                Nomination = changed,
                UpdateMask = { "telling", "confidentiality" },
                ReasonCode = answers[Journeys.Reason.Key],
            },
            cancellationToken: Aborted);
        return $"Whether the person named for {Post.Title} knows was recorded.";
    }
}
