using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>Something wrong with an answer.</summary>
/// <param name="Words">What to do about it, in one sentence.</param>
/// <param name="Field">Id of the field it concerns; null concerns the page as a whole.</param>
public sealed record FieldError(string Words, string? Field);

/// <summary>All that is wrong on a page, each linked to its field.</summary>
/// <param name="Errors">At least one.</param>
public sealed record ErrorSummary(IReadOnlyList<FieldError> Errors) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("div", "nhsuk-error-summary").With("data-module", "nhsuk-error-summary")
        .Add(new Element("div").With("role", "alert")
            .Add(Element.Of("h2", "nhsuk-error-summary__heading").Text("There is a problem"))
            .Add(Element.Of("div", "nhsuk-error-summary__body")
                .Add(Element.Of("ul", "nhsuk-list", "nhsuk-error-summary__list").Add([.. Errors.Select(Item)]))));

    private static Element Item(FieldError error) => new Element("li").Add(error.Field is null
        ? new Text(error.Words)
        : new Element("a").With("href", $"#{error.Field}").Text(error.Words));
}
