using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Talent.Portal.Doubles;
using Talent.Roles.V1;

namespace Talent.Portal.Tests.Pages;

public sealed class ImportPageTests(PortalHost portal)
{
    [Fact]
    public async Task Post_AFile_StartsItsImportOnceWithTheIdOfThePage()
    {
        using var administrator = await portal.VisitAsAsync("administrator");
        var page = await administrator.GetAsync("/administration/imports/new");
        using var form = Fill(page, "RXX,Some trust\n"u8.ToArray(), kind: ImportFileKind.TrustRegister);

        var answer = await administrator.Client.PostAsync(new Uri("/administration/imports/new", UriKind.Relative), form);

        Assert.Equal("/administration/imports/import-1", answer.Headers.Location!.OriginalString);
        var id = page.Page.QuerySelector("input[name=request]")!.GetAttribute("value");
        var sent = Assert.Single(portal.Recorded.Requests<CreateImportRequest>(), request => request.RequestId == id);
        Assert.Equal(("etr.csv", "RXX,Some trust\n"), (sent.FileName, sent.Content.ToString(Encoding.UTF8)));
    }

    [Fact]
    public async Task Post_NothingFilledIn_SaysWhatToDoBesideEachField()
    {
        using var administrator = await portal.VisitAsAsync("administrator");
        var page = await administrator.GetAsync("/administration/imports/new");
        using var form = Fill(page, [], kind: ImportFileKind.Unspecified);

        var answer = await administrator.Client.PostAsync(new Uri("/administration/imports/new", UriKind.Relative), form);

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Select which file it is", text, StringComparison.Ordinal);
        Assert.Contains("Select a file that is not empty", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AFinishedImport_ReportsRowByRow()
    {
        using var administrator = await portal.VisitAsAsync("administrator");

        var page = await administrator.GetAsync("/administration/imports/import-1");

        Assert.Contains("10 organisations, 9 open, 1 closed", page.Text, StringComparison.Ordinal);
        Assert.Contains("7 successor XN0 Unknown No successor of this closed organisation is known", page.Text, StringComparison.Ordinal);
        Assert.Contains("8 whole row RXX Changed name: SOME TRUST -> SOME OTHER TRUST", page.Text, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Fill(Received page, byte[] content, ImportFileKind kind)
    {
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.Page.QuerySelectorAll("main input[type=hidden]").OfType<IHtmlInputElement>())
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        form.Add(new StringContent($"{(int)kind}"), "kind");
        foreach (var (part, value) in (ReadOnlySpan<(string, string)>)[("day", "31"), ("month", "7"), ("year", "2026")])
            form.Add(new StringContent(value), $"as-of[{part}]");
        form.Add(new ByteArrayContent(content), "file", "etr.csv");
        return form;
    }
}
