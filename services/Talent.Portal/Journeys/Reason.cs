using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>The reason that is asked before every change, from a list, so that it holds no free text about a person.</summary>
public static class Reason
{
    /// <summary>Key of the answer.</summary>
    public const string Key = "reason";

    /// <summary>Asks why.</summary>
    public static ChoiceQuestion Ask(string words, params IReadOnlyList<Choice> choices) => new(Key, words)
    {
        Name = "Reason",
        Choices = choices,
        Missing = "Select a reason",
    };
}
