using Talent.Roles.Domain;

namespace Talent.Roles.Imports.Files;

/// <summary>
/// The register of NHS trusts as the Organisation Data Service publishes it (`etr.csv`): no header, 27 columns. Its close date is the
/// last day on which the trust existed.
/// </summary>
public static class TrustRegisterFile
{
    private const string Day = "yyyyMMdd";

    /// <summary>The 27 columns, named with their place because the file has no header.</summary>
    public static FileLayout Layout { get; } = new(
        HasHeader: false,
        [
            "1 code", "2 name", "3 region", "4 integrated care board", "5 address", "6 address", "7 address", "8 address", "9 address",
            "10 postcode", "11 open date", "12 close date", "13 empty", "14 empty", "15 empty", "16 empty", "17 empty", "18 telephone",
            "19 empty", "20 empty", "21 empty", "22 amended", "23 empty", "24 regional code", "25 empty", "26 empty", "27 empty",
        ]);

    /// <summary>What a row says; null where it is wrong.</summary>
    public static RegisterEntry? Read(FileRow row)
    {
        row.About = row.Value("1 code");
        var code = row.Code("1 code");
        var name = row.SingleLine("2 name");
        var region = row.OptionalCode("3 region");
        var board = row.OptionalCode("4 integrated care board");
        var postcode = row.OptionalLine("10 postcode");
        var open = row.Day("11 open date", Day);
        var close = row.OptionalDay("12 close date", Day);
        var period = row.Inclusive("12 close date", open, close);
        return row.IsWrong
            ? null
            : new(row.Line, code!.Value, OrganisationKinds.LegalForm(name!), name!, period, region, board, Postcode: postcode);
    }
}
