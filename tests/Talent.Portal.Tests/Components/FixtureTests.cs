using System.Text.Encodings.Web;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Talent.Testing;

namespace Talent.Portal.Tests.Components;

/// <summary>Holds our components against the pairs of input and HTML that nhsuk-frontend ships.</summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root, "services", "Talent.Portal", "node_modules", "nhsuk-frontend", "dist", "nhsuk", "components");

    private static readonly Dictionary<string, (string[] Known, Func<JsonElement, IHtmlContent> Make)> Ours = new()
    {
        ["details"] = (["text", "summary", "open", "classes"], Fixtures.Details),
        ["tag"] = (["text", "colour"], Fixtures.Tag),
        ["inset-text"] = (["text"], Fixtures.InsetText),
        ["warning-callout"] = (["heading", "text"], Fixtures.WarningCallout),
        ["back-link"] = (["href", "text"], Fixtures.BackLink),
        ["breadcrumb"] = (["items"], Fixtures.Breadcrumb),
        ["button"] = (["text", "variant", "small", "name", "value", "preventDoubleClick"], Fixtures.Button),
        ["error-summary"] = (["errorList", "heading"], Fixtures.ErrorSummary),
        ["summary-list"] = (["rows"], Fixtures.SummaryList),
        ["radios"] = (["items", "name", "idPrefix", "fieldset", "hint", "errorMessage", "value", "small"], Fixtures.Radios),
        ["checkboxes"] = (["items", "name", "idPrefix", "fieldset", "hint", "errorMessage", "values", "small"], Fixtures.Checkboxes),
        ["input"] = (["label", "id", "name", "hint", "errorMessage", "value", "width", "inputmode"], Fixtures.Input),
        ["date-input"] = (["fieldset", "id", "namePrefix", "hint", "errorMessage", "values"], Fixtures.DateInput),
        ["select"] = (["items", "id", "name", "label", "hint", "errorMessage", "value"], Fixtures.Select),
        ["file-upload"] = (["label", "id", "name", "hint", "errorMessage"], Fixtures.FileUpload),
        ["notification-banner"] = (["text", "variant"], Fixtures.NotificationBanner),
    };

    public static TheoryData<string> Names { get; } = [.. Ours.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Render_InputOfAFixture_IsItsHtml(string component)
    {
        var (known, make) = Ours[component];
        var compared = 0;
        foreach (var fixture in Read(component).Where(fixture => !fixture.TryGetProperty("callBlock", out _)
            && Fixtures.Uses(fixture.GetProperty("context"), known)))
        {
            var expected = Normal(fixture.GetProperty("html").GetString()!);
            Assert.Equal(expected, Normal(Write(make(fixture.GetProperty("context")))));
            compared++;
        }
        Assert.True(compared > 0, $"No fixture of {component} uses only what our component offers.");
    }

    private static JsonElement[] Read(string component)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, component, "fixtures.json")));
        return [.. document.RootElement.GetProperty("fixtures").EnumerateArray().Select(fixture => fixture.Clone())];
    }

    private static string Write(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    // One line for each element with its attributes in order of their names, and for each text without the space around it.
    private static string Normal(string html) =>
        string.Join('\n', Lines(new HtmlParser().ParseDocument(html).Body!, 0));

    private static IEnumerable<string> Lines(INode node, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text && text.Data.Trim() is { Length: > 0 } words)
                yield return $"{new string(' ', depth)}{string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
            if (child is not IElement element)
                continue;
            var attributes = element.Attributes.OrderBy(each => each.Name, StringComparer.Ordinal).Select(each => $" {each.Name}={each.Value}");
            yield return $"{new string(' ', depth)}<{element.LocalName}{string.Concat(attributes)}>";
            foreach (var line in Lines(element, depth + 1))
                yield return line;
        }
    }
}
