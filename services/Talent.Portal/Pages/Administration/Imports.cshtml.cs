using Microsoft.AspNetCore.Mvc;
using Talent.Portal.Access;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>The imports so far, newest first.</summary>
[Permits(Permission.RunImports)]
public sealed class ImportsModel(ImportService.ImportServiceClient imports) : PortalPage
{
    /// <summary>Where the last page ended; empty for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>A page of imports.</summary>
    public ListImportsResponse Found { get; private set; } = new();

    /// <summary>Reads the imports.</summary>
    public async Task OnGetAsync()
    {
        Describe("Imports", Home);
        Found = await imports.ListImportsAsync(new ListImportsRequest { PageSize = 50, PageToken = After ?? "" }, cancellationToken: Aborted);
    }
}
