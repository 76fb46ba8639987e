using Microsoft.AspNetCore.Html;
using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>One question of a form, on a page of its own unless it says otherwise.</summary>
/// <param name="key">Key of the answer, and id of the field.</param>
/// <param name="words">The question.</param>
public abstract class Question(string key, string words)
{
    /// <summary>Key of the answer, and id of the field.</summary>
    public string Key { get; } = key;

    /// <summary>The question, which is also the heading of its page.</summary>
    public string Words { get; } = words;

    /// <summary>What the answer is called on the page that is checked before sending.</summary>
    public required string Name { get; init; }

    /// <summary>Helps to answer.</summary>
    public string? Hint { get; init; }

    /// <summary>Whether it has a page of its own, whose heading it is; false: it is one of several on a page.</summary>
    public bool Alone { get; init; } = true;

    /// <summary>Size of its words.</summary>
    protected string Size => Alone ? "l" : "s";

    /// <summary>What stands before the form; null for most.</summary>
    /// <param name="hidden">The hidden fields of every form of this question: its id and the token that proves where it was made.</param>
    public virtual IHtmlContent? Before(IHtmlContent hidden) => null;

    /// <summary>The field, with the answer so far.</summary>
    public abstract IHtmlContent Render(JourneyAnswers answers, string? error);

    /// <summary>Takes what was sent into the answers.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public abstract FieldError? Read(IFormCollection form, JourneyAnswers answers);

    /// <summary>Checks an answer that was taken against what is recorded elsewhere.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public virtual Task<FieldError?> CheckAsync(JourneyAnswers answers, CancellationToken cancellation) =>
        Task.FromResult<FieldError?>(null);

    /// <summary>What is wrong with its answer; null when nothing is.</summary>
    public string? ErrorIn(IEnumerable<FieldError> errors) =>
        // The parts of a day have ids of their own.
        errors.FirstOrDefault(error => error.Field == Key || error.Field?.StartsWith($"{Key}-", StringComparison.Ordinal) == true)?.Words;

    /// <summary>The answer in words.</summary>
    public abstract string Say(JourneyAnswers answers);

    /// <summary>Whether it was answered.</summary>
    public virtual bool IsAnswered(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Has(Key);
    }
}
