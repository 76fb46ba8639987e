using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Talent.Messaging;
using Talent.Portal.Access;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Code = Grpc.Core.StatusCode;
using Problem = Talent.Portal.Components.FieldError;

namespace Talent.Portal.Pages.Administration;

/// <summary>Takes a file and starts its import. The request id is made when the page is rendered, so a file is imported once.</summary>
[Permits(Permission.RunImports)]
[RequestSizeLimit(4 * 1024 * 1024)]
public sealed class NewImportModel(ImportService.ImportServiceClient imports, IdentifierSource identifiers, TimeProvider time) : PortalPage
{
    /// <summary>The largest file that is taken, in bytes.</summary>
    public const int LargestFile = 3 * 1024 * 1024;

    /// <summary>Id of the request.</summary>
    [BindProperty(Name = "request")]
    public string? RequestId { get; set; }

    /// <summary>Which file it is.</summary>
    [BindProperty(Name = "kind")]
    public int FileKind { get; set; }

    /// <summary>The file.</summary>
    [BindProperty(Name = "file")]
    public IFormFile? Upload { get; set; }

    /// <summary>The day on which the register was taken, as typed.</summary>
    public JourneyAnswers Typed { get; } = new();

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>Asks for the day.</summary>
    public DateQuestion AskDay => new("as-of", "On which day was it taken?")
    {
        Name = "As of",
        InSentence = "the day on which it was taken",
        Hint = "What differs from what is recorded holds from this day on.",
        Latest = LondonCalendar.Today(time),
        TooLate = "Enter a day that is not after today",
    };

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        Describe("Import a file", Home, new Link("Imports", "/administration/imports"));
        RequestId = identifiers.Next();
        var today = LondonCalendar.Today(time);
        (Typed["as-of-day"], Typed["as-of-month"], Typed["as-of-year"]) = ($"{today.Day}", $"{today.Month}", $"{today.Year}");
    }

    /// <summary>Starts the import.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!Guid.TryParse(RequestId, out _))
            return BadRequest();
        Problems = [.. Check()];
        if (Problems.Count > 0)
            return Again();
        try
        {
            var request = new CreateImportRequest
            {
                RequestId = RequestId,
                Kind = (ImportFileKind)FileKind,
                FileName = Path.GetFileName(Upload!.FileName),
                AsOf = AskDay.Value(Typed)!.Value.ToDate(),
                Content = await ByteString.FromStreamAsync(Upload.OpenReadStream(), Aborted),
            };
            var started = await imports.CreateImportAsync(request, cancellationToken: Aborted);
            return Redirect($"/administration/imports/{started.Import.Id}");
        }
        catch (RpcException refused) when (refused.StatusCode is Code.InvalidArgument or Code.AlreadyExists
            or Code.FailedPrecondition)
        {
            Problems = [new Problem(refused.GetDetails().Sentence, "file")];
            return Again();
        }
    }

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Words;

    private IEnumerable<Problem> Check()
    {
        if (FileKind == 0 || !Enum.IsDefined((ImportFileKind)FileKind))
            yield return new Problem("Select which file it is", "kind");
        if (AskDay.Read(Request.Form, Typed) is { } wrongDay)
            yield return wrongDay;
        if (Upload is null || Upload.Length == 0)
            yield return new Problem("Select a file that is not empty", "file");
        else if (Upload.Length > LargestFile)
            yield return new Problem("Select a file of 3 megabytes or less", "file");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again()
    {
        Describe("Error: Import a file", Home, new Link("Imports", "/administration/imports"));
        return Page();
    }
}
