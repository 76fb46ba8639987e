using Microsoft.AspNetCore.Mvc.RazorPages;
using Talent.Portal.Access;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>The part of an import's page that changes while it goes on.</summary>
[FetchedByScript]
[Permits(Permission.RunImports)]
public sealed class ImportProgressModel(ImportService.ImportServiceClient imports) : PageModel
{
    /// <summary>The import.</summary>
    public Import Import { get; private set; } = new();

    /// <summary>Reads the import.</summary>
    public async Task OnGetAsync(string importId) => Import = (await imports.GetImportAsync(
        new GetImportRequest { Id = importId }, cancellationToken: HttpContext.RequestAborted)).Import;
}
