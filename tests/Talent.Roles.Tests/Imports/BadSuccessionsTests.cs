using Talent.Roles.Imports;
using static Talent.Roles.Tests.Imports.ReferenceFiles;

namespace Talent.Roles.Tests.Imports;

public class BadSuccessionsTests
{
    private const string Header = "predecessor,successor,legal_date,type,successor_pre_merger_name\n";

    private static readonly Register Trusts = Until(ImportKind.TrustRegister);

    [Theory]
    [InlineData("XXX,R0A,2021-10-01,merger,", "predecessor",
        "No organisation XXX is recorded: import the register first, or correct the code.")]
    [InlineData("RW6,XXX,2021-10-01,merger,", "successor",
        "No organisation XXX is recorded: import the register first, or correct the code.")]
    [InlineData("RW6,RW6,2021-10-01,merger,", "successor", "The organisation RW6 cannot follow itself.")]
    [InlineData("RW6,QHM,2021-10-01,merger,", "successor",
        "QHM is recorded as an integrated care board: choose the right kind of file, or correct the code.")]
    [InlineData("R0A,RW4,2021-10-01,merger,", "predecessor", "R0A is recorded as open: import the register that closes it first.")]
    [InlineData("RW6,R0A,2022-10-01,merger,", "predecessor",
        "RW6 existed until the day before 2021-10-01, not until 2022-10-01: check the date.")]
    [InlineData("RW6,R0A,2021-09-29,merger,", "predecessor",
        "RW6 existed until the day before 2021-10-01, not until 2021-09-29: check the date.")]
    [InlineData("RW6,R0A,2018-10-01,merger,", "predecessor",
        "RW6 existed until the day before 2021-10-01, not until 2018-10-01: check the date.")]
    [InlineData("RW3,R0A,2017-09-30,merger,", "successor", "R0A did not exist on 2017-09-30: check the code and the date.")]
    [InlineData("RW6,R0A,2021-13-01,merger,", "legal_date", "\"2021-13-01\" is no day of the calendar written like 2026-07-31.")]
    [InlineData("RW6,R0A,2021-10-01,swallowed,", "type",
        "Write merger, acquisition or split, or leave the column empty where it is not known.")]
    public void Make_AWrongSuccession_RefusesTheFile(string row, string column, string reason)
    {
        var outcome = Import(ImportKind.TrustSuccessions, Header + row + "\n", Trusts);

        var remark = Assert.Single(outcome.Remarks, remark => remark.Kind == ImportRemarkKind.Error);
        Assert.Equal((2, column, reason), (remark.Line, remark.Column, remark.Reason));
        Assert.Empty(outcome.Successions);
    }

    [Fact]
    public void Make_ASuccessionTwice_RefusesTheFile()
    {
        const string Row = "RW6,R0A,2021-10-01,acquisition,\n";

        var outcome = Import(ImportKind.TrustSuccessions, Header + Row + Row, Trusts);

        Assert.Equal(
            "That R0A followed RW6 stands on line 2 already: remove one of the rows.",
            Assert.Single(outcome.Remarks, remark => remark.Kind == ImportRemarkKind.Error).Reason);
    }

    [Fact]
    public void Make_ACorrectedDate_ChangesTheSuccession()
    {
        var register = Trusts.After(
            ImportKind.TrustSuccessions, AsOf, Import(ImportKind.TrustSuccessions, Header + "RW6,R0A,2021-10-01,merger,\n", Trusts));

        var outcome = Import(ImportKind.TrustSuccessions, Header + "RW6,R0A,2021-09-30,merger,\n", register);

        Assert.Equal((0, 1), (outcome.Created, outcome.Changed));
        Assert.Equal(
            [ImportRemark.Changed(2, "date: 2021-10-01 -> 2021-09-30", "RW6")],
            outcome.Remarks.Where(remark => remark.Kind == ImportRemarkKind.Changed));
    }
}
