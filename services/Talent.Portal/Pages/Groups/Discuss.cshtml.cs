using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>Records that the holder was shown a finding, and what the holder replied.</summary>
[Permits(Permission.DiscussFlags)]
public sealed class DiscussModel(
    JourneyStore store, IdentifierSource identifiers, BoardService.BoardServiceClient boards, DiscussionReading discussions, TimeProvider time)
    : JourneyPage(store, identifiers)
{
    private const string Yes = "yes";

    private DateOnly? _raisedOn;

    /// <inheritdoc />
    public override string Address => $"/groups/{GroupId}/findings/{FlagId}/discussion";

    /// <inheritdoc />
    protected override string Kind => "discuss-finding";

    /// <inheritdoc />
    protected override string Subject => FlagId;

    private string GroupId => (string)RouteData.Values["groupId"]!;

    private string FlagId => (string)RouteData.Values["flagId"]!;

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var flags = await boards.ListFlagsAsync(new ListFlagsRequest { GroupId = GroupId }, cancellationToken: Aborted);
        var flag = flags.Flags.FirstOrDefault(each => each.Id == FlagId)
            ?? throw ServiceDefaults.Errors.NotFound("The group has no such finding that you may see.");
        _raisedOn = flag.RaisedOn.Day();
        var before = await discussions.FindAsync(GroupId, FlagId, Aborted);
        if (!answers.Has("etag"))
            answers["etag"] = before?.Etag ?? "";
        List<Question> questions = [AskShown, AskWhether];
        if (answers["replied"] == Yes)
            questions.AddRange([AskReplied(AskShown.Value(answers)), AskReply]);
        return new JourneyPlan
        {
            Title = $"Record what was discussed with the holder: {flag.Title}",
            Questions = questions,
            Facts = [new SummaryRow("Finding", flag.Finding), new SummaryRow("Recorded so far", Discussions.Say(before))],
            Warning = "The reply prints with the finding in the paper. It replaces what was recorded before.",
            Command = "Record the discussion",
            Destination = $"/groups/{GroupId}/board",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var shown = AskShown.Value(answers);
        var replied = answers["replied"] == Yes;
        await boards.RecordDiscussionAsync(
            new RecordDiscussionRequest
            {
                RequestId = requestId,
                FlagId = FlagId,
                ShownOn = shown.ToDate(),
                RepliedOn = replied ? AskReplied(shown).Value(answers).ToDate() : null,
                Reply = replied ? answers[AskReply.Key] : "",
                Etag = answers["etag"],
            },
            cancellationToken: Aborted);
        return "What was discussed with the holder was recorded.";
    }

    private DateQuestion AskShown => new("shown", "When was the finding shown to the holder?")
    {
        Name = "Shown on",
        InSentence = "the day on which the finding was shown to the holder",
        Earliest = _raisedOn,
        TooEarly = "Enter a day that is not before the day the finding was raised",
        Latest = LondonCalendar.Today(time),
        TooLate = "Enter a day that is not in the future",
    };

    private static ChoiceQuestion AskWhether => new("replied", "Has the holder replied?")
    {
        Name = "Replied",
        Missing = "Select whether the holder has replied",
        Hint = "The holder has ten working days to reply.",
        Choices = [new Choice(Yes, "Yes"), new Choice("no", "Not yet")],
    };

    private DateQuestion AskReplied(DateOnly? shown) => new("on", "When did the holder reply?")
    {
        Name = "Replied on",
        InSentence = "the day of the reply",
        Earliest = shown,
        TooEarly = "Enter a day that is not before the finding was shown",
        Latest = LondonCalendar.Today(time),
        TooLate = "Enter a day that is not in the future",
    };

    private static TextQuestion AskReply => new("reply", "What did the holder reply?")
    {
        Name = "Reply",
        Hint = "In the holder's own words. It is kept for two years, and deleted if the holder's record is erased.",
        Missing = "Enter the holder's reply",
        Longest = 4000,
    };
}
