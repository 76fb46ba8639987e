using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Posts;

/// <summary>Puts right what is recorded about an appointment: its planned end, or of one board the term clock or the approval.</summary>
[Permits(Permission.WriteAppointments)]
public sealed class AmendModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, PeopleDirectory people,
    OrganisationDirectory organisations) : JourneyPage(store, identifiers)
{
    private const string PlannedEnd = "planned-end";
    private const string Clock = "clock";
    private const string Approval = "approval";

    private Post _post = new();
    private Appointment _appointment = new();

    /// <inheritdoc />
    public override string Address => $"/posts/{PostId}/appointments/{AppointmentId}/amend";

    /// <inheritdoc />
    protected override string Kind => "amend-appointment";

    /// <inheritdoc />
    protected override string Subject => $"{PostId}/{AppointmentId}";

    private string PostId => (string)RouteData.Values["postId"]!;

    private string AppointmentId => (string)RouteData.Values["appointmentId"]!;

    private static ChoiceQuestion AskWhat => new("what", "What do you want to put right?")
    {
        Name = "Put right",
        Missing = "Select what to put right",
        Choices =
        [
            new Choice(PlannedEnd, "The planned last day"),
            new Choice(Clock, "When the person was first appointed to a board"),
            new Choice(Approval, "Who appointed the person to a board, and when that was approved"),
        ],
    };

    private static ChoiceQuestion AskBody => new("body", "Which body makes the appointment?")
    {
        Name = "Appointing body",
        Missing = "Select the appointing body",
        Choices = AppointmentWords.Bodies,
    };

    private static DateQuestion AskApproval => new("approved", "When did that body approve it?")
    {
        Name = "Approved on",
        InSentence = "the day of the approval",
        Optional = true,
        Hint = "Leave it empty if that is not known. For example, 31 3 2027.",
    };

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _post = (await posts.GetPostAsync(new GetPostRequest { Id = PostId }, cancellationToken: Aborted)).Post;
        if (!answers.Has("etag"))
            answers["etag"] = _post.Etag;
        _appointment = _post.Appointments.FirstOrDefault(each => each.Id == AppointmentId)
            ?? throw ServiceDefaults.Errors.NotFound("The post has no such appointment.");
        var names = await organisations.FindAsync(_appointment.Terms.Select(term => term.OrganisationCode), Aborted);
        var holder = (await people.FindAsync([_appointment.PersonId], Aborted)).Of(_appointment.PersonId);
        return new JourneyPlan
        {
            Title = $"Put right the appointment of {holder} to {_post.Title}",
            Questions = [AskWhat, .. AskAbout(answers, names), AppointmentWords.AskWhyAmended],
            Facts = [new SummaryRow("Post", _post.Title), new SummaryRow("Person", holder)],
            Command = "Put it right",
            Destination = $"/posts/{PostId}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var changed = new Appointment { Id = AppointmentId, PostId = PostId };
        var request = new UpdateAppointmentRequest
        {
            RequestId = requestId,
            Appointment = changed,
            PostEtag = answers["etag"],
            ReasonCode = answers[Journeys.Reason.Key],
        };
        switch (answers["what"])
        {
            case PlannedEnd:
                changed.PlannedEnd = AskLastDay.Value(answers)?.AddDays(1).ToDate();
                request.UpdateMask.Add("planned_end");
                break;
            case Clock:
                changed.Terms.Add(new AppointmentTerm
                {
                    OrganisationCode = answers["board"],
                    FirstAppointedOn = ClockOf(answers, answers["board"]).Value(answers, _appointment.Start.Day()).ToDate(),
                });
                request.UpdateMask.Add("terms.first_appointed_on");
                break;
            default:
                changed.Terms.Add(new AppointmentTerm
                {
                    OrganisationCode = answers["board"],
                    AppointingBody = answers["body"] == AppointmentWords.NotKnown ? "" : answers["body"],
                    ApprovedOn = AskApproval.Value(answers).ToDate(),
                });
                request.UpdateMask.AddRange(["terms.appointing_body", "terms.approved_on"]);
                break;
        }
        await posts.UpdateAppointmentAsync(request, cancellationToken: Aborted);
        return $"What is recorded about the appointment to {_post.Title} was put right.";
    }

    private IEnumerable<Question> AskAbout(JourneyAnswers answers, OrganisationNames names) => answers["what"] switch
    {
        PlannedEnd => [AskLastDay],
        Clock => [AskBoard(names), .. ClockOf(answers, names.Of(answers["board"])).Ask(answers, _appointment.Start.Day())],
        Approval => [AskBoard(names), AskBody, AskApproval],
        _ => [],
    };

    private DateQuestion AskLastDay => new("last", "What is the planned last day in post?")
    {
        Name = "Planned last day",
        InSentence = "the planned last day",
        Optional = true,
        Empty = "none is planned",
        Hint = "Leave it empty if no end is planned. For example, 31 3 2029.",
        Earliest = _appointment.Start.Day(),
        TooEarly = "Enter a last day that is not before the first day in post",
    };

    private ChoiceQuestion AskBoard(OrganisationNames names) => new("board", "Which board is it about?")
    {
        Name = "Board",
        Missing = "Select a board",
        Choices = [.. _appointment.Terms.Select(term => new Choice(term.OrganisationCode, names.Of(term.OrganisationCode)))],
    };

    private static TermClockQuestions ClockOf(JourneyAnswers answers, string name) => new(answers["board"], name);
}
