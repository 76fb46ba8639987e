using Talent.Portal.Components;
using Talent.Portal.Words;

namespace Talent.Portal.Journeys;

/// <summary>The questions about a nomination.</summary>
public static class NominationQuestions
{
    /// <summary>Whether the person has a record here.</summary>
    public static ChoiceQuestion Where => new("where", "Where does the person work?")
    {
        Name = "Works",
        Missing = "Select where the person works",
        Choices =
        [
            new Choice("inside", "In this group"),
            new Choice("outside", "In another group, or outside the NHS")
            {
                Hint = "Such a person is told within a month or the nomination is removed. Their availability counts as not known.",
            },
        ],
    };

    /// <summary>The name of somebody from outside.</summary>
    public static TextQuestion Name => new("name", "What is the person's name?") { Name = "Name", Missing = "Enter the person's name" };

    /// <summary>Their organisation.</summary>
    public static TextQuestion Organisation => new("organisation", "Which organisation does the person work in?")
    {
        Name = "Organisation",
        Hint = "Leave it empty if that is not known.",
    };

    /// <summary>Who named them.</summary>
    public static TextQuestion Source => new("source", "Who named the person, and when?")
    {
        Name = "Source",
        Missing = "Enter who named the person, and when",
    };

    /// <summary>Whether readiness is known.</summary>
    public static ChoiceQuestion ReadyKnown => new("ready", "Is it known when the person will be ready for this post?")
    {
        Name = "Readiness known",
        Missing = "Select whether it is known",
        Choices = [new Choice("known", "Yes"), new Choice("unknown", "No") { Hint = "Unknown never counts as ready." }],
    };

    /// <summary>The first day on which the person may be ready.</summary>
    public static DateQuestion Earliest => new("earliest", "From which day may the person be ready?")
    {
        Name = "Ready from",
        InSentence = "the first day on which the person may be ready",
    };

    /// <summary>The day by which the person is expected to be ready.</summary>
    public static DateQuestion Latest(DateOnly? earliest) => new("latest", "By which day is the person expected to be ready?")
    {
        Name = "Ready by",
        InSentence = "the day by which the person is expected to be ready",
        Optional = true,
        Hint = "Leave it empty if that is not known. For example, 31 3 2028.",
        Earliest = earliest,
        TooEarly = "Enter a day that is not before the first day on which the person may be ready",
    };

    /// <summary>Whether the person knows.</summary>
    public static ChoiceQuestion Telling => new("telling", "Does the person know?")
    {
        Name = "Told",
        Missing = "Select whether the person knows",
        Choices =
        [
            new Choice($"{(int)Succession.V1.Telling.Told}", "Yes, the person was told"),
            new Choice($"{(int)Succession.V1.Telling.NotYetTold}", "Not yet"),
            new Choice($"{(int)Succession.V1.Telling.Confidential}", "No, and it stays confidential for a while")
            {
                Hint = "Needs a reason and somebody else who approved it, and ends within six months.",
            },
        ],
    };

    /// <summary>Why it is confidential.</summary>
    public static ChoiceQuestion WhyConfidential => new("confidential-reason", "Why is it confidential?")
    {
        Name = "Why confidential",
        Missing = "Select why it is confidential",
        Choices = WhyConfidentialChoices,
    };

    private static IReadOnlyList<Choice> WhyConfidentialChoices { get; } =
    [
        new("holder-not-informed", "The holder of the post does not know about a change yet"),
        new("reorganisation", "A reorganisation is not public yet"),
        new("external-approach", "Somebody outside is being approached"),
    ];

    /// <summary>Why a nomination is confidential; a code that is not listed is shown as it is written, with spaces.</summary>
    public static string SayWhyConfidential(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return WhyConfidentialChoices.FirstOrDefault(choice => choice.Value == code)?.Words ?? code.Replace('-', ' ');
    }

    /// <summary>The place in the order of the post's successors.</summary>
    public static NumberQuestion Rank => new("rank", "Which place does the person have in the order of successors?")
    {
        Name = "Place",
        Least = 1,
        Most = 99,
        Whole = true,
        Empty = "not ranked",
        Hint = "A whole number from 1, for the first choice. Leave it empty if the order is not decided.",
        Wrong = "Enter the place as a whole number from 1 to 99",
    };

    /// <summary>Who approved that it is confidential.</summary>
    /// <param name="approvers">Accounts that may, other than the caller's, with the names of their people.</param>
    public static ChoiceQuestion Approver(IReadOnlyList<Choice> approvers) => new("approver", "Who approved that it is confidential?")
    {
        Name = "Approved by",
        Missing = approvers.Count == 0
            ? "Nobody else may approve this for the group: choose another answer to whether the person knows"
            : "Select who approved it",
        Hint = approvers.Count == 0
            ? "Nobody else has an account that may tend the nominations of this group. Go back and choose another answer."
            : "Somebody other than you who may tend the nominations of this group.",
        Choices = approvers,
    };

    /// <summary>Until when it is confidential.</summary>
    public static DateQuestion Until(DateOnly today) => new("until", "On which day does it stop being confidential?")
    {
        Name = "Confidential until",
        InSentence = "the day on which it stops being confidential",
        Hint = $"At the latest {Dates.Say(today.AddMonths(6))}.",
        Earliest = today.AddDays(1),
        TooEarly = "Enter a day after today",
        Latest = today.AddMonths(6),
        TooLate = "Enter a day within six months",
    };
}
