using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Pages.Posts;

/// <summary>Names a successor for a post.</summary>
[Permits(Permission.WriteNominations)]
public sealed class NominateModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, NominationService.NominationServiceClient nominations,
    PersonSearch people, GroupDirectory groups, ApproverSearch approvers, TimeProvider time) : JourneyPage(store, identifiers)
{
    private const string Outside = "outside";
    private const string Known = "known";
    private static readonly string Confidential = $"{(int)Telling.Confidential}";

    private Post _post = new();

    /// <inheritdoc />
    public override string Address => $"/posts/{Subject}/nominate";

    /// <inheritdoc />
    protected override string Kind => "nominate";

    /// <inheritdoc />
    protected override string Subject => (string)RouteData.Values["postId"]!;

    private DateOnly Today => LondonCalendar.Today(time);

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _post = (await posts.GetPostAsync(new GetPostRequest { Id = Subject }, cancellationToken: Aborted)).Post;
        List<Question> questions = [NominationQuestions.Where];
        if (answers["where"] == Outside)
            questions.AddRange([NominationQuestions.Name, NominationQuestions.Organisation, NominationQuestions.Source]);
        else
            questions.Add(await people.AskAsync("Who is named?", _post.GroupId, Find, Address, answers, Aborted));
        questions.Add(NominationQuestions.ReadyKnown);
        if (answers["ready"] == Known)
            questions.AddRange([NominationQuestions.Earliest, NominationQuestions.Latest(NominationQuestions.Earliest.Value(answers))]);
        questions.AddRange([NominationQuestions.Rank, NominationQuestions.Telling]);
        if (answers["telling"] == Confidential)
        {
            var own = PostTable.Running(_post, Today).Select(held => held.PersonId).Append(answers[PersonSearch.PersonKey]).ToArray();
            var others = await approvers.FindAsync(Caller, await groups.FindAsync(_post.GroupId, Aborted), own, Aborted);
            questions.AddRange(
                [NominationQuestions.WhyConfidential, NominationQuestions.Until(Today), NominationQuestions.Approver(others)]);
        }
        questions.Add(AppointmentWords.AskWhyNominated);
        return new JourneyPlan
        {
            Title = $"Nominate for {_post.Title}",
            Questions = questions,
            Facts = [new SummaryRow("Post", _post.Title)],
            Warning = answers["telling"] == $"{(int)Telling.NotYetTold}"
                ? "The person does not know yet. Nobody is endorsed before they are told."
                : null,
            Command = "Nominate",
            Destination = $"/posts/{_post.Id}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var nomination = new Nomination
        {
            PostId = Subject,
            Rank = (int)(NominationQuestions.Rank.Value(answers) ?? 0),
            Telling = (Telling)int.Parse(answers["telling"], provider: null),
            Readiness = Readiness(answers),
            Confidentiality = Confidentiality(answers),
        };
        if (answers["where"] == Outside)
        {
            nomination.External = new ExternalSuccessor
            {
                DisplayName = answers["name"],
                Organisation = answers["organisation"],
                Source = answers["source"],
            };
        }
        else
        {
            nomination.PersonId = answers[PersonSearch.PersonKey];
        }
        var request = new CreateNominationRequest
        {
            RequestId = requestId,
            Nomination = nomination,
            ReasonCode = answers[Journeys.Reason.Key],
        };
        await nominations.CreateNominationAsync(request, cancellationToken: Aborted);
        return $"The nomination for {_post.Title} was recorded.";
    }

    private static Readiness? Readiness(JourneyAnswers answers) => answers["ready"] != Known ? null : new Readiness
    {
        Earliest = NominationQuestions.Earliest.Value(answers).ToDate(),
        Latest = NominationQuestions.Latest(null).Value(answers).ToDate(),
    };

    private Confidentiality? Confidentiality(JourneyAnswers answers) => answers["telling"] != Confidential ? null : new Confidentiality
    {
        ReasonCode = answers["confidential-reason"],
        ApproverId = answers["approver"],
        ExpiresOn = NominationQuestions.Until(Today).Value(answers).ToDate(),
    };
}
