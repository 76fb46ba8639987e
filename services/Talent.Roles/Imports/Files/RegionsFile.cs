using Talent.Roles.Domain;

namespace Talent.Roles.Imports.Files;

/// <summary>The regions of NHS England, with a header. It gives no dates.</summary>
public static class RegionsFile
{
    /// <summary>The columns that are read.</summary>
    public static FileLayout Layout { get; } = new(HasHeader: true, ["code", "name"]);

    /// <summary>What a row says; null where it is wrong.</summary>
    public static RegisterEntry? Read(FileRow row)
    {
        row.About = row.Value("code");
        var code = row.Code("code");
        var name = row.SingleLine("name");
        return row.IsWrong ? null : new(row.Line, code!.Value, OrganisationKind.Region, name!);
    }
}
