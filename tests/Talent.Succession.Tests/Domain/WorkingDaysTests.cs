using Talent.Succession.Domain;
using Talent.Succession.ReferenceData;

namespace Talent.Succession.Tests.Domain;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = SuccessionReferenceData.ReadWorkingDays();

    [Theory]
    [InlineData("2026-11-03", "2026-11-17")]
    [InlineData("2026-11-07", "2026-11-20")]
    [InlineData("2026-12-18", "2027-01-06")]
    [InlineData("2026-03-26", "2026-04-13")]
    [InlineData("2027-12-24", "2028-01-12")]
    public void After_TenDays_LeavesOutWeekendsAndBankHolidays(string day, string last) =>
        Assert.Equal(Day(last), Days.After(Day(day), 10));

    [Fact]
    public void After_IntoAYearThatIsNotRecorded_IsNotKnown() => Assert.Null(Days.After(Day("2028-12-20"), 10));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
