using Talent.Roles.Domain;

namespace Talent.Roles.Imports.Files;

/// <summary>Hospital sites and the trusts they belong to, with a header. It gives no dates.</summary>
public static class HospitalSitesFile
{
    /// <summary>The columns that are read.</summary>
    public static FileLayout Layout { get; } = new(HasHeader: true, ["site_code", "name", "postcode", "parent_trust_code"]);

    /// <summary>What a row says; null where it is wrong.</summary>
    public static RegisterEntry? Read(FileRow row)
    {
        row.About = row.Value("site_code");
        var code = row.Code("site_code");
        var name = row.SingleLine("name");
        var postcode = row.OptionalLine("postcode");
        var parent = row.OptionalCode("parent_trust_code");
        return row.IsWrong ? null : new(row.Line, code!.Value, OrganisationKind.Site, name!, Parent: parent, Postcode: postcode);
    }
}
