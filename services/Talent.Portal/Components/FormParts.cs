using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>The parts that all form components share.</summary>
public abstract record FormComponent : Component
{
    /// <summary>Id of the field, and stem of the ids of its hint and error.</summary>
    public required string Id { get; init; }

    /// <summary>Name under which the answer is sent; the id when not set.</summary>
    public string? Name { get; init; }

    /// <summary>The question.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the question is the heading of the page.</summary>
    public bool Heading { get; init; }

    /// <summary>Size of the question: <c>s</c>, <c>m</c>, <c>l</c> or <c>xl</c>; null is that of the text.</summary>
    public string? Size { get; init; }

    /// <summary>Helps to answer.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public string? Error { get; init; }

    /// <summary>The name under which the answer is sent.</summary>
    protected string SentName => Name ?? Id;

    /// <summary>The ids that describe the field, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy()
    {
        var ids = new[] { Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>().ToArray();
        return ids.Length == 0 ? null : string.Join(' ', ids);
    }

    /// <summary>The group around the field.</summary>
    protected Element Group(params string?[] classes) =>
        Element.Of("div", ["nhsuk-form-group", Error is null ? null : "nhsuk-form-group--error", .. classes]);

    /// <summary>The question as a label.</summary>
    protected Element LabelElement()
    {
        var label = Element.Of("label", "nhsuk-label", Size is null ? null : $"nhsuk-label--{Size}").With("for", Id).Text(Label);
        return Heading ? Element.Of("h1", "nhsuk-label-wrapper").Add(label) : label;
    }

    /// <summary>The question as the legend of a fieldset.</summary>
    protected Element LegendElement()
    {
        var legend = Element.Of("legend", "nhsuk-fieldset__legend", Size is null ? null : $"nhsuk-fieldset__legend--{Size}");
        return Heading ? legend.Add(Element.Of("h1", "nhsuk-fieldset__heading").Text(Label)) : legend.Text(Label);
    }

    /// <summary>The hint; null when there is none.</summary>
    protected Element? HintElement() =>
        Hint is null ? null : Element.Of("div", "nhsuk-hint").With("id", $"{Id}-hint").Text(Hint);

    /// <summary>The error; null when there is none.</summary>
    protected IHtmlContent? ErrorElement() => Error is null ? null : Element.Of("span", "nhsuk-error-message").With("id", $"{Id}-error")
        .Add(Element.Of("span", "nhsuk-u-visually-hidden").Text("Error: "))
        .Text(Error);
}
