using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Posts;

/// <summary>Appoints a person to a post.</summary>
[Permits(Permission.WriteAppointments)]
public sealed class AppointModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, PersonSearch people,
    OrganisationDirectory organisations) : JourneyPage(store, identifiers)
{
    private Post _post = new();

    /// <inheritdoc />
    public override string Address => $"/posts/{Subject}/appoint";

    /// <inheritdoc />
    protected override string Kind => "appoint";

    /// <inheritdoc />
    protected override string Subject => (string)RouteData.Values["postId"]!;

    private static ChoiceQuestion AskKind => new("kind", "How will the person hold the post?")
    {
        Name = "Holds it as",
        Missing = "Select how the person will hold the post",
        Hint = "Interim or acting cover is not succession: the post stays vacant until somebody holds it substantively.",
        Choices = [.. AppointmentWords.Kinds.Select(kind => new Choice($"{(int)kind}", Vocabulary.Say(kind)))],
    };

    private static DateQuestion AskStart => new("start", "What is the first day in post?")
    {
        Name = "First day in post",
        InSentence = "the first day in post",
    };

    private static DateQuestion AskLastDay(DateOnly? start) => new("last", "What is the planned last day in post?")
    {
        Name = "Planned last day",
        InSentence = "the planned last day",
        Optional = true,
        Empty = "none is planned",
        Hint = "Leave it empty if no end is planned. For example, 31 3 2029.",
        Earliest = start,
        TooEarly = "Enter a last day that is not before the first day in post",
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
        _post = (await posts.GetPostAsync(new GetPostRequest { Id = Subject }, cancellationToken: Aborted)).Post;
        if (!answers.Has("etag"))
            answers["etag"] = _post.Etag;
        var names = await organisations.FindAsync(PostTable.Codes([_post]), Aborted);
        var person = await people.AskAsync("Who is being appointed?", _post.GroupId, Find, Address, answers, Aborted);
        return new JourneyPlan
        {
            Title = $"Appoint to {_post.Title}",
            Questions =
            [
                person, AskKind, AskStart, AskLastDay(AskStart.Value(answers)), AskLead(_post, names), AskBasis, AskBody, AskApproval,
                .. AppointmentWords.HasTermClock(_post.Family)
                    ? _post.Served.SelectMany(served => ClockOf(served, names).Ask(answers, AskStart.Value(answers)))
                    : [],
                AppointmentWords.AskWhyAppointed,
            ],
            Facts =
            [
                new SummaryRow("Post", _post.Title),
                new SummaryRow("Serves", string.Join("; ", _post.Served.Select(served => names.Of(served.OrganisationCode)))),
            ],
            Command = "Appoint",
            Destination = $"/posts/{_post.Id}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var appointment = new Appointment
        {
            PostId = _post.Id,
            PersonId = answers[PersonSearch.PersonKey],
            Kind = (AppointmentKind)int.Parse(answers["kind"], provider: null),
            Start = AskStart.Value(answers)!.Value.ToDate(),
            PlannedEnd = AskLastDay(null).Value(answers)?.AddDays(1).ToDate(),
            Terms = { _post.Served.Select(served => Term(served, answers)) },
        };
        var request = new CreateAppointmentRequest
        {
            RequestId = requestId,
            Appointment = appointment,
            PostEtag = answers["etag"],
            ReasonCode = answers[Journeys.Reason.Key],
        };
        await posts.CreateAppointmentAsync(request, cancellationToken: Aborted);
        return $"The appointment to {_post.Title} was recorded.";
    }

    private static TermClockQuestions ClockOf(ServedOrganisation served, OrganisationNames names) =>
        new(served.OrganisationCode, names.Of(served.OrganisationCode));

    private AppointmentTerm Term(ServedOrganisation served, JourneyAnswers answers)
    {
        var clock = new TermClockQuestions(served.OrganisationCode, served.OrganisationCode);
        var leads = served.OrganisationCode == answers["lead"];
        return new AppointmentTerm
        {
            OrganisationCode = served.OrganisationCode,
            Lead = leads,
            Basis = leads ? (EngagementBasis)int.Parse(answers["basis"], provider: null) : EngagementBasis.Unspecified,
            AppointingBody = answers["body"] == AppointmentWords.NotKnown ? "" : answers["body"],
            ApprovedOn = AskApproval.Value(answers).ToDate(),
            FirstAppointedOn = AppointmentWords.HasTermClock(_post.Family)
                ? clock.Value(answers, AskStart.Value(answers)).ToDate()
                : null,
        };
    }

    private static ChoiceQuestion AskLead(Post post, OrganisationNames names) => new("lead", "Which organisation leads?")
    {
        Name = "Lead organisation",
        Missing = "Select the organisation that leads, or that it is not known",
        Hint = "The one that employs, pays and is accountable for the person.",
        Choices =
        [
            .. post.Served.Select(served => new Choice(served.OrganisationCode, names.Of(served.OrganisationCode))),
            new Choice(AppointmentWords.NotKnown, "Not known"),
        ],
    };

    private static ChoiceQuestion AskBasis => new("basis", "On what basis does the person serve it?")
    {
        Name = "Basis",
        Missing = "Select the basis, or that it is not known",
        Choices = [.. AppointmentWords.Bases.Select(basis => new Choice($"{(int)basis}", Vocabulary.Say(basis)))],
    };
}
