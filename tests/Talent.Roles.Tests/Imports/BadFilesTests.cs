using System.Text;
using Talent.Roles.Imports;
using Talent.Roles.Imports.Files;
using static Talent.Roles.Tests.Imports.ReferenceFiles;

namespace Talent.Roles.Tests.Imports;

/// <summary>Every kind of mistake refuses the whole file and says which line, which column and why.</summary>
public class BadFilesTests
{
    private const string Empty15 = ",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"";

    private static readonly Register Boards = Until(ImportKind.IntegratedCareBoardSuccessions);

    public static TheoryData<string, string, string> WrongRows => new()
    {
        { Row(code: ""), "1 code", "Give the code of the organisation: it is empty." },
        { Row(code: "R 1"), "1 code", "Check the code \"R 1\": a code holds letters, digits, hyphens and full stops alone." },
        { Row(name: ""), "2 name", "Enter the 2 name: it is empty." },
        { Row(name: "TWO\nLINES"), "2 name", "Write the 2 name in one line: it holds a line break or another control character." },
        { Row(region: "Y99"), "3 region", "No region Y99 is recorded: import the regions first, or correct the code." },
        { Row(region: "QHM"), "3 region", "No region QHM is recorded: import the regions first, or correct the code." },
        {
            Row(board: "QQQ"),
            "4 integrated care board",
            "No integrated care board QQQ is recorded: import the integrated care boards first, or correct the code."
        },
        { Row(open: ""), "11 open date", "Give the day: the column is empty, it must hold a date like 20260731." },
        { Row(open: "20260230"), "11 open date", "\"20260230\" is no day of the calendar written like 20260731." },
        { Row(open: "2026-02-03"), "11 open date", "\"2026-02-03\" is no day of the calendar written like 20260731." },
        { Row(open: "02001001"), "11 open date", "\"02001001\" lies outside the years 1800 to 2199: check the year." },
        {
            Row(close: "20190331"),
            "12 close date",
            "The close date 2019-03-31 lies before the open date 2019-04-01: check both."
        },
        { Row(code: "R0B"), "1 code", "The code R0B stands on line 1 already: remove one of the rows." },
        { Row(code: "QHM"), "1 code", "The code QHM is recorded as an integrated care board, not as a foundation trust: check it." },
        { "\"R0Z\",\"A TRUST\"", "", "The row has 2 columns, it must have 27: check its commas and quotes." },
        { Row() + ",\"\"", "", "The row has 28 columns, it must have 27: check its commas and quotes." },
        { "", "", "The line is empty: remove it." },
    };

    [Theory]
    [MemberData(nameof(WrongRows))]
    public void Make_AWrongRow_RefusesTheFileWithLineColumnAndReason(string wrong, string column, string reason)
    {
        var outcome = Import(ImportKind.TrustRegister, Row(code: "R0B") + "\n" + wrong + "\n" + Row(code: "R0D"), Boards);

        Assert.Equal(ImportRemark.Error(2, column, reason), Assert.Single(outcome.Remarks) with { Code = "" });
        Assert.Equal((0, 0, 1, 3), (outcome.Created, outcome.Changed, outcome.Errors, outcome.Rows));
        Assert.Empty(outcome.Organisations);
    }

    [Fact]
    public void Make_SeveralWrongRows_ReportsEachOfThem()
    {
        var outcome = Import(ImportKind.TrustRegister, Row(open: "x") + "\n" + Row(name: "", open: "y") + "\n" + Row(close: "z"), Boards);

        Assert.Equal(
            [(1, "11 open date"), (2, "2 name"), (2, "11 open date"), (3, "12 close date")],
            outcome.Remarks.Select(remark => (remark.Line, remark.Column)));
        Assert.Equal(3, outcome.Errors);
    }

    [Fact]
    public void Make_LineBreaksInQuotesBefore_StillNamesTheTrueLine()
    {
        var twoLines = Row(code: "R0B").Replace("STREET", "FIRST\r\nSECOND", StringComparison.Ordinal);

        var outcome = Import(ImportKind.TrustRegister, twoLines + "\r\n" + Row(open: "x"), Boards);

        Assert.Equal(3, Assert.Single(outcome.Remarks).Line);
    }

