using Talent.Roles.V1;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Says which posts stand in for which. Some of their holders have accepted, others are named on paper only.</summary>
internal sealed class DeputyGenerator(RandomSource random)
{
    private const double ShareNamed = 0.85;
    private const double ShareAccepted = 0.55;

    public void AddDeputies(GroupPlan group)
    {
        foreach (var post in group.Posts)
        {
            var accepted = AcceptedByHand(group, post);
            foreach (var deputy in DeputiesOf(group, post))
            {
                if (accepted is null && !random.Chance(ShareNamed))
                    continue;
                post.Post.Deputies.Add(
                    new Deputy { PostId = deputy.Post.Id, Accepted = accepted ?? random.Chance(ShareAccepted) });
            }
        }
    }

    /// <summary>
    /// Says who has accepted: whoever holds the deputy post, from the later of the days on which both could. Of a deputy post that nobody
    /// holds, nobody has.
    /// </summary>
    public static void SayWhoAccepted(GroupPlan group)
    {
        foreach (var (post, deputy) in group.Posts.SelectMany(post => post.Post.Deputies.Select(deputy => (post.Post, deputy))))
        {
            if (!deputy.Accepted)
                continue;
            var standIn = group.Posts.First(other => other.Post.Id == deputy.PostId);
            var held = standIn.Post.Appointments.FirstOrDefault(one => one.PersonId == standIn.HolderId && one.End is null);
            deputy.Accepted = held is not null;
            deputy.AcceptedByPersonId = held?.PersonId ?? "";
            deputy.AcceptedOn = held is null ? null : Later(held.Start, post.Period.Start);
        }
    }

    private static Date Later(Date one, Date other) => one.ToDay() < other.ToDay() ? other : one;

    // In the first group only the chief executive, among the posts that serve all four trusts, has nobody who accepted.
    private static bool? AcceptedByHand(GroupPlan group, PostPlan post)
    {
        if (!group.Arrangement.IsFirstGroup)
            return null;
        if (post.IsFamily(Families.ChiefExecutive))
            return false;
        return post.Trusts.Count > 1 || group.Arrangement.OneHolderFamilies.Contains(post.Post.Family) ? true : null;
    }

    private static IEnumerable<PostPlan> DeputiesOf(GroupPlan group, PostPlan post) => post.Post.Family switch
    {
        Families.Chair => Serving(group, post, Families.ViceChair, PostKind.NonExecutive),
        Families.ChiefExecutive => Serving(group, post, Families.DeputyChiefExecutive, PostKind.Executive)
            .Concat(post.Trusts.Count > 1 ? [] : Serving(group, post, Families.ChiefOperatingOfficer, PostKind.Executive)).Take(1),
        Families.DeputyChiefExecutive => Serving(group, post, Families.Strategy, PostKind.Executive).Take(1),
        Families.SiteChiefExecutive => group.Posts.Where(other => other.Manager == post && other.Kind == PostKind.Site).Take(1),
        _ when post.Kind == PostKind.Executive => Serving(group, post, post.Post.Family, PostKind.Deputy),
        _ => [],
    };

    private static IEnumerable<PostPlan> Serving(GroupPlan group, PostPlan post, string family, PostKind kind) =>
        group.Posts.Where(other => other.IsFamily(family) && other.Kind == kind && other.Trusts.All(post.Trusts.Contains));
}
