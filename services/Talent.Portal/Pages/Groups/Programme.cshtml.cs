using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Reading;
using Talent.Portal.Scenarios;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Pages.Groups;

/// <summary>Adds a programme to those that are supposed for the pipelines of a group.</summary>
[Permits(Permission.ReadBoards)]
public sealed class ProgrammeModel(GroupDirectory groups, PipelineService.PipelineServiceClient pipelines, TimeProvider time)
    : PipelinesPage(groups, pipelines)
{
    /// <summary>The form.</summary>
    public ProgrammeForm Form { get; private set; } = null!;

    /// <summary>What was answered.</summary>
    public JourneyAnswers Answers { get; } = new();

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(string groupId)
    {
        if (!await ReadFormAsync(groupId))
            return NotFound();
        return Ask();
    }

    /// <summary>Takes the programme into the address.</summary>
    public async Task<IActionResult> OnPostAsync(string groupId)
    {
        if (!await ReadFormAsync(groupId))
            return NotFound();
        Errors = Programmes.Cohorts.Count >= SupposedProgrammes.Most
            ? [new FieldError($"Remove a programme first: at most {SupposedProgrammes.Most} are supposed at once", null)]
            : Form.Read(Request.Form, Answers);
        return Errors.Count > 0 ? Ask() : Redirect(Programmes.With(Form.Make(Answers)).Address());
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Ask()
    {
        const string Words = "Suppose a programme";
        Describe(Errors.Count > 0 ? $"Error: {Words}" : Words, Home, GroupLink, new Link("People getting ready", Programmes.Address()));
        return Page();
    }

    private async Task<bool> ReadFormAsync(string groupId)
    {
        if (!await ReadPipelinesAsync(groupId, counted: false))
            return false;
        Form = new ProgrammeForm(Answer.Pipelines, LondonCalendar.Today(time));
        return true;
    }
}
