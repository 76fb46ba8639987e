using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>A form: its questions, given the answers so far, and what surrounds them.</summary>
public sealed record JourneyPlan
{
    /// <summary>What the form does, for example "Appoint to chief executive".</summary>
    public required string Title { get; init; }

    /// <summary>The questions in their order; later ones may depend on answers to earlier ones.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>What is known without asking, shown where the answers are checked.</summary>
    public IReadOnlyList<SummaryRow> Facts { get; init; } = [];

    /// <summary>What a person should know before sending; null when there is nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>The button that sends it, as a command.</summary>
    public required string Command { get; init; }

    /// <summary>Where the form was started, and where it leads back to.</summary>
    public required string Destination { get; init; }

    /// <summary>The first question that is not answered; null when all are.</summary>
    public Question? Unanswered(JourneyAnswers answers) => Questions.FirstOrDefault(question => !question.IsAnswered(answers));
}
