using System.Globalization;
using Talent.Succession.Engine.Flags;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Boards;

/// <summary>Puts a finding into words: about posts and arrangements, never about how well anyone does them.</summary>
internal static class FlagWording
{
    public const string Title = "Dependence on one leader";

    public static string Finding(HeroicLeadership finding, GroupSnapshot snapshot)
    {
        var boards = finding.Organisations.Count;
        var families = finding.Posts.Select(post => Role(post, snapshot)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var role = families.Length == 1 ? $"the {families[0]} role" : $"{Words.Number(finding.Posts.Count)} posts";
        var covered = finding.OrganisationsCovered.Count;
        var vacant = finding.Posts.Count == 1 ? "the post" : "these posts";
        return $"{Words.Capital(Words.Count(boards, "board relies", "boards rely"))} on one person for {role}. If {vacant} fell vacant, "
            + $"cover is confirmed for {(covered == 0 ? "none" : Words.Number(covered))}. "
            + "This describes how the posts are arranged, not how well anyone does them.";
    }

    private static string Role(PostId post, GroupSnapshot snapshot)
    {
        var family = snapshot.Get(post).Family;
        var standsIn = snapshot.Posts.Any(other => other.Family == family && other.Deputies.Any(deputy => deputy.Post == post));
        return standsIn ? $"deputy {Words.Family(family.Value)}" : Words.Family(family.Value);
    }

    public static string Code(FlagReasonKind kind) => kind switch
    {
        FlagReasonKind.PostsHeldByOnePerson => "posts-held",
        FlagReasonKind.OrganisationsRelyOnOnePerson => "organisations-served",
        FlagReasonKind.DesignedAroundPerson => "designed-around-person",
        FlagReasonKind.CoverConfirmedForFew => "cover-confirmed-for-few",
        FlagReasonKind.NoAcceptedDeputy => "no-accepted-deputy",
        FlagReasonKind.NoSuccessorOfItsOwn => "no-successor-of-its-own",
        FlagReasonKind.SuccessorsNeededElsewhere => "successors-needed-elsewhere",
        FlagReasonKind.ReadinessNotKnown => "readiness-not-known",
        FlagReasonKind.ChairSharedChiefExecutiveNot => "chair-shared-chief-executive-not",
        FlagReasonKind.TermEndsSoon => "term-ends-soon",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such reason."),
    };

    public static string Sentence(FlagReason reason, HeroicLeadership finding)
    {
        var (seen, line) = (reason.Observed, reason.Threshold?.Value ?? 0);
        return reason.Kind switch
        {
            FlagReasonKind.PostsHeldByOnePerson => $"{Words.Capital(Words.Count(seen, "post is", "posts are"))} in one hand; "
                + $"from {Words.Number(line)} on they are looked at together.",
            FlagReasonKind.OrganisationsRelyOnOnePerson =>
                $"{Words.Capital(Words.Count(seen, "organisation relies", "organisations rely"))} "
                + $"on one person; from {Words.Number(line)} on they are looked at together.",
            FlagReasonKind.DesignedAroundPerson => $"A post that serves {Words.Count(seen, "organisation", "organisations")} was designed "
                + "around one person.",
            FlagReasonKind.CoverConfirmedForFew when finding.Posts.Count == 1 =>
                "Cover is not confirmed: it takes an accepted deputy on every board and a successor nobody else needs.",
            FlagReasonKind.CoverConfirmedForFew =>
                $"Cover is confirmed for {(seen == 0 ? "none" : Words.Number(seen))} of {Words.Number(finding.Posts.Count)} posts: it "
                + "takes an accepted deputy on every board and a successor, none of whom another post needs. "
                + $"{line.ToString("P0", CultureInfo.InvariantCulture)} would be enough.",
            FlagReasonKind.NoAcceptedDeputy => $"{Words.Capital(Words.Count(seen, "post lacks", "posts lack"))} an accepted deputy of "
                + $"{(seen == 1 ? "its" : "their")} own on at least one board.",
            FlagReasonKind.NoSuccessorOfItsOwn =>
                $"{Words.Capital(Words.Count(seen, "post has", "posts have"))} no ready successor whom no "
                + "other post needs.",
            FlagReasonKind.SuccessorsNeededElsewhere => $"{Words.Capital(Words.Count(seen, "named person is", "named people are"))} needed "
                + "for other posts.",
            FlagReasonKind.ReadinessNotKnown => $"The readiness or availability of {Words.Count(seen, "named person", "named people")} is "
                + "not known.",
            FlagReasonKind.ChairSharedChiefExecutiveNot => "The chair is shared by organisations that have "
                + $"{Words.Number(seen)} different chief executives.",
            FlagReasonKind.TermEndsSoon => $"The term of {Words.Count(seen, "post", "posts")} ends within {Words.Number(line)} days.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Kind, "There is no such reason."),
        };
    }

    public static string Code(StructuralActionKind kind) => kind switch
    {
        StructuralActionKind.AgreeDeputy => "agree-deputy",
        StructuralActionKind.SplitPosts => "split-posts",
        StructuralActionKind.AppointSiteLeader => "appoint-site-leader",
        StructuralActionKind.NameSuccessor => "name-successor",
        StructuralActionKind.DevelopSuccessor => "develop-successor",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such action."),
    };

    public static string Sentence(StructuralAction action)
    {
        var posts = action.Posts.Count == 1 ? "the post" : $"{Words.Number(action.Posts.Count)} posts";
        return action.Kind switch
        {
            StructuralActionKind.AgreeDeputy => $"Agree a deputy for {posts}.",
            StructuralActionKind.SplitPosts => action.Posts.Count == 1
                ? "Divide the organisations that the post serves among more people."
                : $"Divide {posts} among more people.",
            StructuralActionKind.AppointSiteLeader => $"Appoint site leaders below {posts}.",
            StructuralActionKind.NameSuccessor => $"Name a successor nobody else needs for {posts}.",
            StructuralActionKind.DevelopSuccessor => $"Help those named for {posts} to become ready, and record when.",
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, "There is no such action."),
        };
    }
}
