using System.Text.RegularExpressions;
using Talent.Roles.Domain;
using Talent.ServiceDefaults;
using Group = Talent.Roles.Domain.Group;

namespace Talent.Roles.Api;

/// <summary>Organisations, successions and groups between the contract and the domain. Enumerations share their numbers.</summary>
internal static partial class OrganisationContract
{
    public static V1.Organisation ToContract(this Organisation organisation, string etag = "")
    {
        var message = new V1.Organisation
        {
            Code = organisation.Code.Value,
            Kind = (V1.OrganisationKind)organisation.Kind,
            Period = organisation.Period?.ToContract(),
            ParentCode = organisation.Parent?.Value ?? "",
            Postcode = organisation.Postcode ?? "",
            Etag = etag,
        };
        message.Names.AddRange(organisation.Names.Rows.Select(row => row.ToContract(name => name)));
        message.Regions.AddRange(organisation.Regions.Rows.Select(row => row.ToContract(code => code.Value)));
        message.IntegratedCareBoards.AddRange(organisation.Boards.Rows.Select(row => row.ToContract(code => code.Value)));
        message.Sectors.AddRange(organisation.Sectors.Select(sector => (V1.Sector)sector));
        return message;
    }

    public static Organisation ToDomain(this V1.Organisation message) => new(
        new(message.Code),
        Enumerations.Known<OrganisationKind>("kind", (int)message.Kind),
        new(message.Names.ToDomain("names", name => name)),
        new(message.Regions.ToDomain("regions", code => new OrganisationCode(code))),
        new(message.IntegratedCareBoards.ToDomain("integrated_care_boards", code => new OrganisationCode(code))),
        message.Period?.ToDomain("period"),
        OrganisationCode.OrNone(message.ParentCode),
        [.. message.Sectors.Select(sector => Enumerations.Known<Sector>("sectors", (int)sector))],
        PostcodeOf(message));

    public static V1.OrganisationSuccession ToContract(this OrganisationSuccession succession) => new()
    {
        PredecessorCode = succession.Predecessor.Value,
        SuccessorCode = succession.Successor.Value,
        Date = succession.Date.ToDate(),
        Kind = (V1.SuccessionKind)succession.Kind,
    };

    public static V1.Group ToContract(this Group group, string etag = "")
    {
        var message = new V1.Group
        {
            Id = group.Id,
            Title = group.Title,
            RegionCode = group.Region?.Value ?? "",
            CriticalityAgreedOn = group.CriticalityAgreedOn.ToDate(),
            Etag = etag,
        };
        message.Members.AddRange(group.Members.Select(member => member.ToContract(code => code.Value)));
        return message;
    }

    public static Group ToDomain(this V1.Group message, string id) => new(
        id,
        message.Title,
        message.Members.ToDomain("members", code => new OrganisationCode(code)),
        OrganisationCode.OrNone(message.RegionCode),
        message.CriticalityAgreedOn.ToDay("criticality_agreed_on"));

    private static string PostcodeOf(V1.Organisation message) => message.Postcode.Length == 0 || PostcodeForm().IsMatch(message.Postcode)
        ? message.Postcode
        : throw Errors.Invalid("postcode", "Give the postcode in capitals, for example LS1 4AP, or leave it out.");

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex PostcodeForm();
}
