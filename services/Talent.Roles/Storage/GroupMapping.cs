using Talent.Roles.Domain;

namespace Talent.Roles.Storage;

/// <summary>Groups between rows and the domain.</summary>
internal static class GroupMapping
{
    public static Group ToDomain(this GroupRow row) => new(
        row.Id,
        row.Title,
        row.Members.OrderBy(member => member.Place)
            .Select(member => new Dated<OrganisationCode>(new(member.OrganisationCode), new(member.StartsOn, member.EndsOn))),
        OrganisationCode.OrNone(row.RegionCode),
        row.CriticalityAgreedOn);

    public static GroupRow Write(this GroupRow row, Group group)
    {
        row.Title = group.Title;
        row.RegionCode = group.Region?.Value;
        row.CriticalityAgreedOn = group.CriticalityAgreedOn;
        row.Members.Write(
            group.Members,
            member => member.Place,
            place => new() { GroupId = row.Id, Place = place },
            (into, member) => (into.OrganisationCode, into.StartsOn, into.EndsOn) =
                (member.Value.Value, member.Period.Start, member.Period.End));
        return row;
    }
}
