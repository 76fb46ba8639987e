using Talent.Roles.Domain;

namespace Talent.Roles.Imports.Files;

/// <summary>The integrated care boards, with a header. The close date is the last day on which the board existed.</summary>
public static class IntegratedCareBoardsFile
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The columns that are read.</summary>
    public static FileLayout Layout { get; } = new(HasHeader: true, ["code", "name", "open", "close"]);

    /// <summary>What a row says; null where it is wrong.</summary>
    public static RegisterEntry? Read(FileRow row)
    {
        row.About = row.Value("code");
        var code = row.Code("code");
        var name = row.SingleLine("name");
        var period = row.Inclusive("close", row.Day("open", Day), row.OptionalDay("close", Day));
        return row.IsWrong ? null : new(row.Line, code!.Value, OrganisationKind.IntegratedCareBoard, name!, period);
    }
}