    [Fact]
    public void Make_AQuoteInsideAnUnquotedValue_RefusesTheFile()
    {
        var outcome = Import(ImportKind.Regions, "code,name\nY01,Nor\"th\n", Register.Empty);

        Assert.Equal(2, Assert.Single(outcome.Remarks).Line);
        Assert.StartsWith("A quote stands where none may stand", outcome.Remarks[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_AQuoteThatIsNeverClosed_RefusesTheFileAtItsLine()
    {
        var outcome = Import(ImportKind.Regions, "code,name\nY01,\"North\nY02,South\n", Register.Empty);

        Assert.Equal(
            ImportRemark.Error(2, "", "A quote opens here and is never closed: close it."),
            outcome.Remarks[0]);
    }

    [Fact]
    public void Make_BytesThatAreNotUtf8_NamesTheLine()
    {
        byte[] content = [.. "code,name\nY01,North\nY02,S"u8, 0xE9, .. "d\n"u8];

        var outcome = ImportPlan.Make(ImportKind.Regions, content, AsOf, Register.Empty);

        Assert.Equal(
            ImportRemark.Error(3, "", "The line holds bytes that are not UTF-8: save the file as CSV UTF-8."),
            Assert.Single(outcome.Remarks));
    }

    [Fact]
    public void Make_AUtf8ByteOrderMark_IsTaken()
    {
        byte[] content = [.. Encoding.UTF8.Preamble, .. "code,name\nY01,North\n"u8];

        Assert.Equal(1, ImportPlan.Make(ImportKind.Regions, content, AsOf, Register.Empty).Created);
    }

    [Fact]
    public void Make_Utf16_IsRefused()
    {
        byte[] content = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("code,name\nY01,North\n")];

        Assert.Equal(
            "The file is UTF-16 or UTF-32: save it as CSV UTF-8.",
            Assert.Single(ImportPlan.Make(ImportKind.Regions, content, AsOf, Register.Empty).Remarks).Reason);
    }

    [Fact]
    public void Make_ZeroBytes_NamesTheLine() =>
        Assert.Equal(2, Assert.Single(Import(ImportKind.Regions, "code,name\nY\0\n", Register.Empty).Remarks).Line);

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public void Make_AnEmptyFile_IsRefused(string text) => Assert.Equal(
        "The file is empty: choose the file that holds the rows.",
        Assert.Single(Import(ImportKind.TrustRegister, text, Boards).Remarks).Reason);

    [Fact]
    public void Make_AHeaderAlone_IsRefused() => Assert.Equal(
        "The file has a header and no rows: choose the file that holds the rows.",
        Assert.Single(Import(ImportKind.Regions, "code,name\n", Register.Empty).Remarks).Reason);

    [Theory]
    [InlineData(ImportKind.Regions, "")]
    [InlineData(ImportKind.Regions, "code,name\n")]
    [InlineData(ImportKind.Regions, "code\nY01\n")]
    [InlineData(ImportKind.TrustRegister, "")]
    public void Make_AFileThatIsNone_SaysThatTheFileWasRefused(ImportKind kind, string text)
    {
        var outcome = Import(kind, text, Boards);

        Assert.True(outcome.IsRefused);
        Assert.Equal(("the file was refused, nothing was changed", 0), (outcome.Summary, outcome.Rows));
    }

    [Fact]
    public void Make_WrongRows_SaysHowManyOfHowMany() => Assert.Equal(
        "refused, nothing was changed: 1 of 2 rows are wrong",
        Import(ImportKind.TrustRegister, Row(code: "R0B") + "\n" + Row(open: "x"), Boards).Summary);

    [Fact]
    public void Make_ASiteTwice_NamesItsOwnColumn()
    {
        const string Sites = "site_code,name,postcode,parent_trust_code\nR0B01,A SITE,,\nR0B01,A SITE,,\n";

        Assert.Equal((3, "site_code"), OfError(Import(ImportKind.HospitalSites, Sites, Boards)));
    }

    [Fact]
    public void Make_AHugeFile_IsRefusedUnread()
    {
        var outcome = ImportPlan.Make(ImportKind.Regions, new byte[FileText.LargestFile + 1], AsOf, Register.Empty);

        Assert.StartsWith(
            "The file has 3145729 bytes; the most is 3145728", Assert.Single(outcome.Remarks).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Make_TheWrongKindOfFile_NamesTheMissingColumns()
    {
        var outcome = Import(ImportKind.HospitalSites, Text(ImportKind.Regions), Boards);

        Assert.Equal(["parent_trust_code", "postcode", "site_code"], outcome.Remarks.Select(remark => remark.Column).Order());
    }

    [Fact]
    public void Make_AColumnTwiceInTheHeader_IsRefused() => Assert.Equal(
        "The header names the column \"name\" twice: remove one.",
        Assert.Single(Import(ImportKind.Regions, "code,name,name\nY01,a,b\n", Register.Empty).Remarks).Reason);

    private static (int Line, string Column) OfError(ImportOutcome outcome)
    {
        var remark = Assert.Single(outcome.Remarks);
        return (remark.Line, remark.Column);
    }

    private static string Row(
        string code = "R0Z",
        string name = "A NHS FOUNDATION TRUST",
        string region = "Y63",
        string board = "QHM",
        string open = "20190401",
        string close = "") =>
        $"\"{code}\",\"{name}\",\"{region}\",\"{board}\",\"STREET\",\"\",\"\",\"TOWN\",\"\",\"SR4 7TP\",\"{open}\",\"{close}\"" + Empty15;
}
