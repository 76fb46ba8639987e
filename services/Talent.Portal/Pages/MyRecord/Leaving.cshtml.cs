using Talent.Development.V1;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.MyRecord;

/// <summary>States when a person intends to leave the group or the NHS, or withdraws that; for the person alone.</summary>
[Permits(Permission.StateReadiness)]
public sealed class LeavingModel(
    JourneyStore store, IdentifierSource identifiers, PersonService.PersonServiceClient people, TimeProvider time)
    : JourneyPage(store, identifiers)
{
    private const string Intends = "state";

    /// <inheritdoc />
    public override string Address => "/my-record/leaving";

    /// <inheritdoc />
    protected override string Kind => "leaving";

    /// <inheritdoc />
    protected override string Subject => Caller.PersonId ?? throw ServiceDefaults.Errors.NotFound("This account has no record of a person.");

    private static ChoiceQuestion AskWhat => new("what", "Do you want to state when you intend to leave your group or the NHS?")
    {
        Name = "What you state",
        Missing = "Select whether you want to state when you intend to leave",
        Hint = "You need not. What you do not state is not guessed: figures then go by how often posts like yours change hands.",
        Choices =
        [
            new Choice(Intends, "Yes, in place of what I stated before"),
            new Choice("withdraw", "No, withdraw what I stated before"),
        ],
    };

    /// <inheritdoc />
    protected override Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<Question> questions = [AskWhat];
        if (answers["what"] == Intends)
            questions.AddRange([AskEarliest(), AskLatest(AskEarliest().Value(answers))]);
        return Task.FromResult(new JourneyPlan
        {
            Title = "State when I intend to leave",
            Questions = questions,
            Warning = LeavingWords.Use,
            Command = "Save",
            Destination = "/my-record",
        });
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var states = answers["what"] == Intends;
        var intention = new LeavingIntention
        {
            PersonId = Subject,
            Earliest = states ? AskEarliest().Value(answers).ToDate() : null,
            Latest = states ? AskLatest(null).Value(answers).ToDate() : null,
        };
        var request = new StateIntentionRequest { RequestId = requestId, Intention = intention };
        var recorded = (await people.StateIntentionAsync(request, cancellationToken: Aborted)).Intention;
        return states
            ? $"What you stated was recorded. {LeavingWords.SayUse(recorded.Audience)}"
            : "What you stated was withdrawn.";
    }

    private DateQuestion AskEarliest() => new("earliest", "From which day may you have left?")
    {
        Name = "Leaving from",
        InSentence = "the first day on which you may have left",
        Earliest = LondonCalendar.Today(time),
        TooEarly = "Enter a day that is not over",
    };

    private static DateQuestion AskLatest(DateOnly? earliest) => new("latest", "By which day will you have left?")
    {
        Name = "Leaving by",
        InSentence = "the day by which you will have left",
        Hint = "Enter the same day again if you know it exactly. For example, 31 3 2028.",
        Earliest = earliest,
        TooEarly = "Enter a day that is not before the first day on which you may have left",
    };
}
