using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

public sealed class AgendaTests
{
    private const int Days = 200;
    private const int Count = 50;

    [Fact]
    public void Take_NothingExpected_StopsTheTrial()
    {
        var agenda = new Agenda(Days, Count);
        agenda.Clear();

        agenda.Take(out var day);

        Assert.Equal(Days + 1, day);
    }

    [Fact]
    public void Take_AfterTheLastDay_StopsTheTrialAgain()
    {
        var agenda = new Agenda(Days, Count);
        agenda.Clear();
        agenda.Add(3, Days + 100);
        agenda.Take(out _);

        agenda.Take(out var day);

        Assert.Equal(Days + 1, day);
    }

    [Fact]
    public void Take_TwoOfADay_GivesTheOneAddedLast()
    {
        var agenda = new Agenda(Days, Count);
        agenda.Clear();
        agenda.Add(3, 70);
        agenda.Add(4, 70);

        Assert.Equal(4, agenda.Take(out _));
    }

    [Fact]
    public void Take_PutOffAndBroughtForwardAtRandom_GivesTheEarliestEachTime()
    {
        var random = new Random(1);
        var agenda = new Agenda(Days, Count);
        for (var trial = 0; trial < 200; trial++)
        {
            agenda.Clear();
            var expected = new Dictionary<int, int>();
            for (var what = 0; what < Count; what++) Expect(agenda.Add, what, today: 0);
            int day;
            for (var what = agenda.Take(out day); day <= Days; what = agenda.Take(out day))
            {
                Assert.Equal((expected.Values.Min(), true), (day, expected.Remove(what, out var on) && on == day));
                if (random.Next(3) > 0) Expect(agenda.Add, what, day);
                if (expected.Count > 0) Expect(agenda.Move, expected.Keys.ElementAt(random.Next(expected.Count)), day);
            }

            Assert.All(expected.Values, on => Assert.True(on > Days));

            void Expect(Action<int, int> how, int what, int today)
            {
                var on = today + random.Next(Days);
                how(what, on);
                expected[what] = on;
            }
        }
    }
}
