using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Portal.Scenarios;

/// <summary>The forms for changes that are about people.</summary>
public static class PeopleChanges
{
    private const string Person = "person";
    private const string Post = "post";
    private const string Family = "family";

    /// <summary>Somebody leaves.</summary>
    public static ChangeForm Leaves(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var on = Day("on", "On which day?", "the day on which the person leaves");
        return new ChangeForm
        {
            Questions = [group.AskPerson("Who leaves?"), on],
            Make = answers => new ScenarioChange
            {
                PersonLeaves = new PersonLeaves { PersonId = answers[Person], On = on.Value(answers).ToDate() },
            },
        };
    }

    /// <summary>Somebody is named for a post.</summary>
    public static ChangeForm Named(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var ready = Day("ready", "By which day is the person ready?", "the day by which the person is ready", optional: true);
        var rank = new NumberQuestion("rank", "Which place does the person have in the order of successors?")
        {
            Name = "Place",
            Alone = false,
            Least = 1,
            Most = 99,
            Whole = true,
            Empty = "not ranked",
            Hint = "Leave it empty if the order is not decided.",
            Wrong = "Enter the place as a whole number from 1 to 99",
        };
        return new ChangeForm
        {
            Questions = [group.AskPost("For which post?"), group.AskPerson("Who is named?"), ready, rank],
            Make = answers => new ScenarioChange
            {
                NominationAdded = new NominationAdded
                {
                    PostId = answers[Post],
                    PersonId = answers[Person],
                    Rank = (int)(rank.Value(answers) ?? 0),
                    Readiness = ready.Value(answers) is { } day ? new Readiness { Earliest = day.ToDate(), Latest = day.ToDate() } : null,
                },
            },
        };
    }

    /// <summary>Somebody is ready by a day, for one post or for every post of a kind.</summary>
    public static ChangeForm Ready(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var by = Day("by", "By which day?", "the day by which the person is ready");
        var post = new SelectQuestion(Post, "For which post?")
        {
            Name = "Post",
            Alone = false,
            Choices = [new Choice("", "Every post of a kind"), .. group.Posts],
            Missing = "Select a post",
        };
        var family = new SelectQuestion(Family, "For which kind of post?")
        {
            Name = "Kind of post",
            Alone = false,
            Hint = "Only if you chose no single post.",
            Choices = [new Choice("", "The post alone"), .. group.Families],
            Missing = "Select a kind of post",
        };
        return new ChangeForm
        {
            Questions = [group.AskPerson("Who is ready?"), post, family, by],
            Make = answers => new ScenarioChange
            {
                MadeReady = new MadeReady
                {
                    PersonId = answers[Person],
                    PostId = answers[Post],
                    Family = answers[Family],
                    By = by.Value(answers).ToDate(),
                },
            },
        };
    }

    /// <summary>The term of somebody in a post is extended.</summary>
    public static ChangeForm Term(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var until = Day("until", "Which is the last day of the longer term?", "the last day of the longer term");
        return new ChangeForm
        {
            Questions = [group.AskPost("In which post?"), group.AskPerson("Whose term is extended?"), until],
            Make = answers => new ScenarioChange
            {
                TermExtended = new TermExtended
                {
                    PostId = answers[Post],
                    PersonId = answers[Person],
                    OrganisationCodes = { group.BoardsOf(answers[Post], answers[Person]) },
                    Until = until.Value(answers)?.AddDays(1).ToDate(),
                },
            },
        };
    }

    /// <summary>People attend a programme, which some of them complete.</summary>
    public static ChangeForm Programme(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var ready = Day("ready", "From which day are those ready who complete it?", "the day from which they are ready");
        var people = new ManyChoiceQuestion("people", "Who takes part?")
        {
            Name = "People",
            Alone = false,
            Choices = group.People,
            None = "nobody",
            Missing = "Select at least one person",
        };
        var family = new SelectQuestion(Family, "For which kind of post does it prepare?")
        {
            Name = "Kind of post",
            Alone = false,
            Choices = group.Families,
            Missing = "Select a kind of post",
        };
        var completes = new NumberQuestion("completes", "How many per cent of those who take part complete it?")
        {
            Name = "Completes",
            Alone = false,
            Least = 0,
            Most = 100,
            Empty = "everybody",
            Hint = "Leave it empty if everybody does.",
            Wrong = "Enter a number from 0 to 100",
        };
        return new ChangeForm
        {
            Questions = [people, family, ready, completes],
            Make = answers => new ScenarioChange
            {
                ProgrammeCohort = new ProgrammeCohort
                {
                    PersonIds = { people.Value(answers) },
                    Family = answers[Family],
                    ReadyBy = ready.Value(answers).ToDate(),
                    Completes = (completes.Value(answers) ?? 100) / 100,
                },
            },
        };
    }

    private static DateQuestion Day(string key, string words, string inSentence, bool optional = false) => new(key, words)
    {
        Name = words,
        Alone = false,
        InSentence = inSentence,
        Optional = optional,
        Hint = optional ? "Leave it empty if that is not known. For example, 31 3 2028." : null,
    };
}
