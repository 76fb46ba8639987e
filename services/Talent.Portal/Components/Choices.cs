using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Words">What the reader sees.</param>
public sealed record Choice(string Value, string Words)
{
    /// <summary>Helps to choose.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether it is chosen.</summary>
    public bool Chosen { get; init; }
}

/// <summary>Answers to choose from: one of them (radios) or several (checkboxes).</summary>
/// <param name="Kind"><c>radios</c> or <c>checkboxes</c>.</param>
/// <param name="Type"><c>radio</c> or <c>checkbox</c>.</param>
public abstract record Choices(string Kind, string Type) : FormComponent
{
    /// <summary>The answers.</summary>
    public required IReadOnlyList<Choice> Items { get; init; }

    /// <summary>Whether they are small.</summary>
    public bool Small { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Group()
        .Add(Element.Of("fieldset", "nhsuk-fieldset").With("aria-describedby", DescribedBy())
            .Add(LegendElement(), HintElement(), ErrorElement())
            .Add(Element.Of("div", $"nhsuk-{Kind}", Small ? $"nhsuk-{Kind}--small" : null).With("data-module", $"nhsuk-{Kind}")
                .Add([.. Items.Select(Item)])));

    private Element Item(Choice choice, int index)
    {
        var id = index == 0 ? Id : $"{Id}-{index + 1}";
        var hint = choice.Hint is null ? null : $"{id}-item-hint";
        return Element.Of("div", $"nhsuk-{Kind}__item")
            .Add(Element.Of("input", $"nhsuk-{Kind}__input").With("id", id).With("name", SentName).With("type", Type)
                .With("value", choice.Value).When(choice.Chosen, "checked").With("aria-describedby", hint))
            .Add(Element.Of("label", "nhsuk-label", $"nhsuk-{Kind}__label").With("for", id).Text(choice.Words))
            .Add(hint is null ? null : Element.Of("div", "nhsuk-hint", $"nhsuk-{Kind}__hint").With("id", hint).Text(choice.Hint));
    }
}

/// <summary>Answers of which one is chosen.</summary>
public sealed record Radios() : Choices("radios", "radio");

/// <summary>Answers of which several may be chosen.</summary>
public sealed record Checkboxes() : Choices("checkboxes", "checkbox");
