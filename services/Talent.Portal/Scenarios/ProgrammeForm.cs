using System.Globalization;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Portal.Words;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Scenarios;

/// <summary>The form for a programme that is supposed: all its questions on one page.</summary>
public sealed class ProgrammeForm
{
    private readonly SelectQuestion _pipeline;
    private readonly NumberQuestion _size = new("size", "How many people take part?")
    {
        Name = "People",
        Alone = false,
        Whole = true,
        Least = 1,
        Most = 1000,
        Empty = "not known",
        Wrong = "Enter how many people take part, from 1 to 1000",
    };

    private readonly NumberQuestion _completion = new("completion", "How many per cent of them complete it and are ready?")
    {
        Name = "Completes",
        Alone = false,
        Least = 0,
        Most = 100,
        Empty = "not known",
        Hint = "Leave it empty if that is not known: then it may be anything.",
        Wrong = "Enter a number from 0 to 100",
    };

    private readonly DateQuestion _ready;
    private readonly DateOnly _today;

    /// <param name="pipelines">The pipelines of the group.</param>
    /// <param name="today">The day it is: whoever is on a programme is ready later.</param>
    public ProgrammeForm(IEnumerable<Pipeline> pipelines, DateOnly today)
    {
        _today = today;
        _pipeline = new SelectQuestion("pipeline", "For which posts does it prepare?")
        {
            Name = "Posts",
            Alone = false,
            Choices = [.. pipelines.Select(pipeline => new Choice(Write(pipeline), PipelineWords.Name(pipeline)))],
            Missing = "Select the posts it prepares for",
        };
        _ready = new DateQuestion("ready", "From which day are they ready?")
        {
            Name = "Ready from",
            Alone = false,
            InSentence = "the day from which they are ready",
            Hint = "For example, 31 3 2028.",
        };
    }

    /// <summary>The questions.</summary>
    public IReadOnlyList<Question> Questions => [_pipeline, _size, _completion, _ready];

    /// <summary>Takes what was sent into the answers.</summary>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    public IReadOnlyList<FieldError> Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        FieldError?[] wrong = [.. Questions.Select(question => question.Read(form, answers))];
        if (wrong[1] is null && _size.Value(answers) is null) wrong[1] = new FieldError(_size.Wrong, _size.Key);
        if (wrong[3] is null && !(_ready.Value(answers) > _today))
            wrong[3] = new FieldError("Enter a day after today: those who are ready now are named as successors", $"{_ready.Key}-day");
        return [.. wrong.OfType<FieldError>()];
    }

    /// <summary>Makes the cohort of answers in which nothing is wrong.</summary>
    public SupposedCohort Make(JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var parts = answers[_pipeline.Key].Split('/');
        var cohort = new SupposedCohort
        {
            Family = parts[0],
            Level = (Level)int.Parse(parts[1], CultureInfo.InvariantCulture),
            Size = (int)_size.Value(answers)!.Value,
            ReadyOn = _ready.Value(answers)!.Value.ToDate(),
        };
        if (_completion.Value(answers) is { } completion) cohort.Completion = completion / 100;
        return cohort;
    }

    private static string Write(Pipeline pipeline) =>
        string.Create(CultureInfo.InvariantCulture, $"{pipeline.Family}/{(int)pipeline.Level}");
}
