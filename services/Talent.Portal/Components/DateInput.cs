using Microsoft.AspNetCore.Html;

namespace Talent.Portal.Components;

/// <summary>A day of the calendar in three fields, as the person typed them.</summary>
public sealed record DateInput : FormComponent
{
    /// <summary>What stands under day.</summary>
    public string? Day { get; init; }

    /// <summary>What stands under month.</summary>
    public string? Month { get; init; }

    /// <summary>What stands under year.</summary>
    public string? Year { get; init; }

    /// <summary>Put before the names under which the parts are sent: <c>PREFIX[day]</c>.</summary>
    public string? NamePrefix { get; init; }

    /// <inheritdoc />
    protected override IHtmlContent Render() => Group()
        .Add(Element.Of("fieldset", "nhsuk-fieldset").With("role", "group").With("aria-describedby", DescribedBy())
            .Add(LegendElement(), HintElement(), ErrorElement())
            .Add(Element.Of("div", "nhsuk-date-input").With("id", Id)
                .Add(Part("day", "Day", 2, Day), Part("month", "Month", 2, Month), Part("year", "Year", 4, Year))));

    private Element Part(string key, string words, int width, string? value)
    {
        var name = NamePrefix is null ? key : $"{NamePrefix}[{key}]";
        var group = Element.Of("div", "nhsuk-form-group", Error is null ? null : "nhsuk-form-group--error");
        return Element.Of("div", "nhsuk-date-input__item").Add(group
            .Add(Element.Of("label", "nhsuk-label", "nhsuk-date-input__label").With("for", $"{Id}-{key}").Text(words))
            .Add(Element.Of("input", "nhsuk-input", Error is null ? null : "nhsuk-input--error", $"nhsuk-input--width-{width}",
                    "nhsuk-date-input__input")
                .With("id", $"{Id}-{key}").With("name", name).With("type", "text").With("value", value).With("inputmode", "numeric")));
    }
}
