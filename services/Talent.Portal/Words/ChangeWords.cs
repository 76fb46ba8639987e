using Talent.Portal.Reading;
using Talent.Succession.V1;
using Change = Talent.Succession.V1.ScenarioChange.ChangeOneofCase;

namespace Talent.Portal.Words;

/// <summary>Changes that a scenario supposes, each in one sentence.</summary>
/// <param name="people">Names of the people.</param>
/// <param name="organisations">Names of the organisations.</param>
/// <param name="titles">Titles of the posts.</param>
public sealed class ChangeWords(PeopleNames people, OrganisationNames organisations, PostTitles titles)
{
    /// <summary>For example "Amos Fenwick leaves on 1 April 2027".</summary>
    public string Say(ScenarioChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.ChangeCase switch
        {
            Change.PersonLeaves => $"{people.Of(change.PersonLeaves.PersonId)} leaves on {Dates.Say(change.PersonLeaves.On)}",
            Change.NominationAdded => Say(change.NominationAdded),
            Change.MadeReady => Say(change.MadeReady),
            Change.PostShared => Say(change.PostShared),
            Change.PostSplit => Say(change.PostSplit),
            Change.TermExtended => $"{people.Of(change.TermExtended.PersonId)} stays {titles.Of(change.TermExtended.PostId)} until "
                + Dates.SayLastDay(change.TermExtended.Until),
            Change.EarlySearch => $"The search for {titles.Of(change.EarlySearch.PostId)} begins "
                + $"{Numbers.Count(change.EarlySearch.Days, "day", "days")} before the agreed end",
            Change.RecruitmentFreeze => $"No recruitment from outside begins from {Dates.Say(change.RecruitmentFreeze.From)} to "
                + Dates.SayLastDay(change.RecruitmentFreeze.Until),
            Change.DeputyAccepted => $"The holder of {titles.Of(change.DeputyAccepted.DeputyPostId)} accepts to stand in for "
                + $"{titles.Of(change.DeputyAccepted.PostId)}: interim cover, not succession",
            Change.ProgrammeCohort => Say(change.ProgrammeCohort),
            Change.TrustsMerged => Say(change.TrustsMerged),
            _ => "A change that is not known",
        };
    }

    private string Say(NominationAdded added) => $"{people.Of(added.PersonId)} is named for {titles.Of(added.PostId)}; "
        + $"ready: {ReadinessWords.Say(added.Readiness)}; place: {NominationWords.SayRank(added.Rank)}";

    private string Say(MadeReady ready)
    {
        var post = ready.PostId.Length > 0 ? titles.Of(ready.PostId) : $"every post of the kind {RoleFamilies.Say(ready.Family)}";
        return $"{people.Of(ready.PersonId)} is ready for {post} by {Dates.Say(ready.By)}";
    }

    private string Say(PostShared shared)
    {
        var with = shared.With.Select(each => $"{organisations.Of(each.OrganisationCode)} (share: {Numbers.Share(each.Share)})");
        var words = $"{titles.Of(shared.PostId)} also serves {string.Join("; ", with)}";
        return shared.ReplacesPostIds.Count == 0
            ? words
            : $"{words}, in place of {string.Join("; ", shared.ReplacesPostIds.Select(titles.Of))}";
    }

    private string Say(PostSplit split) => $"{titles.Of(split.PostId)} is split: {string.Join(", and ", split.Parts.Select(Say))}";

    private string Say(PostPart part)
    {
        var holder = part.HolderPersonId.Length == 0 ? "vacant at first" : $"held by {people.Of(part.HolderPersonId)}";
        return $"one post for {string.Join("; ", part.OrganisationCodes.Select(organisations.Of))}, {holder}";
    }

    private string Say(ProgrammeCohort cohort)
    {
        var names = people.Alphabetical(cohort.PersonIds, id => id).Select(people.Of);
        return $"{string.Join("; ", names)} take part in a programme for {RoleFamilies.Say(cohort.Family)}; "
            + $"{Numbers.Say(cohort.Completes, "share")} complete it, and are ready by {Dates.Say(cohort.ReadyBy)}";
    }

    private string Say(TrustsMerged merged)
    {
        var absorbed = string.Join("; ", merged.AbsorbedCodes.Select(organisations.Of));
        return string.Concat([$"{organisations.Of(merged.SurvivorCode)} takes over {absorbed}", .. merged.Posts.Select(posts =>
            $"; {titles.Of(posts.StaysPostId)} replaces {string.Join("; ", posts.EndingPostIds.Select(titles.Of))}")]);
    }
}
