using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Portal.Scenarios;
using Talent.Roles.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>A page about changes that are supposed for a group, which stand in its address.</summary>
public abstract class ScenarioPage(GroupDirectory groups, ForecastReading forecasts) : PortalPage
{
    /// <summary>The changes as they stand in the address.</summary>
    [BindProperty(SupportsGet = true, Name = SupposedInAddress.Field)]
    public IReadOnlyList<string> Supposed { get; set; } = [];

    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>What is supposed.</summary>
    public Scenario Scenario { get; private set; } = new("", []);

    /// <summary>Names of whom and what the page mentions.</summary>
    public GroupNames Names { get; private set; } = null!;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; protected set; } = [];

    /// <summary>The title of a post, also of one that only the scenario has.</summary>
    public string TitleOf(string postId) =>
        !Names.Titles.Knows(postId) && Scenario.Changes.Any(change => change.PostSplit?.Parts.Any(part => part.PostId == postId) == true)
            ? "The new post of a split"
            : Names.Titles.Of(postId);

    /// <summary>What is wrong with a field or change, by its id; null when nothing is.</summary>
    public string? ErrorOf(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Words;

    /// <summary>Names the page below its group and, unless it is that itself, the scenario.</summary>
    protected void DescribeBelow(string title, bool belowScenario)
    {
        var group = new Link(Group.Title, $"/groups/{Group.Id}");
        Describe(
            Errors.Count > 0 ? $"Error: {title}" : title,
            belowScenario ? [Home, group, new Link("What if", Scenario.Address())] : [Home, group]);
    }

    /// <summary>Reads the group and the scenario of the address.</summary>
    /// <returns>False: the address was cut or altered.</returns>
    protected async Task<bool> ReadScenarioAsync(string groupId)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        if (Scenario.Parse(groupId, Supposed) is not { } scenario)
            return false;
        Scenario = scenario;
        return true;
    }

    /// <summary>Looks up the names of whom and what the changes and the answer mention.</summary>
    protected async Task NameAsync(IEnumerable<string> people, IEnumerable<string> organisations) => Names = await forecasts.NameAsync(
        Group.Id,
        Mentioned.People(Scenario.Changes).Concat(people),
        Mentioned.Organisations(Scenario.Changes).Concat(organisations),
        Aborted);
}
