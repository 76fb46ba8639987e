namespace Talent.Demonstration.Generation;

/// <summary>How a post is filled today.</summary>
internal enum Filling
{
    Substantive,
    Interim,
    Acting,
    Empty,
}

/// <summary>
/// Chooses the posts without a substantive holder: 8 % of executive posts were vacant or filled by an interim in late 2017 (145 trusts).
/// </summary>
internal sealed class VacancyPlanner(RandomSource random)
{
    private const double ExecutiveShare = 0.08;
    private const double OtherShare = 0.04;

    public IReadOnlyDictionary<PostPlan, Filling> Plan(IReadOnlyList<GroupPlan> groups)
    {
        var executives = groups.SelectMany(group => group.Posts).Where(post => post.Kind == PostKind.Executive).ToList();
        var wanted = (int)Math.Round(executives.Count * ExecutiveShare);
        // The first group has one vacancy among its executives, so that the demonstration shows one.
        var first = groups[0].Posts.Last(post => post.IsFamily(Families.ChiefMedicalOfficer) && post.Kind == PostKind.Executive);
        var drawn = random.Shuffle(executives.Where(post => post != first && !IsSetByHand(groups[0], post)));
        var fillings = new Dictionary<PostPlan, Filling> { [first] = Filling.Empty };
        foreach (var post in drawn.Take(wanted - 1))
            fillings[post] = Cover(post);
        foreach (var post in groups.Skip(1).SelectMany(group => group.Posts).Where(MayBeEmpty))
        {
            if (random.Chance(OtherShare))
                fillings[post] = Filling.Empty;
        }
        return fillings;
    }

    // Every trust has an accountable officer, if only for a while.
    private Filling Cover(PostPlan post) => post.IsFamily(Families.ChiefExecutive)
        ? random.PickWeighted((Filling.Interim, 50), (Filling.Acting, 50))
        : random.PickWeighted((Filling.Empty, 45), (Filling.Interim, 35), (Filling.Acting, 20));

    private static bool MayBeEmpty(PostPlan post) => post.Kind != PostKind.Executive && !post.IsFamily(Families.Chair);

    private static bool IsSetByHand(GroupPlan first, PostPlan post) =>
        post.Post.GroupId == first.Group.Id
            && (post.Trusts.Count > 1 || first.Arrangement.OneHolderFamilies.Contains(post.Post.Family));
}
