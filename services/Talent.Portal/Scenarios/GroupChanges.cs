using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Portal.Scenarios;

/// <summary>The forms for changes that are about the whole group.</summary>
public static class GroupChanges
{
    /// <summary>No recruitment from outside begins for a while.</summary>
    public static ChangeForm Pause()
    {
        var from = Day("from", "Which is the first day of the pause?", "the first day of the pause");
        var last = Day("last", "Which is its last day?", "the last day of the pause");
        return new ChangeForm
        {
            Questions = [from, last],
            Make = answers => new ScenarioChange
            {
                RecruitmentFreeze = new RecruitmentFreeze
                {
                    From = from.Value(answers).ToDate(),
                    Until = last.Value(answers)?.AddDays(1).ToDate(),
                },
            },
        };
    }

    /// <summary>Trusts become one, and with them posts of the same kind where that is chosen.</summary>
    public static ChangeForm Merger(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var survivor = new SelectQuestion("survivor", "Which organisation stays?")
        {
            Name = "Stays",
            Alone = false,
            Choices = group.Organisations,
            Missing = "Select the organisation that stays",
        };
        var absorbed = new ManyChoiceQuestion("absorbed", "Which organisations end?")
        {
            Name = "End",
            Alone = false,
            Choices = group.Organisations,
            None = "no organisation",
            Missing = "Select at least one organisation that ends",
        };
        var stays = new SelectQuestion("stays", "Which post replaces others?")
        {
            Name = "Replaces others",
            Alone = false,
            Choices = [new Choice("", "None"), .. group.Posts],
            Missing = "Select a post",
        };
        var ending = PostChanges.Several("ending", "Which posts does it replace?", group.Posts);
        return new ChangeForm
        {
            Questions = [survivor, absorbed, stays, ending],
            Make = answers => new ScenarioChange
            {
                TrustsMerged = new TrustsMerged
                {
                    SurvivorCode = answers["survivor"],
                    AbsorbedCodes = { absorbed.Value(answers) },
                    Posts =
                    {
                        answers["stays"].Length == 0
                            ? []
                            : [new MergedPosts { StaysPostId = answers["stays"], EndingPostIds = { ending.Value(answers) } }],
                    },
                },
            },
        };
    }

    private static DateQuestion Day(string key, string words, string inSentence) =>
        new(key, words) { Name = words, Alone = false, InSentence = inSentence };
}
