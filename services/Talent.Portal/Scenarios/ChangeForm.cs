using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Succession.V1;

namespace Talent.Portal.Scenarios;

/// <summary>The form for one kind of change: all its questions on one page.</summary>
public sealed record ChangeForm
{
    /// <summary>The questions.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Makes the change of answers that were taken.</summary>
    public required Func<JourneyAnswers, ScenarioChange> Make { get; init; }

    /// <summary>Takes what was sent into the answers.</summary>
    /// <returns>What is wrong with it; empty when nothing is.</returns>
    public IReadOnlyList<FieldError> Read(IFormCollection form, JourneyAnswers answers) =>
        [.. Questions.Select(question => question.Read(form, answers)).OfType<FieldError>()];
}
