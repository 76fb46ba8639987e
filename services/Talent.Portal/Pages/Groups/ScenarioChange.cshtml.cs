using Microsoft.AspNetCore.Mvc;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Scenarios;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Groups;

/// <summary>Adds a change to a scenario.</summary>
[Permits(Permission.ReadBoards)]
public sealed class ScenarioChangeModel(
    GroupDirectory groups, ForecastReading forecasts, PostDirectory posts, PeopleDirectory people, OrganisationDirectory organisations,
    IdentifierSource identifiers, TimeProvider time) : ScenarioPage(groups, forecasts)
{
    /// <summary>What is supposed.</summary>
    public ChangeKind Kind { get; private set; } = ChangeKind.All[0];

    /// <summary>Its form.</summary>
    public ChangeForm Form { get; private set; } = null!;

    /// <summary>What was answered.</summary>
    public JourneyAnswers Answers { get; } = new();

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string groupId, string kind)
    {
        if (!await ReadFormAsync(groupId, kind))
            return NotFound();
        return Ask();
    }

    /// <summary>Takes the change into the scenario.</summary>
    public async Task<IActionResult> OnPostAsync(string groupId, string kind)
    {
        if (!await ReadFormAsync(groupId, kind))
            return NotFound();
        Errors = Scenario.Changes.Count >= Scenario.Most
            ? [new FieldError($"Remove a change first: a scenario has at most {Scenario.Most}", null)]
            : Form.Read(Request.Form, Answers);
        return Errors.Count > 0 ? Ask() : Redirect(Scenario.With(Form.Make(Answers)).Address());
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Ask()
    {
        DescribeBelow(Kind.Words, belowScenario: true);
        return Page();
    }

    private async Task<bool> ReadFormAsync(string groupId, string kind)
    {
        if (!await ReadScenarioAsync(groupId) || ChangeKind.All.FirstOrDefault(each => each.Key == kind) is not { } found)
            return false;
        var today = LondonCalendar.Today(time);
        var codes = Group.Members.Where(row => DatedValues.Holds(row, today)).Select(row => row.Value).ToArray();
        var names = await organisations.FindAsync(codes, Aborted);
        var choices = new GroupChoices(
            await posts.OfGroupAsync(groupId, Aborted),
            await people.OfGroupAsync(groupId, Aborted),
            [.. codes.Select(code => (code, names.Of(code))).OrderBy(each => each.Item2, StringComparer.OrdinalIgnoreCase)],
            today);
        (Kind, Form) = (found, found.Form(choices, identifiers));
        return true;
    }
}
