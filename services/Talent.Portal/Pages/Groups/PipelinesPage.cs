using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Components;
using Talent.Portal.Reading;
using Talent.Portal.Scenarios;
using Talent.Roles.V1;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>A page about the pipelines of a group and programmes that are supposed for them, which stand in its address.</summary>
public abstract class PipelinesPage(GroupDirectory groups, PipelineService.PipelineServiceClient pipelines) : PortalPage
{
    /// <summary>The programmes as they stand in the address.</summary>
    [BindProperty(SupportsGet = true, Name = SupposedInAddress.Field)]
    public IReadOnlyList<string> Supposed { get; set; } = [];

    /// <summary>The group.</summary>
    public Group Group { get; private set; } = new();

    /// <summary>What is supposed.</summary>
    public SupposedProgrammes Programmes { get; private set; } = new("", []);

    /// <summary>The pipelines.</summary>
    public GetPipelinesResponse Answer { get; private set; } = new();

    /// <summary>The group's own page.</summary>
    protected Link GroupLink => new(Group.Title, $"/groups/{Group.Id}");

    /// <summary>Reads the group, the programmes of the address and the pipelines.</summary>
    /// <param name="groupId">Id of the group.</param>
    /// <param name="counted">Whether the programmes are counted in the pipelines.</param>
    /// <returns>False: the address was cut or altered.</returns>
    protected async Task<bool> ReadPipelinesAsync(string groupId, bool counted)
    {
        Group = await groups.FindAsync(groupId, Aborted);
        if (SupposedProgrammes.Parse(groupId, Supposed) is not { } programmes)
            return false;
        Programmes = programmes;
        var request = new GetPipelinesRequest { GroupId = groupId };
        if (counted)
            request.Cohorts.AddRange(programmes.Cohorts);
        Answer = await pipelines.GetPipelinesAsync(request, cancellationToken: Aborted);
        return true;
    }
}
