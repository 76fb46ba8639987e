using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.Portal.Scenarios;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>What if: changes are put together, and the group with them is compared with the group as it is. It changes nothing.</summary>
[Permits(Permission.ReadBoards)]
public sealed class ScenarioModel(
    ForecastService.ForecastServiceClient service, GroupDirectory groups, ForecastReading forecasts) : ScenarioPage(groups, forecasts)
{
    /// <summary>How the scenario is compared; null: it is still put together.</summary>
    [BindProperty(SupportsGet = true, Name = "compare")]
    public string? Compare { get; set; }

    /// <summary>What the changes bring; null: it was not asked for, or the changes do not fit the group.</summary>
    public CompareScenarioResponse? Comparison { get; private set; }

    /// <summary>The posts that change, greatest saving first; those that only one side has come last.</summary>
    public IReadOnlyList<ScenarioDifference> Changing => ThatChange(Comparison!.Posts);

    /// <summary>The same with equal weights.</summary>
    public IReadOnlyList<ScenarioDifference> ChangingWithEqualWeights => ThatChange(Comparison!.PostsWithEqualWeights);

    /// <summary>Reads the scenario, and compares it where that is asked for.</summary>
    public async Task<IActionResult> OnGetAsync(string groupId)
    {
        if (!await ReadScenarioAsync(groupId))
            return NotFound();
        if (Compare is not null && Scenario.Changes.Count > 0)
            await CompareAsync();
        await NameAsync([], Comparison?.Organisations.Select(each => each.PartId) ?? []);
        DescribeBelow("What if", belowScenario: false);
        return Page();
    }

    private IReadOnlyList<ScenarioDifference> ThatChange(IEnumerable<ScenarioDifference> posts) =>
    [
        .. posts.Where(post => post.Difference is not { Lower: 0, Upper: 0 })
            .OrderBy(post => post.Difference?.Value ?? double.MaxValue)
            .ThenBy(post => TitleOf(post.PartId), StringComparer.OrdinalIgnoreCase),
    ];

    private async Task CompareAsync()
    {
        try
        {
            var request = new CompareScenarioRequest
            {
                GroupId = Group.Id,
                Changes = { Scenario.Changes },
                Tier = Compare == ForecastModel.Full ? ForecastTier.Full : ForecastTier.AtOnce,
            };
            Comparison = await service.CompareScenarioAsync(
                request, deadline: ForecastReading.Deadline(request.Tier), cancellationToken: Aborted);
        }
        catch (RpcException refused) when (ScenarioProblems.IsForThePerson(refused))
        {
            Errors = ScenarioProblems.Of(refused);
        }
    }
}
