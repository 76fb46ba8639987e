using Talent.Roles.Domain;
using Talent.Roles.Imports;
using static Talent.Roles.Tests.Imports.ReferenceFiles;

namespace Talent.Roles.Tests.Imports;

/// <summary>The register a year later: what differs holds from that day, what was recorded before stays.</summary>
public class LaterRegisterTests
{
    private static readonly DateOnly Later = new(2027, 7, 31);
    private static readonly Register Recorded = Until(ImportKind.HospitalSites);

    [Fact]
    public void Make_ARenamedTrust_KeepsTheOldNameUntilTheDay()
    {
        var trust = Changed("R0B", "SOUTH TYNESIDE AND SUNDERLAND NHS FOUNDATION TRUST", "WEARSIDE NHS FOUNDATION TRUST");

        Assert.Equal("SOUTH TYNESIDE AND SUNDERLAND NHS FOUNDATION TRUST", trust.NameOn(Later.AddDays(-1)));
        Assert.Equal("WEARSIDE NHS FOUNDATION TRUST", trust.NameOn(Later));
        Assert.Equal(OrganisationKind.FoundationTrust, trust.Kind);
    }

    [Fact]
    public void Make_AClosedTrust_EndsItsMembershipsTheDayAfterTheCloseDate()
    {
        var trust = Changed("R0B", "\"20190401\",\"\"", "\"20190401\",\"20270331\"");

        Assert.True(trust.ExistsOn(new(2027, 3, 31)));
        Assert.True(trust.ClosedBy(new(2027, 4, 1)));
        Assert.Equal(new DateOnly(2027, 4, 1), trust.Boards.Rows[^1].Period.End);
        Assert.Equal(new DateOnly(2027, 4, 1), trust.Regions.Rows[^1].Period.End);
        Assert.Equal(new DateOnly(2027, 4, 1), trust.Names.Rows[^1].Period.End);
    }

    [Fact]
    public void Make_ATrustOnABoardThatStillExists_ChangesTheBoardFromTheDay()
    {
        var trust = Changed("R0B", "\"QHM\"", "\"QWO\"");

        Assert.Equal([new(new("QHM"), new(new(2022, 7, 1), Later)), new(new("QWO"), new(Later, null))], trust.Boards.Rows);
    }

    [Fact]
    public void Make_ATrustOnARecodedBoard_ChangesTheBoardWhenTheOldOneClosed()
    {
        var boards = Text(ImportKind.IntegratedCareBoards)
            .Replace("QHM,E54000050,NHS NORTH EAST AND NORTH CUMBRIA INTEGRATED CARE BOARD,2022-07-01,",
                "QHM,E54000050,NHS NORTH EAST AND NORTH CUMBRIA INTEGRATED CARE BOARD,2022-07-01,2027-03-31", StringComparison.Ordinal)
            + "N9N9N,,NHS NORTHERN INTEGRATED CARE BOARD,2027-04-01,\n";
        var recoded = Import(ImportKind.IntegratedCareBoards, boards, Recorded, Later);
        var register = Recorded.After(ImportKind.IntegratedCareBoards, Later, recoded);

        var trust = Change("R0B", "\"QHM\"", "\"N9N9N\"", register).Organisations.Single(one => one.Code.Value == "R0B");

        Assert.Equal((1, 1), (recoded.Created, recoded.Changed));
        Assert.Equal(
            [new(new("QHM"), new(new(2022, 7, 1), new(2027, 4, 1))), new(new("N9N9N"), new(new(2027, 4, 1), null))],
            trust.Boards.Rows);
    }

    [Fact]
    public void Make_ATrustOnABoardThatHasClosed_EndsTheMembershipAndSaysSo()
    {
        var boards = Text(ImportKind.IntegratedCareBoards)
            .Replace("NHS DEVON INTEGRATED CARE BOARD,2022-07-01,", "NHS DEVON INTEGRATED CARE BOARD,2022-07-01,2027-03-31",
                StringComparison.Ordinal);
        var closing = Import(ImportKind.IntegratedCareBoards, boards, Recorded, Later);
        var register = Recorded.After(ImportKind.IntegratedCareBoards, Later, closing);

        var outcome = Import(ImportKind.TrustRegister, Text(ImportKind.TrustRegister), register, Later);

        Assert.NotEmpty(outcome.Organisations);
        Assert.All(outcome.Organisations, trust => Assert.Equal(new DateOnly(2027, 4, 1), trust.Boards.Rows[^1].Period.End));
        Assert.Equal(
            outcome.Organisations.Count,
            outcome.Remarks.Count(remark => remark.Reason.StartsWith("The board QJK closed before 2027-04-01", StringComparison.Ordinal)));
    }

    [Fact]
    public void Make_ATrustInAnotherRegion_ChangesTheRegionFromTheDay()
    {
        var trust = Changed("R0B", "\"Y63\"", "\"Y62\"");

        Assert.Equal([new(new("Y63"), new(null, Later)), new(new("Y62"), new(Later, null))], trust.Regions.Rows);
    }

