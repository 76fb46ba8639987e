using Talent.Development.V1;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Words;
using Talent.ServiceDefaults;
using Talent.Types.V1;

namespace Talent.Portal.Pages.MyRecord;

/// <summary>States when a person may be ready for a kind of post; for the person alone.</summary>
[Permits(Permission.StateReadiness)]
public sealed class ReadinessModel(JourneyStore store, IdentifierSource identifiers, PersonService.PersonServiceClient people)
    : JourneyPage(store, identifiers)
{
    private const string Known = "known";

    /// <inheritdoc />
    public override string Address => "/my-record/readiness";

    /// <inheritdoc />
    protected override string Kind => "readiness";

    /// <inheritdoc />
    protected override string Subject => Caller.PersonId ?? throw ServiceDefaults.Errors.NotFound("This account has no record of a person.");

    private static ChoiceQuestion AskFamily => new("family", "For which kind of post?")
    {
        Name = "Kind of post",
        Missing = "Select a kind of post",
        Choices = [.. RoleFamilies.Keys.Select(family => new Choice(family, RoleFamilies.Say(family)))],
    };

    private static ChoiceQuestion AskLevel => new("level", "At which level?")
    {
        Name = "Level",
        Missing = "Select a level",
        Choices =
        [
            .. ((Level[])[Level.Group, Level.Trust, Level.Site, Level.Division]).Select(level => new Choice($"{(int)level}", Vocabulary.Say(level))),
            new Choice("0", "Every level"),
        ],
    };

    private static ChoiceQuestion AskKnown => new("ready", "Do you know when you may be ready?")
    {
        Name = "Known",
        Missing = "Select whether you know",
        Choices = [new Choice(Known, "Yes"), new Choice("unknown", "No, not yet")],
    };

    private static ChoiceQuestion AskAudience => new("audience", "Who may see this?")
    {
        Name = "Who may see it",
        Missing = "Select who may see this",
        Choices = SharingChoices.All,
    };

    /// <inheritdoc />
    protected override Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<Question> questions = [AskFamily, AskLevel, AskKnown];
        if (answers["ready"] == Known)
            questions.AddRange([OwnReadiness.Earliest, OwnReadiness.Latest(OwnReadiness.Earliest.Value(answers))]);
        questions.Add(AskAudience);
        return Task.FromResult(new JourneyPlan
        {
            Title = "State when I may be ready",
            Questions = questions,
            Command = "Save",
            Destination = "/my-record",
        });
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var statement = new ReadinessStatement
        {
            PersonId = Subject,
            Family = answers["family"],
            Level = (Level)int.Parse(answers["level"], provider: null),
            Source = StatementSource.Self,
            Audience = (Audience)int.Parse(answers["audience"], provider: null),
            Readiness = answers["ready"] != Known ? null : new Readiness
            {
                Earliest = OwnReadiness.Earliest.Value(answers).ToDate(),
                Latest = OwnReadiness.Latest(null).Value(answers).ToDate(),
            },
        };
        var request = new StateReadinessRequest { RequestId = requestId, Statement = statement };
        await people.StateReadinessAsync(request, cancellationToken: Aborted);
        return "What you stated was recorded.";
    }
}
