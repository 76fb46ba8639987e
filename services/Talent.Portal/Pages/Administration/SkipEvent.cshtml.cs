using System.Globalization;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Words;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>Passes over the entry at which a projection or reaction is stalled, with a reason that is recorded.</summary>
[Permits(Permission.Operate)]
public sealed class SkipEventModel(JourneyStore store, IdentifierSource identifiers, ProjectionReading projections)
    : JourneyPage(store, identifiers)
{
    /// <inheritdoc />
    public override string Address => $"/administration/health/{Service}/{Reader}/skip/{Position}";

    /// <inheritdoc />
    protected override string Kind => "skip-event";

    /// <inheritdoc />
    protected override string Subject => $"{Service}/{Reader}/{Position}";

    private string Service => (string)RouteData.Values["service"]!;

    private string Reader => (string)RouteData.Values["reader"]!;

    private long Position => long.Parse((string)RouteData.Values["position"]!, CultureInfo.InvariantCulture);

    /// <inheritdoc />
    protected override async Task<JourneyPlan> PlanAsync(JourneyAnswers answers)
    {
        var projection = await projections.GetAsync(Service, ProjectionWords.FromAddress(Reader), Aborted);
        var stalled = projection.StalledPosition == Position;
        return new JourneyPlan
        {
            Title = $"Pass over entry {Position}",
            Questions = [AskReason],
            Facts =
            [
                new SummaryRow("Service", Service),
                new SummaryRow("Reader", ProjectionWords.SayReader(projection.Source)),
                new SummaryRow("State", stalled ? ProjectionWords.SayState(projection) : "Not stalled there any more"),
                new SummaryRow("What it found", stalled ? projection.StalledReason : "nothing"),
            ],
            Warning = "What this entry says will be missing from now on, after a rebuild as well. Nobody can take this back.",
            Command = "Pass over the entry",
            Destination = "/administration/health",
        };
    }

    /// <inheritdoc />
    protected override async Task<string> CommandAsync(JourneyAnswers answers, string requestId)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var request = new SkipEventRequest
        {
            RequestId = requestId,
            Service = Service,
            Source = ProjectionWords.FromAddress(Reader),
            Position = Position,
            Reason = answers[AskReason.Key],
        };
        await projections.SkipAsync(request, Caller.AccountId, Aborted);
        return $"Entry {Position} is passed over. What follows it is applied within seconds.";
    }

    private static TextQuestion AskReason => new("reason", "Why may this entry be passed over?")
    {
        Name = "Reason",
        Hint = "Write about the entry, never about a person. The reason is recorded with your account.",
        Missing = "Enter why this entry may be passed over",
        Longest = 500,
    };
}
