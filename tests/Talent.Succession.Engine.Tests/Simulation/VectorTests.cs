using Talent.Succession.Engine.Simulation;

namespace Talent.Succession.Engine.Tests.Simulation;

/// <summary>What is worked out for many at once is held against the same for one after the other, number by number.</summary>
public sealed class VectorTests
{
    private const ulong Seed = 5;
    private const int Trials = 300;

    private static readonly MoveRules Rules = new()
    {
        Accepts = GroupBuilder.Number(0.7),
        AcceptsFromOutside = GroupBuilder.Number(0.4),
        YearsBeforeMovingAgain = GroupBuilder.Number(1.5),
        DaysToReadinessWhenUnknown = GroupBuilder.Number(730, 180, 1825),
        ExitsAYearWhenUnknown = GroupBuilder.Number(0.24),
        InterimCoverQuality = GroupBuilder.Number(0.5),
        LongVacancyDays = GroupBuilder.Number(90),
    };

    private static readonly SimulationModel Model = new(GroupBuilder.Random(new Random(8), 60).Build(), GroupBuilder.Data, Rules);

    [Fact]
    public void Draw_ExitsOfAll_IsTheSameAsOneByOne()
    {
        var leaders = Model.Leaders;
        var draw = new ExitDraws(Model);
        var (exitDays, people) = (new int[leaders.Streams.Length], new ulong[leaders.Streams.Length]);
        for (var trial = 0; trial < Trials; trial++)
        {
            var draws = new Draws(Seed, trial);
            draw.Draw(draws, exitDays, people);
            for (var person = 0; person < leaders.Count; person++)
            {
                var expected = ExitDay(draws, person);
                Assert.Equal(expected, exitDays[person]);
                Assert.Equal(Availability.Of(leaders.FreeFrom[person], expected), people[person]);
            }
        }
    }

    [Fact]
    public void DrawReadiness_AllRows_IsTheSameAsOneByOne()
    {
        var candidates = Model.Candidates;
        var (ready, offers) = (new int[candidates.People.Length], new int[candidates.People.Length]);
        for (var trial = 0; trial < Trials; trial++)
        {
            var draws = new Draws(Seed, trial);
            candidates.DrawReadiness(draws, ready, offers);
            for (var row = 0; row < ready.Length; row++)
            {
                if (candidates.Nominations[row] is not { Readiness: { Earliest: { } first, Latest: { } last } } name) continue;
                var number = draws.Next(Draws.Stream("candidate", name.Post.Value, name.Nominee.Value), 0);
                var length = last.DayNumber - first.DayNumber;
                var later = length == 0 ? 0 : 1 + (int)(((ulong)Draws.Lower(number) * (ulong)length) >> 32);
                Assert.Equal(first.DayNumber - GroupBuilder.Today.DayNumber + later, ready[row]);
                Assert.Equal(Accepts(name.IsExternal, number) ? ready[row] : Candidates.Never, offers[row]);
            }
        }
    }

    [Fact]
    public void DrawAnswers_RowsOfAPost_IsTheSameAsOneByOne()
    {
        var candidates = Model.Candidates;
        var (ready, offers) = (Enumerable.Range(0, candidates.People.Length).ToArray(), new int[candidates.People.Length]);
        for (var search = 1; search < Trials; search++)
        {
            var draws = new Draws(Seed, search);
            foreach (var seat in Model.Seats.All)
            {
                candidates.DrawAnswers(seat, search, draws, ready, offers);
                for (var row = seat.FirstCandidate; row < seat.Outside; row++)
                {
                    var name = candidates.Nominations[row]!;
                    var number = draws.Next(Draws.Stream("candidate", name.Post.Value, name.Nominee.Value), search);
                    Assert.Equal(Accepts(name.IsExternal, number) ? row : Candidates.Never, offers[row]);
                }

                Assert.Equal(seat.Outside, offers[seat.Outside]);
            }
        }
    }

    [Fact]
    public void Successor_AnyDay_IsTheFirstWhoSuits()
    {
        var candidates = Model.Candidates;
        var random = new Random(3);
        var offers = new int[candidates.People.Length];
        var people = new ulong[Model.Leaders.Count + 1];
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var row = 0; row < offers.Length; row++) offers[row] = random.Next(20);
            for (var person = 0; person < people.Length; person++) people[person] = Availability.Of(random.Next(-5, 20), random.Next(40));
            people[^1] = Availability.Of(int.MinValue, int.MaxValue);
            foreach (var seat in Model.Seats.All)
            {
                offers[seat.Outside] = 0;
                var day = random.Next(30);
                var expected = Enumerable.Range(seat.FirstCandidate, seat.Outside - seat.FirstCandidate + 1).First(row =>
                {
                    var availability = people[candidates.People[row]];
                    return offers[row] <= day && (int)availability <= day && Availability.ExitDay(availability) > day;
                });
                Assert.Equal(expected, candidates.Successor(seat.FirstCandidate, day, offers, people));
            }
        }
    }

    [Fact]
    public void TakeMost_AnyVacancies_IsTheMostOnADay()
    {
        const int days = 1826;
        var random = new Random(4);
        var vacancies = new VacanciesAtOnce(days);
        for (var trial = 0; trial < 20; trial++)
        {
            var vacant = new int[days + 2];
            for (var vacancy = 0; vacancy < 100; vacancy++)
            {
                var from = random.Next(days + 1);
                var until = Math.Min(days + 1, from + random.Next(300));
                vacancies.Add(from, until);
                for (var day = from; day < until; day++) vacant[day]++;
            }

            Assert.Equal(vacant.Max(), vacancies.TakeMost());
        }
    }

    private static int ExitDay(Draws draws, int person)
    {
        var leaders = Model.Leaders;
        var half = Draws.Upper(draws.Next(leaders.Streams[person], 0));
        var staying = (uint)(((ulong)half * leaders.Stayed[person]) >> 32);
        var parts = ExitTimes.IsFar(staying)
            ? Model.Seats.Exits.FarParts(leaders.Exits[person], leaders.Survivals[person] * Draws.Share(half), leaders.Served[person])
            : Between(Model.Seats.Exits.Before(leaders.Exits[person], staying), staying);
        return Math.Clamp(DayTables.DayAfter(parts - leaders.Served[person]), 1, Model.Days + 1);
    }

    private static int Between(ulong point, uint staying)
    {
        var (here, step) = ((int)point, (long)point >> 32);
        return here + (int)((step * (staying % (1U << ExitTimes.RestBits))) >> ExitTimes.RestBits);
    }

    private static bool Accepts(bool isExternal, ulong number) =>
        Draws.Happens(number, Draws.Limit(isExternal ? Rules.AcceptsFromOutside.Value : Rules.Accepts.Value));
}
