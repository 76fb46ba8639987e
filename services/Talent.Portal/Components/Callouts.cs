using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A paragraph that stands out.</summary>
/// <param name="Content">Its content, paragraphs included.</param>
public sealed record InsetText(IHtmlContent Content) : Component
{
    /// <summary>One plain paragraph.</summary>
    public InsetText(string text) : this(new Element("p").Text(text))
    {
    }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("div", "nhsuk-inset-text")
        .Add(Element.Of("span", "nhsuk-u-visually-hidden").Text("Information: "))
        .Add(Content);
}

/// <summary>Something a person must not overlook.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Content">Its text, one paragraph.</param>
public sealed record WarningCallout(string Heading, IHtmlContent Content) : Component
{
    /// <summary>Level of the heading, 2 to 6.</summary>
    public int Level { get; init; } = 3;

    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("div", "nhsuk-card", "nhsuk-card--warning")
        .Add(Element.Of("div", "nhsuk-card__content")
            .Add(Element.Of($"h{Level}", "nhsuk-card__heading").Add(HeadingContent()))
            .Add(Element.Of("p", "nhsuk-card__description").Add(Content)));

    // A screen reader hears that it is important where the heading does not say so.
    private IHtmlContent HeadingContent() => Heading.Contains("Important", StringComparison.OrdinalIgnoreCase)
        ? new Text(Heading)
        : new Element("span").With("role", "text")
            .Add(Element.Of("span", "nhsuk-u-visually-hidden").Text("Important: ")).Text(Heading);
}

/// <summary>Says what has just happened.</summary>
/// <param name="Words">What happened, in one sentence.</param>
public sealed record NotificationBanner(string Words) : Component
{
    /// <summary>Whether a change succeeded; otherwise it is only important.</summary>
    public bool Success { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() =>
        Element.Of("div", "nhsuk-notification-banner", Success ? "nhsuk-notification-banner--success" : null)
            .With("data-module", "nhsuk-notification-banner")
            .With("role", Success ? "alert" : "region")
            .With("aria-labelledby", "nhsuk-notification-banner-title")
            .Add(Element.Of("div", "nhsuk-notification-banner__header")
                .Add(Element.Of("h2", "nhsuk-notification-banner__title").With("id", "nhsuk-notification-banner-title")
                    .Text(Success ? "Success" : "Important")))
            .Add(Element.Of("div", "nhsuk-notification-banner__content")
                .Add(Element.Of("p", "nhsuk-notification-banner__heading").Text(Words)));
}
