using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Words;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>How far an import has come, and its report row by row.</summary>
[Permits(Permission.RunImports)]
public sealed class ImportModel(ImportService.ImportServiceClient imports) : PortalPage
{
    private const int RefreshSeconds = 2;

    /// <summary>Where the last page of remarks ended; empty for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>The import.</summary>
    public Import Import { get; private set; } = new();

    /// <summary>A page of its report.</summary>
    public ListImportRemarksResponse Report { get; private set; } = new();

    /// <summary>Whether it is still going on.</summary>
    public bool Running => Import.State is ImportState.Waiting or ImportState.Running;

    /// <summary>Reads the import.</summary>
    public async Task OnGetAsync(string importId)
    {
        Import = (await imports.GetImportAsync(new GetImportRequest { Id = importId }, cancellationToken: Aborted)).Import;
        Describe($"Import: {Vocabulary.Say(Import.Kind)}", Home, new Link("Imports", "/administration/imports"));
        if (Running)
        {
            ViewData["Refresh"] = RefreshSeconds;
            return;
        }
        var request = new ListImportRemarksRequest { ImportId = importId, PageSize = 200, PageToken = After ?? "" };
        Report = await imports.ListImportRemarksAsync(request, cancellationToken: Aborted);
    }
}
