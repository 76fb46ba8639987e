using Talent.Portal.Components;
using Talent.Portal.Words;

namespace Talent.Portal.Journeys;

/// <summary>The questions about the term clock of one board: since when a person has been appointed to it, in whatever post.</summary>
/// <param name="code">Code of the organisation.</param>
/// <param name="name">Its name.</param>
public sealed class TermClockQuestions(string code, string name)
{
    private const string First = "first";
    private const string Earlier = "earlier";

    private string Key => $"clock-{code}";

    private ChoiceQuestion When => new(Key, $"Is this the person's first appointment to the board of {name}?")
    {
        Name = $"First appointed to the board of {name}",
        Missing = "Select whether it is the first appointment to this board, or that it is not known",
        Hint = "The clock of a board runs since the first appointment to it, in any post. A clock that is recorded already runs on.",
        Choices =
        [
            new Choice(First, "Yes: the clock starts with this appointment"),
            new Choice(Earlier, "No: the person was appointed to it on an earlier day"),
            new Choice(AppointmentWords.NotKnown, "Not known"),
        ],
    };

    private DateQuestion Day(DateOnly? start) => new($"{Key}-on", $"When was the person first appointed to the board of {name}?")
    {
        Name = $"Day of the first appointment to the board of {name}",
        InSentence = "the day of the first appointment to this board",
        Latest = start,
        TooLate = "Enter a day that is not after the first day in post",
    };

    /// <summary>The questions, given the answers so far.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="start">First day in post; null while it is not known.</param>
    public IEnumerable<Question> Ask(JourneyAnswers answers, DateOnly? start)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers[Key] == Earlier ? [When, Day(start)] : [When];
    }

    /// <summary>The day on which the clock starts; null: not known.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="start">First day in post.</param>
    public DateOnly? Value(JourneyAnswers answers, DateOnly? start)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers[Key] switch
        {
            First => start,
            Earlier => Day(start).Value(answers),
            _ => null,
        };
    }
}
