using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A button that sends its form.</summary>
/// <param name="Words">What it does, as a command.</param>
public sealed record Button(string Words) : Component
{
    /// <summary><c>secondary</c>, <c>warning</c> or <c>reverse</c>; null is the main one.</summary>
    public string? Variant { get; init; }

    /// <summary>Whether it is small.</summary>
    public bool Small { get; init; }

    /// <summary>Name under which its value is sent; null sends nothing.</summary>
    public string? Name { get; init; }

    /// <summary>The value sent.</summary>
    public string? Value { get; init; }

    /// <summary>Whether a second click within a second is ignored where script runs; without script the request id does that.</summary>
    public bool PreventDoubleClick { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Element.Of("button", "nhsuk-button", Variant is null ? null : $"nhsuk-button--{Variant}",
            Small ? "nhsuk-button--small" : null)
        .With("data-module", "nhsuk-button").With("type", "submit").With("name", Name).With("value", Value)
        .With("data-prevent-double-click", PreventDoubleClick ? "true" : null)
        .Text(Words);
}
