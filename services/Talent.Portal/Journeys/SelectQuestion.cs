using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>Asks to choose one of many answers from a list that drops down. An empty value is the answer of nobody or none.</summary>
/// <param name="key">Key of the answer.</param>
/// <param name="words">The question.</param>
public sealed class SelectQuestion(string key, string words) : ChoiceQuestion(key, words)
{
    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        IEnumerable<Choice> first = Choices.Any(choice => choice.Value.Length == 0) ? [] : [new Choice("", "Choose from the list")];
        return new SelectInput
        {
            Id = Key,
            Label = Words,
            Heading = Alone,
            Size = Size,
            Hint = Hint,
            Error = error,
            Items = [.. first.Concat(Choices).Select(choice => choice with { Chosen = answers[Key] == choice.Value })],
        };
    }
}
