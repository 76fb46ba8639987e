using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A link with its words.</summary>
/// <param name="Words">What the reader sees.</param>
/// <param name="Address">Where it leads.</param>
public sealed record Link(string Words, string Address) : Component
{
    /// <summary>Words that only a screen reader speaks, after the visible ones.</summary>
    public string? Hidden { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("a", "nhsuk-link").With("href", Address).Text(Words)
        .Add(Hidden is null ? null : Element.Of("span", "nhsuk-u-visually-hidden").Text($" {Hidden}"));
}

/// <summary>Links, or words that lead nowhere, one after the other, with semicolons between them, because titles of posts hold commas.</summary>
/// <param name="Items">The links.</param>
public sealed record Links(IEnumerable<Component> Items) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() =>
        new Fragment(Items.SelectMany((link, index) => index == 0 ? (IHtmlContent[])[link] : [new Text("; "), link]));
}

/// <summary>Leads to the page before.</summary>
/// <param name="Address">Where it leads.</param>
public sealed record BackLink(string Address) : Component
{
    /// <summary>Its words.</summary>
    public string Words { get; init; } = "Back";

    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("a", "nhsuk-back-link").With("href", Address).Text(Words);
}

/// <summary>The pages above this one, from the home page down. On small screens only the last is shown.</summary>
/// <param name="Above">The pages above; at least one.</param>
public sealed record Breadcrumb(IReadOnlyList<Link> Above) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("nav", "nhsuk-breadcrumb").With("aria-label", "Breadcrumb")
        .Add(Element.Of("ol", "nhsuk-breadcrumb__list").Add([.. Above.Select(Item)]))
        .Add(Element.Of("a", "nhsuk-back-link").With("href", Above[^1].Address)
            .Add(Element.Of("span", "nhsuk-u-visually-hidden").Text("Back to "))
            .Text(Above[^1].Words));

    private static Element Item(Link link) => Element.Of("li", "nhsuk-breadcrumb__list-item")
        .Add(Element.Of("a", "nhsuk-breadcrumb__link").With("href", link.Address).Text(link.Words));
}
