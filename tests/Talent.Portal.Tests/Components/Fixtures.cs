using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;

namespace Talent.Portal.Tests.Components;

/// <summary>Makes our components from the inputs of nhsuk-frontend's fixtures.</summary>
internal static class Fixtures
{
    private static readonly string[] Inner = ["text", "heading", "size", "legend", "value", "hint", "href", "key", "actions", "items",
        "visuallyHiddenText", "label", "name"];

    /// <summary>
    /// Whether an input has the first of what our component offers and nothing that it does not offer, at the top and inside. An error
    /// without words, a double click that is expressly allowed and classes other than the expander's are not offered.
    /// </summary>
    public static bool Uses(JsonElement input, string[] known) => input.TryGetProperty(known[0], out _)
        && input.EnumerateObject().All(each => known.Contains(each.Name) && (each.Name == "values" || OffersInside(each.Value)))
        && !(input.TryGetProperty("errorMessage", out var error) && error.ValueKind is JsonValueKind.True or JsonValueKind.False)
        && !(input.TryGetProperty("preventDoubleClick", out var prevent) && prevent.ValueKind == JsonValueKind.False)
        && !(input.TryGetProperty("heading", out _) && known[0] == "errorList" && TextOf(input, "heading") != "There is a problem")
        && !(input.TryGetProperty("colour", out var colour) && colour.ValueKind != JsonValueKind.String)
        && !(input.TryGetProperty("fieldset", out var fieldset) && !HasLegend(fieldset))
        && !(input.TryGetProperty("heading", out _) && TextOf(input, "heading") is null)
        && Text(input, "classes") is null or "nhsuk-expander";

    public static IHtmlContent Details(JsonElement input) => new Details(TextOf(input, "summary")!, new Text(Text(input, "text")!))
    {
        Open = Flag(input, "open"),
        Expander = Text(input, "classes") == "nhsuk-expander",
    };

    public static IHtmlContent Tag(JsonElement input) => new StatusTag(Text(input, "text")!, Text(input, "colour"));

    public static IHtmlContent InsetText(JsonElement input) => new InsetText(Text(input, "text")!);

    public static IHtmlContent WarningCallout(JsonElement input) =>
        new WarningCallout(TextOf(input, "heading")!, new Text(Text(input, "text")!));

    public static IHtmlContent BackLink(JsonElement input) => new BackLink(Text(input, "href") ?? "#") { Words = Text(input, "text") ?? "Back" };

    public static IHtmlContent Breadcrumb(JsonElement input) => new Breadcrumb(
        [.. Items(input).Select(item => new Link(Text(item, "text")!, Text(item, "href")!))]);

    public static IHtmlContent Button(JsonElement input) => new Button(Text(input, "text")!)
    {
        Variant = Text(input, "variant"),
        Small = Flag(input, "small"),
        Name = Text(input, "name"),
        Value = Text(input, "value"),
        PreventDoubleClick = Flag(input, "preventDoubleClick"),
    };

    public static IHtmlContent ErrorSummary(JsonElement input) => new ErrorSummary(
        [.. input.GetProperty("errorList").EnumerateArray().Select(item => new FieldError(Text(item, "text")!, Text(item, "href")?[1..]))]);

    public static IHtmlContent SummaryList(JsonElement input) => new SummaryList([.. input.GetProperty("rows").EnumerateArray().Select(Row)]);

    public static IHtmlContent Radios(JsonElement input) => new Radios
    {
        Id = Text(input, "idPrefix") ?? Text(input, "name")!,
        Name = Text(input, "name"),
        Label = Legend(input).Words,
        Heading = Legend(input).Heading,
        Size = Legend(input).Size,
        Hint = TextOf(input, "hint"),
        Error = TextOf(input, "errorMessage"),
        Small = Flag(input, "small"),
        Items = [.. Items(input).Select(item => Choice(item, value => value == Text(input, "value")))],
    };

    public static IHtmlContent Checkboxes(JsonElement input) => new Checkboxes
    {
        Id = Text(input, "idPrefix") ?? Text(input, "name")!,
        Name = Text(input, "name"),
        Label = Legend(input).Words,
        Heading = Legend(input).Heading,
        Size = Legend(input).Size,
        Hint = TextOf(input, "hint"),
        Error = TextOf(input, "errorMessage"),
        Small = Flag(input, "small"),
        Items =
        [
            .. Items(input).Select(item => Choice(item, value => input.TryGetProperty("values", out var values)
                && values.EnumerateArray().Any(each => each.GetString() == value))),
        ],
    };

