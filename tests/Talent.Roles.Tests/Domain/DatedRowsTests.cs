using FsCheck.Fluent;
using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Domain;

public class DatedRowsTests
{
    private static readonly DateOnly Origin = new(2026, 1, 1);

    [Fact]
    public void With_OtherValueInsideARow_DividesTheRow()
    {
        var rows = DatedRows.None<string>().With("old", Day(0)).With("new", Day(10));

        Assert.Equal([new("old", new(Day(0), Day(10))), new("new", new(Day(10), null))], rows.Rows);
    }

    [Fact]
    public void With_TheSameValue_ChangesNothing()
    {
        var rows = DatedRows.None<string>().With("same", Day(0));

        Assert.Same(rows, rows.With("same", Day(10)));
    }

    [Fact]
    public void With_ADayBeforeAKnownRow_EndsWhereThatRowStarts()
    {
        var rows = DatedRows.None<string>().With("late", Day(10)).With("early", Day(0));

        Assert.Equal([new("early", new(Day(0), Day(10))), new("late", new(Day(10), null))], rows.Rows);
    }

    [Fact]
    public void Constructor_OverlappingRows_Refuses()
    {
        var broken = Assert.Throws<RuleException>(
            () => new DatedRows<string>([new("a", new(Day(0), Day(5))), new("b", new(Day(4), null))]));

        Assert.Equal("Check the dates: \"a\" and \"b\" hold on the same days.", broken.Message);
    }

    [Fact]
    public void Constructor_TouchingRowsWithOneValue_JoinsThem()
    {
        var rows = new DatedRows<string>([new("a", new(Day(5), null)), new("a", new(null, Day(5)))]);

        Assert.Equal([new("a", default)], rows.Rows);
    }

    [Fact]
    public void EndMoved_ToAnEarlierDay_CutsTheRows()
    {
        var rows = new DatedRows<string>([new("a", new(null, Day(5))), new("b", new(Day(5), null))]);

        Assert.Equal([new("a", new(null, Day(3)))], rows.EndMoved(null, Day(3)).Rows);
    }

    [Fact]
    public void EndMoved_WhenAnEndIsTakenBack_OpensTheLastRowAgain()
    {
        var rows = new DatedRows<string>([new("a", new(null, Day(5)))]);

        Assert.Equal([new("a", default)], rows.EndMoved(Day(5), null).Rows);
    }

    [Fact]
    public void AnyChanges_InAnyOrder_NeverLeaveOverlappingRows()
    {
        var change = ArbMap.Default.GeneratorFor<(int Kind, int Day, int Value)>()
            .Select(raw => (Kind: Math.Abs(raw.Kind % 5), Day: Day(raw.Day % 40), Value: "abc"[Math.Abs(raw.Value % 3)..][..1]));

        Properties.Hold(Prop.ForAll(change.ListOf().ToArbitrary(), changes =>
        {
            var rows = DatedRows.None<string>();
            foreach (var (kind, day, value) in changes)
                rows = Apply(rows, kind, day, value);
            return InOrder(rows.Rows);
        }));
    }

    [Fact]
    public void With_AnyDay_HoldsFromThatDayAndLeavesEarlierDaysAlone()
    {
        var days = Gen.Choose(-30, 30).Select(Day);
        var changes = days.Zip(Gen.Elements("a", "b", "c")).ListOf();

        Properties.Hold(Prop.ForAll(changes.ToArbitrary(), days.ToArbitrary(), (before, day) =>
        {
            var rows = before.Aggregate(DatedRows.None<string>(), (sofar, next) => sofar.With(next.Item2, next.Item1));
            var after = rows.With("x", day);
            return after.On(day)?.Value == "x"
                && Enumerable.Range(1, 60).All(back => after.On(day.AddDays(-back))?.Value == rows.On(day.AddDays(-back))?.Value);
        }));
    }

    private static DatedRows<string> Apply(DatedRows<string> rows, int kind, DateOnly day, string value) => kind switch
    {
        0 or 1 => rows.With(value, day),
        2 => rows.EndedOn(day),
        3 => rows.Corrected(value),
        _ => rows.EndMoved(rows.Rows.Count == 0 ? null : rows.Rows[^1].Period.End, day),
    };

    private static bool InOrder(ValueList<Dated<string>> rows) => rows.Zip(rows.Skip(1)).All(pair =>
        !pair.First.Period.Overlaps(pair.Second.Period)
        && (pair.First.Period.Start ?? DateOnly.MinValue) < pair.Second.Period.Start
        && !(pair.First.Period.End == pair.Second.Period.Start && pair.First.Value == pair.Second.Value));

    private static DateOnly Day(int offset) => Origin.AddDays(offset);
}
