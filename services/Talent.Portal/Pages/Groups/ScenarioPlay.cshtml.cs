using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Portal.Scenarios;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>One way in which the coming years may go, with the changes that are supposed, step by step.</summary>
[Permits(Permission.ReadBoards)]
public sealed class ScenarioPlayModel(
    ForecastService.ForecastServiceClient service, GroupDirectory groups, ForecastReading forecasts) : ScenarioPage(groups, forecasts)
{
    /// <summary>The last trial there is.</summary>
    public const int Last = 9999;

    /// <summary>Which trial, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "trial")]
    public int Trial { get; set; }

    /// <summary>The trial; null: there is none of that number, or the changes do not fit the group.</summary>
    public PlayTrialResponse? Played { get; private set; }

    /// <summary>The address of a trial of this scenario.</summary>
    public string AddressOf(int trial) => Scenario.Address("/play", $"trial={trial}");

    /// <summary>Plays the trial.</summary>
    public async Task<IActionResult> OnGetAsync(string groupId)
    {
        if (!await ReadScenarioAsync(groupId))
            return NotFound();
        await PlayAsync();
        return await ShowAsync();
    }

    /// <summary>Leads to the trial of a number that was typed.</summary>
    public async Task<IActionResult> OnPostAsync(string groupId)
    {
        if (!await ReadScenarioAsync(groupId))
            return NotFound();
        if (ModelState.IsValid && Trial is >= 0 and <= Last)
            return Redirect(AddressOf(Trial));
        Errors = [new FieldError($"Enter the trial as a whole number from 0 to {Last}", "trial")];
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        await NameAsync(
            Played?.Steps.Select(step => step.PersonId) ?? [], Played?.Steps.Select(step => step.OrganisationCode) ?? []);
        DescribeBelow("One way in which the years may go", belowScenario: true);
        return Page();
    }

    private async Task PlayAsync()
    {
        try
        {
            var request = new PlayTrialRequest { GroupId = Group.Id, Changes = { Scenario.Changes }, Trial = Trial };
            Played = await service.PlayTrialAsync(request, cancellationToken: Aborted);
        }
        catch (RpcException refused) when (ScenarioProblems.IsForThePerson(refused))
        {
            Errors = ScenarioProblems.Of(refused);
        }
    }
}
