using Talent.Development.V1;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.MyRecord;

/// <summary>Chooses who may see a part of the own record.</summary>
[Permits(Permission.ShareOwnRecord)]
public sealed class SharingModel(JourneyStore store, IdentifierSource identifiers, PersonService.PersonServiceClient people)
    : JourneyPage(store, identifiers)
{
    /// <inheritdoc />
    public override string Address => $"/my-record/sharing/{What}";

    /// <inheritdoc />
    protected override string Kind => "sharing";

    /// <inheritdoc />
    protected override string Subject => SharingSubjects.All.Any(subject => subject.Key == What)
        ? What
        : throw ServiceDefaults.Errors.NotFound("There is nothing of that name to share.");

    private string What => (string)RouteData.Values["subject"]!;

    /// <inheritdoc />
    protected override Task<JourneyPlan> PlanAsync(JourneyAnswers answers) => Task.FromResult(new JourneyPlan
    {
        Title = "Who may see what",
        Questions =
        [
            new ChoiceQuestion("audience", $"Who may see: {SharingSubjects.Say(Subject)}?")
            {
                Name = "Who may see it", Missing = "Select who may see this", Choices = SharingChoices.All,
            },
        ],
        Facts = [new SummaryRow("What", SharingSubjects.Say(Subject))],
        Warning = Subject == SharingSubjects.Leaving ? LeavingWords.Use : null,
        Command = "Save",
        Destination = "/my-record",
    });

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var choice = new SharingChoice
        {
            PersonId = Caller.PersonId ?? throw ServiceDefaults.Errors.NotFound("This account has no record of a person."),
            Subject = Subject,
            Audience = (Audience)int.Parse(answers["audience"], provider: null),
        };
        await people.ChooseSharingAsync(new ChooseSharingRequest { RequestId = requestId, Choice = choice }, cancellationToken: Aborted);
        return "Your choice was recorded.";
    }
}
