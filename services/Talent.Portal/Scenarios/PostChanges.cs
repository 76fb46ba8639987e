using Talent.Messaging;
using Talent.Portal.Components;
using Talent.Portal.Journeys;
using Talent.Succession.V1;

namespace Talent.Portal.Scenarios;

/// <summary>The forms for changes that are about posts.</summary>
public static class PostChanges
{
    private const string Post = "post";

    /// <summary>A post serves further organisations.</summary>
    public static ChangeForm Shared(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var with = new ManyChoiceQuestion("with", "Which further organisations does it serve?")
        {
            Name = "Also serves",
            Alone = false,
            Choices = group.Organisations,
            None = "no organisation",
            Missing = "Select at least one organisation",
        };
        var share = new NumberQuestion("share", "How many per cent of its time does each of them get?")
        {
            Name = "Share of time",
            Alone = false,
            Least = 1,
            Most = 100,
            Empty = "not known",
            Hint = "Leave it empty if that is not known.",
            Wrong = "Enter a number from 1 to 100",
        };
        var replaces = Several("replaces", "Which posts end because of it?", group.Posts);
        return new ChangeForm
        {
            Questions = [group.AskPost("Which post is shared?"), with, share, replaces],
            Make = answers => new ScenarioChange
            {
                PostShared = new PostShared
                {
                    PostId = answers[Post],
                    With =
                    {
                        with.Value(answers).Select(code => new SharedWith
                        {
                            OrganisationCode = code, Share = (share.Value(answers) ?? 0) / 100,
                        }),
                    },
                    ReplacesPostIds = { replaces.Value(answers) },
                },
            },
        };
    }

    /// <summary>A post is split in two: its holder keeps the one, the other is new.</summary>
    public static ChangeForm Split(GroupChoices group, IdentifierSource identifiers)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(identifiers);
        var leaving = new ManyChoiceQuestion("leaving", "Which of its organisations does the new post serve?")
        {
            Name = "Served by the new post",
            Alone = false,
            Hint = "Whoever holds the post keeps the others.",
            Choices = group.Organisations,
            None = "no organisation",
            Missing = "Select at least one organisation",
        };
        var holder = new SelectQuestion("holder", "Who holds the new post?")
        {
            Name = "Holder of the new post",
            Alone = false,
            Choices = [new Choice("", "Nobody yet"), .. group.People],
            Missing = "Select who holds the new post",
        };
        return new ChangeForm
        {
            Questions = [group.AskPost("Which post is split?"), leaving, holder],
            Make = answers => new ScenarioChange
            {
                PostSplit = new PostSplit
                {
                    PostId = answers[Post],
                    Parts =
                    {
                        new PostPart
                        {
                            PostId = answers[Post],
                            OrganisationCodes = { group.ServedBy(answers[Post]).Except(leaving.Value(answers)) },
                            HolderPersonId = group.HolderOf(answers[Post]),
                        },
                        new PostPart
                        {
                            PostId = identifiers.Next(),
                            OrganisationCodes = { leaving.Value(answers) },
                            HolderPersonId = answers["holder"],
                        },
                    },
                },
            },
        };
    }

    /// <summary>A search begins before an agreed end.</summary>
    public static ChangeForm Search(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var days = new SelectQuestion("days", "How long before the agreed end does the search begin?")
        {
            Name = "Begins before the end",
            Alone = false,
            Choices = [new("91", "Three months"), new("182", "Six months"), new("274", "Nine months"), new("365", "A year")],
            Missing = "Select how long before the agreed end the search begins",
        };
        return new ChangeForm
        {
            Questions = [group.AskPost("For which post?"), days],
            Make = answers => new ScenarioChange
            {
                EarlySearch = new EarlySearch { PostId = answers[Post], Days = int.Parse(answers["days"], provider: null) },
            },
        };
    }

    /// <summary>The holder of a post accepts to stand in for another.</summary>
    public static ChangeForm Deputy(GroupChoices group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return new ChangeForm
        {
            Questions = [group.AskPost("For which post?"), group.AskPost("The holder of which post stands in?", "deputy")],
            Make = answers => new ScenarioChange
            {
                DeputyAccepted = new DeputyAccepted { PostId = answers[Post], DeputyPostId = answers["deputy"] },
            },
        };
    }

    /// <summary>Asks for any of several posts, none included.</summary>
    internal static ManyChoiceQuestion Several(string key, string words, IReadOnlyList<Choice> posts) => new(key, words)
    {
        Name = words,
        Alone = false,
        Choices = posts,
        None = "none",
        Hint = "Leave all of them empty if none does.",
    };
}
