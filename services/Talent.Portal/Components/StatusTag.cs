using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A word that says how something stands. The colour only repeats what the word says.</summary>
/// <param name="Words">The word.</param>
/// <param name="Colour">A colour of nhsuk-frontend; null is the default blue.</param>
public sealed record StatusTag(string Words, string? Colour = null) : Component
{
    /// <inheritdoc />
    protected override IHtmlContent Render() =>
        Element.Of("strong", "nhsuk-tag", Colour is null ? null : $"nhsuk-tag--{Colour}").Text(Words);
}
