using Talent.Events.V1;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>Has the projections of a source made again from its first entry, with a reason that is recorded.</summary>
[Permits(Permission.Operate)]
public sealed class RebuildModel(JourneyStore store, IdentifierSource identifiers, ProjectionReading projections)
    : JourneyPage(store, identifiers)
{
    /// <inheritdoc />
    public override string Address => $"/administration/health/{Service}/{Reader}/rebuild";

    /// <inheritdoc />
    protected override string Kind => "rebuild-projection";

    /// <inheritdoc />
    protected override string Subject => $"{Service}/{Reader}";

    private string Service => (string)RouteData.Values["service"]!;

    private string Reader => (string)RouteData.Values["reader"]!;

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        var projection = await projections.GetAsync(Service, ProjectionWords.FromAddress(Reader), Aborted);
        return new JourneyPlan
        {
            Title = $"Rebuild what {Service} projects",
            Questions = [AskReason],
            Facts =
            [
                new SummaryRow("Service", Service),
                new SummaryRow("Reader", ProjectionWords.SayReader(projection.Source)),
                new SummaryRow("State", ProjectionWords.SayState(projection)),
            ],
            Warning = "It is emptied and made again from the first entry. Until that is done, pages show less than is recorded.",
            Command = "Rebuild",
            Destination = "/administration/health",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var request = new RebuildProjectionRequest
        {
            RequestId = requestId,
            Service = Service,
            Source = ProjectionWords.FromAddress(Reader),
            Reason = answers[AskReason.Key],
        };
        await projections.RebuildAsync(request, Caller.AccountId, Aborted);
        return "The rebuild begins within seconds. This page says how far it has come.";
    }

    private static TextQuestion AskReason => new("reason", "Why is it rebuilt?")
    {
        Name = "Reason",
        Hint = "Write about the projection, never about a person. The reason is recorded with your account.",
        Missing = "Enter why it is rebuilt",
        Longest = 500,
    };
}
