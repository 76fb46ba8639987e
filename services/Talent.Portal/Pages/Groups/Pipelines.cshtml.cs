using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Reading;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>Whether enough people are getting ready for each kind of post of a group.</summary>
[Permits(Permission.ReadBoards)]
public sealed class PipelinesModel(GroupDirectory groups, PipelineService.PipelineServiceClient pipelines)
    : PipelinesPage(groups, pipelines)
{
    /// <summary>The last day of a year that is looked ahead.</summary>
    public DateOnly LastDayOf(int year) => Answer.Provenance.AsOf.ToDay("as_of")!.Value.AddYears(year).AddDays(-1);

    /// <summary>The same pipeline without what is supposed; null where nothing is supposed for it.</summary>
    public Pipeline? Without(Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Programmes.Cohorts.Any(cohort => cohort.Family == pipeline.Family && cohort.Level == pipeline.Level)
            ? Answer.PipelinesWithoutCohorts.FirstOrDefault(each =>
                each.Family == pipeline.Family && each.Level == pipeline.Level && each.RegionCode == pipeline.RegionCode)
            : null;
    }

    /// <summary>Reads the pipelines.</summary>
    public async Task<IActionResult> OnGetAsync(string groupId)
    {
        if (!await ReadPipelinesAsync(groupId, counted: true))
            return NotFound();
        Describe($"People getting ready: {Group.Title}", Home, GroupLink);
        return Page();
    }
}
