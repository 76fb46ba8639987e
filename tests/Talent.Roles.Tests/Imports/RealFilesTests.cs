using Talent.Roles.Domain;
using Talent.Roles.Imports;
using static Talent.Roles.Tests.Imports.ReferenceFiles;

namespace Talent.Roles.Tests.Imports;

public class RealFilesTests
{
    [Theory]
    [InlineData(ImportKind.Regions, 7, 0, "7 regions")]
    [InlineData(ImportKind.IntegratedCareBoards, 48, 0, "48 integrated care boards, 36 open, 12 closed")]
    [InlineData(
        ImportKind.IntegratedCareBoardSuccessions, 16, 0,
        "16 successions of 12 predecessors, 0 closed organisations without a known successor")]
    [InlineData(ImportKind.TrustRegister, 274, 68, "274 organisations, 202 open, 72 closed")]
    [InlineData(
        ImportKind.TrustSuccessions, 37, 36, "37 successions of 36 predecessors, 36 closed organisations without a known successor")]
    [InlineData(ImportKind.HospitalSites, 339, 29, "339 sites, 310 linked, 29 unlinked")]
    public void Make_TheShippedFile_CreatesEveryRow(ImportKind kind, int rows, int unknown, string summary)
    {
        var outcome = ImportPlan.Make(kind, Bytes(kind), AsOf, Before(kind));

        Assert.Equal((summary, rows, rows, 0, 0, 0, unknown), (
            outcome.Summary, outcome.Rows, outcome.Created, outcome.Changed, outcome.Unchanged, outcome.Errors, outcome.Unknown));
        var created = outcome.Remarks.Where(remark => remark.Kind == ImportRemarkKind.Created).ToList();
        Assert.Equal(rows, created.Select(remark => remark.Line).Distinct().Count());
        Assert.All(created, remark => Assert.NotEmpty(remark.Code));
    }

    [Theory]
    [InlineData(ImportKind.Regions)]
    [InlineData(ImportKind.IntegratedCareBoards)]
    [InlineData(ImportKind.IntegratedCareBoardSuccessions)]
    [InlineData(ImportKind.TrustRegister)]
    [InlineData(ImportKind.TrustSuccessions)]
    [InlineData(ImportKind.HospitalSites)]
    public void Make_TheSameFileAgain_ChangesNothing(ImportKind kind)
    {
        var outcome = ImportPlan.Make(kind, Bytes(kind), AsOf, Until(ImportKind.HospitalSites));

        Assert.Equal((0, 0, outcome.Rows), (outcome.Created, outcome.Changed, outcome.Unchanged));
        Assert.Empty(outcome.Organisations);
        Assert.Empty(outcome.Successions);
        Assert.All(outcome.Remarks, remark => Assert.Equal(ImportRemarkKind.Unknown, remark.Kind));
    }

    [Theory]
    [InlineData(ImportKind.Regions, "Y56", "New region: London")]
    [InlineData(ImportKind.TrustSuccessions, "RA3", "New succession: RA7 followed RA3 on 2020-04-01; name of RA7 before 2020-04-01: "
        + "BRISTOL NHS FOUNDATION TRUST -> University Hospitals Bristol NHS Foundation Trust")]
    public void Make_ARowThatCreates_IsListedWithWhatItCreates(ImportKind kind, string code, string expected)
    {
        var outcome = ImportPlan.Make(kind, Bytes(kind), AsOf, Before(kind));

        Assert.Equal(
            expected,
            Assert.Single(outcome.Remarks, remark => remark.Kind == ImportRemarkKind.Created && remark.Code == code).Reason);
    }

    [Fact]
    public void Make_TheRegister_TakesTheLegalFormFromTheName()
    {
        var register = Until(ImportKind.TrustRegister);

        Assert.Equal(OrganisationKind.FoundationTrust, register.Find(new("R0A"))!.Kind);
        Assert.Equal(OrganisationKind.Trust, register.Find(new("K0N6A"))!.Kind);
    }

    [Fact]
    public void Make_TheRegister_ReportsTheThreeTrustsOutsideEngland()
    {
        var outcome = ImportPlan.Make(ImportKind.TrustRegister, Bytes(ImportKind.TrustRegister), AsOf, Before(ImportKind.TrustRegister));

        Assert.Equal(
            ["RQF", "RT4", "RYT"], outcome.Remarks.Where(remark => remark.Column == "3 region").Select(remark => remark.Code).Order());
    }

    [Fact]
    public void Make_ATrustThatLived26Days_ExistedOnItsLastDay()
    {
        var trust = Until(ImportKind.TrustRegister).Find(new("R0C"))!;

        Assert.True(trust.ExistsOn(new(2020, 3, 26)));
        Assert.True(trust.ClosedBy(new(2020, 3, 27)));
    }

    [Fact]
    public void Make_AClosedTrustWithTodaysBoard_HasNoBoardFromAfterItsTime()
    {
        var register = Until(ImportKind.TrustRegister);

        foreach (var closed in register.Organisations.Where(one => one.Kind.IsTrust() && one.ClosedBy(AsOf)))
        {
            Assert.All(closed.Boards.Rows, row => Assert.Equal(row.Period, row.Period.Intersect(closed.Period!.Value)));
            Assert.All(closed.Boards.Rows, row => Assert.True(row.Period.Start >= register.Find(row.Value)!.Period!.Value.Start));
        }
    }

    [Fact]
    public void Make_TheSuccessions_RecordEarlierNames()
    {
        var bristol = Until(ImportKind.TrustSuccessions).Find(new("RA7"))!;

        Assert.Equal("University Hospitals Bristol NHS Foundation Trust", bristol.NameOn(new(2020, 3, 31)));
        Assert.Equal("University Hospitals Bristol and Weston NHS Foundation Trust", bristol.NameOn(new(2026, 6, 30)));
        Assert.Equal("BRISTOL NHS FOUNDATION TRUST", bristol.NameOn(new(2026, 7, 1)));
    }

    [Fact]
    public void Make_ATrustWithTwoSuccessors_RecordsBoth() => Assert.Equal(
        ["R0A", "RM3"],
        Until(ImportKind.TrustSuccessions).Successions
            .Where(one => one.Predecessor.Value == "RW6").Select(one => one.Successor.Value).Order());

    [Fact]
    public void Make_TheSites_SaysWhyEachIsNotLinked()
    {
        var outcome = ImportPlan.Make(ImportKind.HospitalSites, Bytes(ImportKind.HospitalSites), AsOf, Before(ImportKind.HospitalSites));

        Assert.Equal(28, outcome.Remarks.Count(remark => remark.Reason.EndsWith("is not in the register.", StringComparison.Ordinal)));
        Assert.Equal(1, outcome.Remarks.Count(remark => remark.Reason == "Not linked: the row names no trust."));
        Assert.All(outcome.Remarks, remark => Assert.True(remark.Line > 1));
    }
}