    [Theory]
    [InlineData("SOUTH TYNESIDE AND SUNDERLAND NHS FOUNDATION TRUST", "WEARSIDE NHS TRUST",
        "name: SOUTH TYNESIDE AND SUNDERLAND NHS FOUNDATION TRUST -> WEARSIDE NHS TRUST; kind: foundation trust -> trust")]
    [InlineData("\"20190401\",\"\"", "\"20190401\",\"20270331\"", "close date: none -> 2027-03-31")]
    [InlineData("\"QHM\"", "\"QWO\"", "integrated care board: QHM -> QWO")]
    [InlineData("\"Y63\"", "\"\"", "region: Y63 -> not known")]
    public void Make_AChangedRow_IsListedBeforeAndAfter(string from, string to, string expected)
    {
        var outcome = Change("R0B", from, to, Recorded);

        var remark = Assert.Single(outcome.Remarks, remark => remark.Kind == ImportRemarkKind.Changed);
        Assert.Equal(("R0B", expected), (remark.Code, remark.Reason));
        Assert.StartsWith(
            "\"R0B\"", Text(ImportKind.TrustRegister).Split('\n')[remark.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Make_ACloseDateTakenBack_OpensTheTrustAgain()
    {
        var closed = Change("R0B", "\"20190401\",\"\"", "\"20190401\",\"20270331\"", Recorded);
        var register = Recorded.After(ImportKind.TrustRegister, Later, closed);

        var again = Import(ImportKind.TrustRegister, Text(ImportKind.TrustRegister), register, Later);

        Assert.Equal(Recorded.Find(new("R0B")), Assert.Single(again.Organisations));
    }

    [Fact]
    public void Make_TheLaterFileTwice_ChangesNothingTheSecondTime()
    {
        var text = Edited("R0B", "SOUTH TYNESIDE AND SUNDERLAND", "WEARSIDE");
        var register = Recorded.After(ImportKind.TrustRegister, Later, Import(ImportKind.TrustRegister, text, Recorded, Later));

        Assert.Empty(Import(ImportKind.TrustRegister, text, register, Later).Organisations);
    }

    [Fact]
    public void Make_AnOlderFile_IsRefused()
    {
        var outcome = Import(ImportKind.TrustRegister, Text(ImportKind.TrustRegister), Recorded, AsOf.AddDays(-1));

        Assert.True(outcome.IsRefused);
        Assert.Equal(
            "A file of 2026-07-31 was imported already: one of 2026-07-30 is older and would undo it.", outcome.Remarks[0].Reason);
    }

    [Fact]
    public void Make_ATrustMissingFromTheFile_IsReportedAndStays()
    {
        var lines = Text(ImportKind.TrustRegister).Split('\n').Where(line => !line.StartsWith("\"R0B\"", StringComparison.Ordinal));

        var outcome = Import(ImportKind.TrustRegister, string.Join('\n', lines), Recorded, Later);

        Assert.Empty(outcome.Organisations);
        Assert.Equal("R0B", Assert.Single(outcome.Remarks, remark => remark.Line == 0).Code);
    }

    [Fact]
    public void Make_OnAnOlderClock_TrustsStillToOpenAreCountedApart()
    {
        var early = new DateOnly(2024, 6, 1);

        var outcome = Import(ImportKind.TrustRegister, Text(ImportKind.TrustRegister), Before(ImportKind.TrustRegister), early);

        Assert.Contains("still to open", outcome.Summary, StringComparison.Ordinal);
        Assert.False(outcome.Organisations.Single(one => one.Code.Value == "K0N6A").ExistsOn(early));
    }

    [Fact]
    public void Make_ASiteWhoseTrustIsNowRecorded_LinksIt()
    {
        var sites = Text(ImportKind.HospitalSites);
        var unlinked = Recorded.Organisations.First(one => one.Kind == OrganisationKind.Site && one.Parent is null);
        var row = sites.Split('\n').Single(line => line.StartsWith(unlinked.Code.Value + ",", StringComparison.Ordinal));
        var parent = row.Split(',').First(cell => cell.Length == 3 && cell.StartsWith("7A", StringComparison.Ordinal));

        var linked = row.Replace(parent, "RQF", StringComparison.Ordinal);

        var outcome = Import(ImportKind.HospitalSites, sites.Replace(row, linked, StringComparison.Ordinal), Recorded);

        Assert.Equal("RQF", Assert.Single(outcome.Organisations).Parent!.Value.Value);
    }

    private static Organisation Changed(string code, string from, string to) =>
        Assert.Single(Change(code, from, to, Recorded).Organisations);

    private static ImportOutcome Change(string code, string from, string to, Register register) =>
        Import(ImportKind.TrustRegister, Edited(code, from, to), register, Later);

    private static string Edited(string code, string from, string to)
    {
        var lines = Text(ImportKind.TrustRegister).Split('\n');
        var place = Array.FindIndex(lines, line => line.StartsWith($"\"{code}\"", StringComparison.Ordinal));
        lines[place] = lines[place].Replace(from, to, StringComparison.Ordinal);
        return string.Join('\n', lines);
    }
}
