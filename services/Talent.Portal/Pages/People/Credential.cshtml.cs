using Microsoft.AspNetCore.Mvc;
using Talent.Development.V1;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.People;

/// <summary>Records whether a person holds a registration or qualification that posts need.</summary>
[Permits(Permission.WritePeople)]
public sealed class CredentialModel(JourneyStore store, IdentifierSource identifiers, PersonService.PersonServiceClient people)
    : JourneyPage(store, identifiers)
{
    private const string Held = "held";

    /// <summary>The person, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string PersonId { get; set; } = "";

    /// <inheritdoc />
    public override string Address => $"/people/{PersonId}/credential";

    /// <inheritdoc />
    protected override string Kind => "credential";

    /// <inheritdoc />
    protected override string Subject => PersonId;

    private static ChoiceQuestion AskCode => new("code", "Which registration or qualification?")
    {
        Name = "Registration or qualification",
        Missing = "Select a registration or qualification",
        Choices =
        [
            .. Requirements.All.Where(requirement => requirement.Recorded)
                .Select(requirement => new Choice(requirement.Code, RequirementWords.Capital(requirement.Name))),
        ],
    };

    private static ChoiceQuestion AskHeld => new("held", "Does the person hold it?")
    {
        Name = "Held",
        Missing = "Select whether the person holds it",
        Choices = [new Choice(Held, "Yes"), new Choice("not-held", "No")],
    };

    private static ChoiceQuestion AskSource => new("source", "Who says so?")
    {
        Name = "Who says so",
        Missing = "Select who says so",
        Choices =
        [
            .. ((CredentialSource[])[CredentialSource.CheckedByEmployer, CredentialSource.OwnStatement])
                .Select(source => new Choice($"{(int)source}", RequirementWords.Capital(RequirementWords.Say(source)))),
        ],
    };

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        var person = (await people.GetPersonAsync(new GetPersonRequest { Id = PersonId }, cancellationToken: Aborted)).Person;
        return new JourneyPlan
        {
            Title = $"Record a registration or qualification of {person.DisplayName}",
            Questions = [AskCode, AskHeld, AskSource],
            Command = "Save",
            Destination = $"/people/{PersonId}",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var request = new RecordCredentialRequest
        {
            RequestId = requestId,
            Credential = new Credential
            {
                PersonId = PersonId,
                Code = answers["code"],
                Held = answers["held"] == Held,
                Source = (CredentialSource)int.Parse(answers["source"], provider: null),
            },
        };
        await people.RecordCredentialAsync(request, cancellationToken: Aborted);
        return "The registration or qualification was recorded.";
    }
}
