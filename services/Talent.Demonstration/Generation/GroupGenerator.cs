using Talent.Messaging;
using Talent.Roles.V1;
using Talent.ServiceDefaults;

namespace Talent.Demonstration.Generation;

/// <summary>Invents groups and the trusts in them. Some have agreed how critical their posts are, the first among them.</summary>
internal sealed class GroupGenerator(DemonstrationSettings settings, IdentifierSource identifiers, RandomSource random)
{
    private static readonly string[] Words = ["Hospitals Group", "Health Group", "Care Collaborative", "Partnership"];

    private readonly TrustGenerator trusts = new(settings, random);

    public GroupPlan Next(int number, int trustCount, Arrangement arrangement)
    {
        var region = Regions.Codes[number % Regions.Codes.Length];
        var places = Enumerable.Range(0, trustCount).Select(_ => trusts.NextPlace()).ToList();
        var board = trusts.NextIntegratedCareBoard(places[0], region);
        var members = places.Select(place => trusts.NextTrust(place, region, board.Code)).ToList();
        var group = new Group
        {
            Id = number == 0 ? DemonstrationIdentities.FirstGroupId : identifiers.Next(),
            Title = $"{places[0]} and {places[1]} {random.Pick(Words)}",
            RegionCode = region,
        };
        var joined = settings.AsOf.AddMonths(-random.Between(84, 150));
        var since = new DateOnly(joined.Year, joined.Month, 1);
        group.Members.AddRange(members.Select(trust => new DatedText { Value = trust.Code, Period = Days.From(since) }));
        if (number == 0 || (number > 1 && random.Chance(0.5)))
            group.CriticalityAgreedOn = settings.AsOf.AddDays(-random.Between(40, 300)).ToDate();
        return new GroupPlan { Group = group, IntegratedCareBoard = board, Trusts = members, Arrangement = arrangement };
    }
}
