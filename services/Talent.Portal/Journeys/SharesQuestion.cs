using System.Globalization;
using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;
using Talent.Portal.Words;

namespace Talent.Portal.Journeys;

/// <summary>Asks how the time of a post is shared among the organisations it serves, in per cent each; a share may be not known.</summary>
public sealed class SharesQuestion(string key, string words) : Question(key, words)
{
    /// <summary>The organisations, by code and name.</summary>
    public required IReadOnlyList<(string Code, string Name)> Organisations { get; init; }

    /// <summary>The organisations with their shares: above 0 and up to 1, or null for one that is not known.</summary>
    public IReadOnlyList<(string Code, double? Share)> Value(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. Organisations.Select(each => (each.Code, Percent(answers[Field(each.Code)]) / 100))];
    }

    /// <summary>The key under which the answer for one organisation is kept.</summary>
    public static string Field(string key, string code) => $"{key}-{code}";

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var fields = Organisations.Select(each => (IHtmlContent)new TextInput
        {
            Id = Field(each.Code),
            Label = each.Name,
            Width = 5,
            InputMode = "decimal",
            Value = answers[Field(each.Code)],
        });
        return Element.Of("div", "nhsuk-form-group", error is null ? null : "nhsuk-form-group--error")
            .Add(Element.Of("fieldset", "nhsuk-fieldset").With("aria-describedby", error is null ? $"{Key}-hint" : $"{Key}-hint {Key}-error")
                .Add(Element.Of("legend", "nhsuk-fieldset__legend", "nhsuk-fieldset__legend--l")
                    .Add(Element.Of("h1", "nhsuk-fieldset__heading").Text(Words)))
                .Add(Element.Of("div", "nhsuk-hint").With("id", $"{Key}-hint").Text(Hint))
                .Add(error is null ? null : Element.Of("span", "nhsuk-error-message").With("id", $"{Key}-error")
                    .Add(Element.Of("span", "nhsuk-u-visually-hidden").Text("Error: ")).Text(error))
                .Add([.. fields]));
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        answers[Key] = "given";
        foreach (var (code, _) in Organisations)
            answers[Field(code)] = form[Field(code)].ToString().Trim();
        foreach (var (code, name) in Organisations)
        {
            var typed = answers[Field(code)];
            if (typed.Length > 0 && Percent(typed) is not (> 0 and <= 100))
                return new FieldError($"Enter the share for {name} as a number above 0 and at most 100, or leave it empty", Field(code));
        }
        return Value(answers).Sum(each => each.Share ?? 0) > 1.0001
            ? new FieldError("Lower the shares: together they are more than 100 per cent", Field(Organisations[0].Code))
            : null;
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers)
    {
        var names = Organisations.ToDictionary(each => each.Code, each => each.Name);
        return string.Join("; ", Value(answers).Select(each => $"{names[each.Code]} {Numbers.Share(each.Share ?? 0)}"));
    }

    private string Field(string code) => Field(Key, code);

    private static double? Percent(string typed) =>
        double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
