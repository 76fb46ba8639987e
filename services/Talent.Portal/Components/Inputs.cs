using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A line of text.</summary>
public sealed record TextInput : FormComponent
{
    /// <summary>What stands in it.</summary>
    public string? Value { get; init; }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30; null is the full width.</summary>
    public int? Width { get; init; }

    /// <summary>Keyboard to offer on a touch screen, for example <c>decimal</c>.</summary>
    public string? InputMode { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Group().Add(LabelElement(), HintElement(), ErrorElement())
        .Add(Element.Of("input", "nhsuk-input", Error is null ? null : "nhsuk-input--error",
                Width is null ? null : $"nhsuk-input--width-{Width}")
            .With("id", Id).With("name", SentName).With("type", "text").With("value", Value)
            .With("aria-describedby", DescribedBy()).With("inputmode", InputMode));
}

/// <summary>Several lines of text.</summary>
public sealed record TextArea : FormComponent
{
    /// <summary>What stands in it.</summary>
    public string? Value { get; init; }

    /// <summary>Height in lines.</summary>
    public int Rows { get; init; } = 8;

    /// <inheritdoc />
    protected override IHtmlContent Render() => Group().Add(LabelElement(), HintElement(), ErrorElement())
        .Add(Element.Of("textarea", "nhsuk-textarea", Error is null ? null : "nhsuk-textarea--error")
            .With("id", Id).With("name", SentName).With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("aria-describedby", DescribedBy()).Text(Value));
}

/// <summary>A list that drops down.</summary>
public sealed record SelectInput : FormComponent
{
    /// <summary>The answers; the first is chosen when none is.</summary>
    public required IReadOnlyList<Choice> Items { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Group().Add(LabelElement(), HintElement(), ErrorElement())
        .Add(Element.Of("select", "nhsuk-select", Error is null ? null : "nhsuk-select--error")
            .With("id", Id).With("name", SentName).With("aria-describedby", DescribedBy())
            .Add([.. Items.Select(item => new Element("option").With("value", item.Value).When(item.Chosen, "selected").Text(item.Words))]));
}

/// <summary>A file to send.</summary>
public sealed record FileUpload : FormComponent
{
    /// <inheritdoc />
    protected override IHtmlContent Render() => Group("nhsuk-file-upload").With("data-module", "nhsuk-file-upload")
        .Add(LabelElement(), HintElement(), ErrorElement())
        .Add(Element.Of("input", "nhsuk-file-upload__input").With("id", Id).With("name", SentName).With("type", "file")
            .With("aria-describedby", DescribedBy()));
}