    public static IHtmlContent Input(JsonElement input) => new TextInput
    {
        Id = Text(input, "id") ?? Text(input, "name")!,
        Name = Text(input, "name"),
        Label = Label(input).Words,
        Heading = Label(input).Heading,
        Size = Label(input).Size,
        Hint = TextOf(input, "hint"),
        Error = TextOf(input, "errorMessage"),
        Value = Text(input, "value"),
        Width = input.TryGetProperty("width", out var width) ? width.GetInt32() : null,
        InputMode = Text(input, "inputmode"),
    };

    public static IHtmlContent DateInput(JsonElement input) => new DateInput
    {
        Id = Text(input, "id") ?? Text(input, "namePrefix")!,
        NamePrefix = Text(input, "namePrefix"),
        Label = Legend(input).Words,
        Heading = Legend(input).Heading,
        Size = Legend(input).Size,
        Hint = TextOf(input, "hint"),
        Error = TextOf(input, "errorMessage"),
        Day = Value(input, "day"),
        Month = Value(input, "month"),
        Year = Value(input, "year"),
    };

    public static IHtmlContent Select(JsonElement input) => new SelectInput
    {
        Id = Text(input, "id") ?? Text(input, "name")!,
        Name = Text(input, "name"),
        Label = Label(input).Words,
        Heading = Label(input).Heading,
        Size = Label(input).Size,
        Hint = TextOf(input, "hint"),
        Error = TextOf(input, "errorMessage"),
        Items = [.. Items(input).Select(item => Choice(item, value => value == Text(input, "value")))],
    };

    public static IHtmlContent FileUpload(JsonElement input) => new FileUpload
    {
        Id = Text(input, "id") ?? Text(input, "name")!,
        Name = Text(input, "name"),
        Label = Label(input).Words,
        Heading = Label(input).Heading,
        Size = Label(input).Size,
        Hint = TextOf(input, "hint"),
        Error = TextOf(input, "errorMessage"),
    };

    public static IHtmlContent NotificationBanner(JsonElement input) =>
        new NotificationBanner(Text(input, "text")!) { Success = Text(input, "variant") == "success" };

    private static bool HasLegend(JsonElement fieldset) => fieldset.ValueKind == JsonValueKind.Object
        && fieldset.TryGetProperty("legend", out var legend) && legend.ValueKind is JsonValueKind.Object or JsonValueKind.String;

    private static SummaryRow Row(JsonElement row)
    {
        var change = row.TryGetProperty("actions", out var actions) ? Items(actions).Select(ChangeLink).FirstOrDefault() : null;
        return new SummaryRow(TextOf(row, "key")!, TextOf(row, "value")!) { Change = change };
    }

    private static Link ChangeLink(JsonElement item) =>
        new(Text(item, "text")!, Text(item, "href")!) { Hidden = Text(item, "visuallyHiddenText") };

    private static Choice Choice(JsonElement item, Func<string, bool> chosen)
    {
        var value = Text(item, "value")!;
        return new Choice(value, Text(item, "text")!) { Hint = TextOf(item, "hint"), Chosen = chosen(value) };
    }

    private static (string Words, bool Heading, string? Size) Legend(JsonElement input) => Question(input.GetProperty("fieldset").GetProperty("legend"));

    private static (string Words, bool Heading, string? Size) Label(JsonElement input) => Question(input.GetProperty("label"));

    private static (string Words, bool Heading, string? Size) Question(JsonElement question) => question.ValueKind == JsonValueKind.String
        ? (question.GetString()!, false, null)
        : Text(question, "heading") is { } heading
            ? (heading, true, Text(question, "size"))
            : (Text(question, "text")!, false, Text(question, "size"));

    private static JsonElement.ArrayEnumerator Items(JsonElement input) =>
        input.TryGetProperty("items", out var items) ? items.EnumerateArray() : default;

    private static string? Value(JsonElement input, string part) =>
        input.TryGetProperty("values", out var values) && values.TryGetProperty(part, out var value) ? $"{value}" : null;

    private static string? Text(JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? $"{value}" : null;

    private static string? TextOf(JsonElement input, string name) => !input.TryGetProperty(name, out var value)
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : Text(value, "text");

    private static bool Flag(JsonElement input, string name) => input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static bool OffersInside(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().All(each => Inner.Contains(each.Name) && OffersInside(each.Value)),
        JsonValueKind.Array => value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Object && OffersInside(each)),
        _ => true,
    };
}
