using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>Content that a person opens.</summary>
/// <param name="Summary">What is always shown.</param>
/// <param name="Content">What opens.</param>
public sealed record Details(IHtmlContent Summary, IHtmlContent Content) : Component
{
    /// <summary>Plain text as summary.</summary>
    public Details(string summary, IHtmlContent content) : this(new Text(summary), content)
    {
    }

    /// <summary>Whether it is open at first.</summary>
    public bool Open { get; init; }

    /// <summary>Whether it has the look of an expander: a box over the whole width.</summary>
    public bool Expander { get; init; }

    /// <summary>Names it, so that it stays open when its part of the page is fetched anew; null when that never happens.</summary>
    public string? Key { get; init; }

    /// <summary>Further classes.</summary>
    public string? Classes { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("details", "nhsuk-details", Expander ? "nhsuk-expander" : null, Classes)
        .When(Open, "open").With("data-key", Key)
        .Add(Element.Of("summary", "nhsuk-details__summary")
            .Add(Element.Of("span", "nhsuk-details__summary-text").Add(Summary)))
        .Add(Element.Of("div", "nhsuk-details__text").Add(Content));
}
