using System.Globalization;
using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>Asks for a text, of one line unless it may be long.</summary>
public sealed class TextQuestion(string key, string words) : Question(key, words)
{
    private const int OneLine = 200;

    /// <summary>The most characters it may have.</summary>
    public int Longest { get; init; } = OneLine;

    /// <summary>What to do when it is empty; null when it may be.</summary>
    public string? Missing { get; init; }

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Longest > OneLine
            ? new TextArea { Id = Key, Label = Words, Heading = Alone, Size = Size, Hint = Hint, Error = error, Value = answers[Key] }
            : new TextInput { Id = Key, Label = Words, Heading = Alone, Size = Size, Hint = Hint, Error = error, Value = answers[Key] };
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        answers[Key] = form[Key].ToString().Trim();
        if (answers[Key].Length == 0 && Missing is not null)
            return new FieldError(Missing, Key);
        return answers[Key].Length > Longest ? new FieldError($"Shorten this to {Longest} characters or fewer", Key) : null;
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers[Key].Length > 0 ? answers[Key] : "not known";
    }
}

/// <summary>Asks for a number that may have decimals, unless it is whole.</summary>
public sealed class NumberQuestion(string key, string words) : Question(key, words)
{
    /// <summary>The smallest number it may be.</summary>
    public required double Least { get; init; }

    /// <summary>The largest number it may be.</summary>
    public required double Most { get; init; }

    /// <summary>Whether it has no decimals.</summary>
    public bool Whole { get; init; }

    /// <summary>What to do when it is no such number; it may always stay empty.</summary>
    public required string Wrong { get; init; }

    /// <summary>What an empty answer means.</summary>
    public required string Empty { get; init; }

    /// <summary>The number; null when it was left empty.</summary>
    public double? Value(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var style = Whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        return double.TryParse(answers[Key], style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new TextInput
        {
            Id = Key,
            Label = Words,
            Heading = Alone,
            Size = Size,
            Hint = Hint,
            Error = error,
            Value = answers[Key],
            Width = 5,
            InputMode = Whole ? "numeric" : "decimal",
        };
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        answers[Key] = form[Key].ToString().Trim();
        if (answers[Key].Length == 0)
            return null;
        return Value(answers) is { } number && number >= Least && number <= Most ? null : new FieldError(Wrong, Key);
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers[Key].Length > 0 ? answers[Key] : Empty;
    }
}
