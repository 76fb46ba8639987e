using Talent.Succession.Engine.Flows;

namespace Talent.Succession.Engine.Tests;

public sealed class ErlangLossTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(60)]
    public void FindNobody_AnyNumberOfPeople_IsTheClosedForm(double load)
    {
        // (a^c / c!) / (sum of a^k / k!), each term from the one before.
        var (term, sum) = (1.0, 1.0);
        for (var people = 0; people <= 80; people++)
        {
            if (people > 0) term *= load / people;
            if (people > 0) sum += term;
            Assert.Equal(term / sum, ErlangLoss.FindNobody(people, load), 1e-12);
        }
    }

    [Theory]
    [InlineData(1, 1, 1.0 / 2)]
    [InlineData(2, 1, 1.0 / 5)]
    [InlineData(2, 2, 2.0 / 5)]
    [InlineData(3, 2, 4.0 / 19)]
    [InlineData(10, 5, 0.018385)]
    [InlineData(0, 3, 1)]
    public void FindNobody_CasesOfTheTables_AreAsTabulated(int people, double load, double share) =>
        Assert.Equal(share, ErlangLoss.FindNobody(people, load), 5e-7);

    [Theory]
    [InlineData(2, 1.5)]
    [InlineData(4, 3)]
    public void FindNobody_RandomVacanciesAndAFixedTimeTaken_IsTheShareOfAPlayedThroughBench(int people, double load)
    {
        // The time taken is always 1, so that vacancies come at the rate of the load; the formula holds for any distribution of it.
        const int vacancies = 400_000;
        var random = new Random(20261130);
        var freeFrom = new double[people];
        var (time, nobody) = (0.0, 0);
        for (var vacancy = 0; vacancy < vacancies; vacancy++)
        {
            time -= Math.Log(1 - random.NextDouble()) / load;
            var free = Array.FindIndex(freeFrom, from => from <= time);
            if (free < 0) nobody++;
            else freeFrom[free] = time + 1;
        }

        Assert.Equal(ErlangLoss.FindNobody(people, load), (double)nobody / vacancies, 0.005);
    }

    [Theory]
    [InlineData(0.3, 0.1)]
    [InlineData(2, 0.1)]
    [InlineData(12, 0.01)]
    [InlineData(500, 0.05)]
    public void PeopleNeeded_AnyLoad_IsTheLeastWithFewerLost(double load, double share)
    {
        var people = ErlangLoss.PeopleNeeded(load, share);
        Assert.True(ErlangLoss.FindNobody(people, load) < share);
        Assert.True(ErlangLoss.FindNobody(people - 1, load) >= share);
    }

    [Fact]
    public void PeopleNeeded_NoVacancies_IsNobody() => Assert.Equal(0, ErlangLoss.PeopleNeeded(0, 0.1));

    [Theory]
    [InlineData(-1, 0.1)]
    [InlineData(1, 0)]
    [InlineData(1, 1.1)]
    [InlineData(double.NaN, 0.1)]
    public void PeopleNeeded_OutsideTheRange_IsRefused(double load, double share) =>
        Assert.Throws<ArgumentException>(() => ErlangLoss.PeopleNeeded(load, share));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void FindNobody_OutsideTheRange_IsRefused(int people, double load) =>
        Assert.Throws<ArgumentException>(() => ErlangLoss.FindNobody(people, load));
}
