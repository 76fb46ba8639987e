using Microsoft.AspNetCore.Html;
using Talent.Portal.Words;
using Talent.Succession.V1;

namespace Talent.Portal.Components;

/// <summary>A number that a person can open into its parts, and each part into its own, down to the records it came from.</summary>
/// <param name="Number">The number; null is shown as not known.</param>
public sealed record Explanation(ExplainedNumber? Number) : Component
{
    /// <summary>Whether the summary names the number; false where a heading or column already does.</summary>
    public bool Named { get; init; }

    /// <summary>What the number is about, for example a post's id: with the number's key it names the part that stays open.</summary>
    public string? About { get; init; }

    /// <summary>Gives the title of a post by its id, for parts that are about one post among several.</summary>
    public Func<string, string>? TitleOf { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() =>
        Number is null ? new Text("not known") : Opened(Number, Named, About is null ? null : $"{About}/{Number.Key}");

    private Details Opened(ExplainedNumber number, bool named, string? key) => new(Summary(number, named), Body(number, key))
    {
        Classes = "app-explained",
        Key = key,
    };

    private Fragment Summary(ExplainedNumber number, bool named) => new(
        named ? new Text($"{NameOf(number)}: ") : Element.Of("span", "nhsuk-u-visually-hidden").Text($"{NameOf(number)}: "),
        Element.Of("span", number.HasValue ? "app-number" : "app-unknown").Text(Numbers.Say(number)));

    private Fragment Body(ExplainedNumber number, string? key) => new(
        Paragraph("What it is", number.Name),
        Interval(number),
        Paragraph("How it follows", number.Formula),
        number.Source.Length == 0 ? null : Paragraph("Source", number.Source),
        Parts(number, key),
        Inputs(number));

    private string NameOf(ExplainedNumber number) =>
        number.PostId.Length == 0 || TitleOf is null ? number.Name : $"{number.Name}, {TitleOf(number.PostId)}";

    private static Element Paragraph(string heading, string text) =>
        Element.Of("p", "app-explained__line").Add(Element.Of("strong").Text(heading + ": ")).Text(text);

    private static Element? Interval(ExplainedNumber number)
    {
        var interval = Numbers.SayInterval(number);
        if (interval is null)
            return number.HasValue ? null : Paragraph("What is known", "what is recorded does not allow a figure; unknown never counts as safe");
        return Paragraph(number.HasValue ? "How sure" : "What is known", number.HasValue ? $"{interval}, because of what is not known" : interval);
    }

    private Fragment? Parts(ExplainedNumber number, string? key) => number.Parts.Count == 0 ? null : new(
        Element.Of("p", "app-explained__line").Add(Element.Of("strong").Text("Its parts:")),
        Element.Of("ul", "app-explained__parts").Add([.. number.Parts.Select((part, index) =>
            new Element("li").Add(Opened(part, named: true, key is null ? null : $"{key}/{index}")))]));

    private static Fragment? Inputs(ExplainedNumber number) => number.Inputs.Count == 0 ? null : new(
        Element.Of("p", "app-explained__line").Add(Element.Of("strong").Text("Records and constants it comes from:")),
        new InputList(number.Inputs));
}
