using Talent.Messaging;
using Talent.ServiceDefaults;
using Talent.Succession.V1;
using Talent.Types.V1;

namespace Talent.Demonstration.Generation;

/// <summary>Names people for posts: each person once for a post, nobody for a post they work in.</summary>
internal sealed class Slate(GroupPlan group, DateOnly asOf, IdentifierSource identifiers, RandomSource random)
{
    private readonly HashSet<(string Post, string Person)> named = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public int CountFor(PostPlan post) => counts.GetValueOrDefault(post.Post.Id);

    public bool TryName(PostPlan post, string? person, Readiness? readiness)
    {
        if (person is null || person == post.InPostId || person == post.HolderId || !named.Add((post.Post.Id, person)))
            return false;
        var nomination = Add(post, readiness);
        nomination.PersonId = person;
        Tell(nomination);
        return true;
    }

    public void NameExternal(PostPlan post, string name, string organisation)
    {
        // Told within a month, or it would be removed: so the day is in the last weeks, or the person has been told.
        var nomination = Add(post, readiness: null);
        nomination.External = new ExternalSuccessor { DisplayName = name, Organisation = organisation, Source = "Nominations committee" };
        nomination.NominatedOn = asOf.AddDays(-random.Between(1, 25)).ToDate();
        nomination.Telling = random.Chance(0.5) ? Telling.Told : Telling.NotYetTold;
    }

    private Nomination Add(PostPlan post, Readiness? readiness)
    {
        var place = counts[post.Post.Id] = CountFor(post) + 1;
        var nomination = new Nomination
        {
            Id = identifiers.Next(),
            PostId = post.Post.Id,
            Rank = random.Chance(0.9) ? place : 0,
            Readiness = readiness,
            NominatedOn = asOf.AddDays(-random.Between(10, 700)).ToDate(),
        };
        group.Nominations.Add(nomination);
        return nomination;
    }

    private void Tell(Nomination nomination)
    {
        nomination.Telling = random.PickWeighted((Telling.Told, 75), (Telling.NotYetTold, 20), (Telling.Confidential, 5));
        nomination.Endorsed = nomination.Telling == Telling.Told && random.Chance(0.5);
        if (nomination.Telling == Telling.Confidential)
        {
            nomination.Confidentiality = new Confidentiality
            {
                ReasonCode = "restructuring-not-announced",
                ApproverId = DemonstrationIdentities.DirectorAccountId,
                ExpiresOn = asOf.AddDays(random.Between(30, 170)).ToDate(),
            };
        }
    }
}
