using System.Globalization;
using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;
using Talent.Portal.Words;

namespace Talent.Portal.Journeys;

/// <summary>Asks for a day of the calendar.</summary>
/// <param name="key">Key of the answer.</param>
/// <param name="words">The question.</param>
public sealed class DateQuestion(string key, string words) : Question(key, words)
{
    /// <summary>What it is called inside a sentence, for example "the first day in post".</summary>
    public required string InSentence { get; init; }

    /// <summary>Whether it may stay empty, which means that the day is not known or there is none.</summary>
    public bool Optional { get; init; }

    /// <summary>What an empty answer means, in words.</summary>
    public string Empty { get; init; } = "not known";

    /// <summary>The day not before which it may be; null when any day will do.</summary>
    public DateOnly? Earliest { get; init; }

    /// <summary>What to do when it is before the earliest day.</summary>
    public string TooEarly { get; init; } = "";

    /// <summary>The last day it may be; null when any day will do.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>What to do when it is after the latest day.</summary>
    public string TooLate { get; init; } = "";

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new DateInput
        {
            Id = Key,
            NamePrefix = Key,
            Label = Words,
            Heading = Alone,
            Size = Size,
            Error = error,
            Hint = Hint ?? "For example, 31 3 2027.",
            Day = Typed(answers, "day"),
            Month = Typed(answers, "month"),
            Year = Typed(answers, "year"),
        };
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        foreach (var part in (string[])["day", "month", "year"])
            answers[$"{Key}-{part}"] = form[$"{Key}[{part}]"].ToString().Trim();
        if (IsEmpty(answers))
            return Optional ? null : Wrong($"Enter {InSentence}");
        if (Value(answers) is not { } day)
            return Wrong($"Enter {InSentence} as a date that exists, for example 31 3 2027");
        if (day < Earliest)
            return Wrong(TooEarly);
        return day > Latest ? Wrong(TooLate) : null;
    }

    /// <summary>The day; null when it was left empty or is none.</summary>
    public DateOnly? Value(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Part(answers, "year") is { } year and >= 1900 and <= 2200 && Part(answers, "month") is { } month and >= 1 and <= 12
            && Part(answers, "day") is { } day && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers) => Value(answers) is { } day ? Dates.Say(day) : Empty;

    /// <inheritdoc />
    public override bool IsAnswered(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Has($"{Key}-day");
    }

    private bool IsEmpty(JourneyAnswers answers) =>
        answers[$"{Key}-day"].Length + answers[$"{Key}-month"].Length + answers[$"{Key}-year"].Length == 0;

    private int? Part(JourneyAnswers answers, string part) =>
        int.TryParse(answers[$"{Key}-{part}"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Typed(JourneyAnswers answers, string part) => answers[$"{Key}-{part}"] is { Length: > 0 } typed ? typed : null;

    private FieldError Wrong(string words) => new(words, $"{Key}-day");
}
