using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>Asks to choose any of several answers, none included unless it says what to do then.</summary>
public sealed class ManyChoiceQuestion(string key, string words) : Question(key, words)
{
    /// <summary>The answers; their values hold no space.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>What it means when none is chosen.</summary>
    public required string None { get; init; }

    /// <summary>What to do when none is chosen; null when that is an answer too.</summary>
    public string? Missing { get; init; }

    /// <summary>The values chosen.</summary>
    public IReadOnlyList<string> Value(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers[Key].Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        var chosen = Value(answers);
        return new Checkboxes
        {
            Id = Key,
            Label = Words,
            Heading = Alone,
            Size = Size,
            Hint = Hint,
            Error = error,
            Items = [.. Choices.Select(choice => choice with { Chosen = chosen.Contains(choice.Value) })],
        };
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        answers[Key] = string.Join(' ', form[Key].OfType<string>().Where(value => Choices.Any(choice => choice.Value == value)));
        return answers[Key].Length == 0 && Missing is not null ? new FieldError(Missing, Key) : null;
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers)
    {
        var chosen = Value(answers);
        return chosen.Count == 0 ? None : string.Join("; ", Choices.Where(choice => chosen.Contains(choice.Value)).Select(choice => choice.Words));
    }
}
