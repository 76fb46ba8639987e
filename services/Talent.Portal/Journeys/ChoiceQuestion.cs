using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>Asks to choose one of several answers.</summary>
public class ChoiceQuestion(string key, string words) : Question(key, words)
{
    /// <summary>The answers.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>What to do when none was chosen, for example "Select a reason".</summary>
    public required string Missing { get; init; }

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new Radios
        {
            Id = Key,
            Label = Words,
            Heading = Alone,
            Size = Size,
            Hint = Hint,
            Error = error,
            Items = [.. Choices.Select(choice => choice with { Chosen = answers[Key] == choice.Value })],
        };
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        var chosen = form[Key].ToString();
        if (!Choices.Any(choice => choice.Value == chosen))
            return new FieldError(Missing, Key);
        answers[Key] = chosen;
        return null;
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Choices.FirstOrDefault(choice => choice.Value == answers[Key])?.Words ?? "not known";
    }
}
