using Talent.Roles.Domain;

namespace Talent.Roles.Imports.Files;

/// <summary>Which organisation followed which, with a header: one layout for trusts, another for integrated care boards.</summary>
public static class SuccessionsFile
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The columns that are read in the file of trusts.</summary>
    public static FileLayout TrustLayout { get; } =
        new(HasHeader: true, ["predecessor", "successor", "legal_date", "type", "successor_pre_merger_name"]);

    /// <summary>The columns that are read in the file of integrated care boards.</summary>
    public static FileLayout BoardLayout { get; } = new(HasHeader: true, ["predecessor", "successor", "date", "type"]);

    /// <summary>What a row about trusts says; null where it is wrong.</summary>
    public static SuccessionEntry? ReadTrust(FileRow row) => Read(row, "legal_date", () => row.OptionalLine("successor_pre_merger_name"));

    /// <summary>What a row about integrated care boards says; null where it is wrong.</summary>
    public static SuccessionEntry? ReadBoard(FileRow row) => Read(row, "date", () => null);

    private static SuccessionEntry? Read(FileRow row, string dateColumn, Func<string?> readEarlierName)
    {
        row.About = row.Value("predecessor");
        var predecessor = row.Code("predecessor");
        var successor = row.Code("successor");
        var date = row.Day(dateColumn, Day);
        var kind = Kind(row);
        var earlierName = readEarlierName();
        if (predecessor is not null && predecessor == successor)
            row.Wrong("successor", $"The organisation {predecessor} cannot follow itself.");
        return row.IsWrong
            ? null
            : new(row.Line, new(predecessor!.Value, successor!.Value, date!.Value, kind), earlierName);
    }

    private static SuccessionKind Kind(FileRow row)
    {
        switch (row.Value("type"))
        {
            case "merger":
                return SuccessionKind.Merger;
            case "acquisition":
                return SuccessionKind.Acquisition;
            case "split":
                return SuccessionKind.Split;
            case "":
                return SuccessionKind.Unspecified;
            default:
                row.Wrong("type", "Write merger, acquisition or split, or leave the column empty where it is not known.");
                return SuccessionKind.Unspecified;
        }
    }
}
