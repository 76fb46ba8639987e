using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Posts;

/// <summary>Ends an appointment, in every organisation served or on one board alone.</summary>
[Permits(Permission.WriteAppointments)]
public sealed class EndModel(
    JourneyStore store, IdentifierSource identifiers, PostService.PostServiceClient posts, PeopleDirectory people,
    OrganisationDirectory organisations) : JourneyPage(store, identifiers)
{
    private const string Everywhere = "everywhere";

    private Post _post = new();
    private Appointment _appointment = new();

    /// <inheritdoc />
    public override string Address => $"/posts/{PostId}/appointments/{AppointmentId}/end";

    /// <inheritdoc />
    protected override string Kind => "end-appointment";

    /// <inheritdoc />
    protected override string Subject => $"{PostId}/{AppointmentId}";

    private string PostId => (string)RouteData.Values["postId"]!;

    // The boards that the person has not left already.
    private IReadOnlyList<string> Boards => [.. _post.Served.Select(served => served.OrganisationCode).Where(code =>
        !_appointment.Terms.Any(term => term.OrganisationCode == code && term.EndedOn is not null))];

    private string AppointmentId => (string)RouteData.Values["appointmentId"]!;

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        _post = (await posts.GetPostAsync(new GetPostRequest { Id = PostId }, cancellationToken: Aborted)).Post;
        if (!answers.Has("etag"))
            answers["etag"] = _post.Etag;
        _appointment = _post.Appointments.FirstOrDefault(each => each.Id == AppointmentId)
            ?? throw NoSuchAppointment();
        var names = await organisations.FindAsync(PostTable.Codes([_post]), Aborted);
        var holder = (await people.FindAsync([_appointment.PersonId], Aborted)).Of(_appointment.PersonId);
        List<Question> questions = [AskLastDay(_appointment.Start.Day())];
        if (Boards.Count > 1)
            questions.Add(AskWhere(names));
        questions.Add(AskWhy);
        return new JourneyPlan
        {
            Title = $"End the appointment of {holder} to {_post.Title}",
            Questions = questions,
            Facts = [new SummaryRow("Post", _post.Title), new SummaryRow("Person", holder)],
            Warning = Warn(answers, names),
            Command = "End the appointment",
            Destination = $"/posts/{PostId}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var request = new EndAppointmentRequest
        {
            RequestId = requestId,
            PostId = PostId,
            AppointmentId = AppointmentId,
            End = AskLastDay(null).Value(answers)!.Value.AddDays(1).ToDate(),
            Reason = (EndReason)int.Parse(answers[Journeys.Reason.Key], provider: null),
            PostEtag = answers["etag"],
            OrganisationCode = answers["where"] is { Length: > 0 } where && where != Everywhere ? where : "",
        };
        await posts.EndAppointmentAsync(request, cancellationToken: Aborted);
        return $"The end of the appointment to {_post.Title} was recorded.";
    }

    private static Grpc.Core.RpcException NoSuchAppointment() => ServiceDefaults.Errors.NotFound("The post has no such appointment.");

    private static DateQuestion AskLastDay(DateOnly? start) => new("last", "What is the last day in post?")
    {
        Name = "Last day in post",
        InSentence = "the last day in post",
        Earliest = start,
        TooEarly = "Enter a last day that is not before the first day in post",
    };

    private ChoiceQuestion AskWhere(OrganisationNames names) => new("where", "Where does it end?")
    {
        Name = "Ends",
        Missing = "Select where the appointment ends",
        Hint = "A term that ends on one board ends the service on that board only.",
        Choices =
        [
            new Choice(Everywhere, "In every organisation that the post serves"),
            .. Boards.Select(code => new Choice(code, $"Only on the board of {names.Of(code)}")),
        ],
    };

    private static ChoiceQuestion AskWhy => Journeys.Reason.Ask(
        "Why does the appointment end?",
        [.. AppointmentWords.EndReasons.Select(reason => new Choice($"{(int)reason}", Vocabulary.Say(reason)))]);

    private string? Warn(JourneyAnswers answers, OrganisationNames names)
    {
        var left = answers["where"] is "" or Everywhere ? Boards : [answers["where"]];
        return _appointment.Kind != AppointmentKind.Substantive || left.Count == 0
            ? null
            : $"The post will have no substantive holder in: {string.Join("; ", left.Select(names.Of))}.";
    }
}
