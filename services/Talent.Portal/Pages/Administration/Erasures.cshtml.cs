using Microsoft.AspNetCore.Mvc;
using Talent.Development.V1;
using Talent.Portal.Access;
using Talent.ServiceDefaults;

namespace Talent.Portal.Pages.Administration;

/// <summary>The erasures, newest first, and which services have reported.</summary>
[Permits(Permission.ReadErasures)]
public sealed class ErasuresModel(PersonService.PersonServiceClient people) : PortalPage
{
    /// <summary>Where the last page ended; empty for the first.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    /// <summary>A page of erasures.</summary>
    public ListErasuresResponse Found { get; private set; } = new();

    /// <summary>Reads the erasures.</summary>
    public async Task OnGetAsync()
    {
        Describe("Erasures", Home);
        Found = await people.ListErasuresAsync(new ListErasuresRequest { PageSize = 50, PageToken = After ?? "" }, cancellationToken: Aborted);
    }

    /// <summary>What a service deleted, for example "2 texts, 1 stored answer"; "it held nothing" where it found none.</summary>
    public static string Say(ErasureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var parts = new[] { Count(report.Texts, "text"), Count(report.Answers, "stored answer"), Count(report.Records, "other record") };
        var said = string.Join(", ", parts.Where(part => part.Length > 0));
        return said.Length > 0 ? said : "it held nothing else";
    }

    private static string Count(int number, string word) => number switch
    {
        0 => "",
        1 => $"1 {word}",
        _ => $"{number} {word}s",
    };
}
