using System.Runtime.Intrinsics;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Draws when people leave the group, for all at the beginning of a trial. The upper half of a number decides the exit, and the lower half
/// the years in post where the start is not recorded. What is the same for all is worked out in vectors, before and after the tables are
/// looked up.
/// </summary>
internal sealed class ExitDraws
{
    private readonly Leaders leaders;
    private readonly ExitTimes exits;
    private readonly int dayAfterLast;
    private readonly uint[] staying;
    private readonly ulong[] points;

    public ExitDraws(SimulationModel model)
    {
        (leaders, exits, dayAfterLast) = (model.Leaders, model.Seats.Exits, model.Days + 1);
        var padded = leaders.Streams.Length;
        (staying, points) = (new uint[padded], new ulong[padded]);
    }

    /// <summary>Draws.</summary>
    /// <param name="draws">The random numbers of the trial.</param>
    /// <param name="exitDays">Takes the day for each person, at most the one after the last.</param>
    /// <param name="people">Takes the <see cref="Availability"/> of each.</param>
    public void Draw(in Draws draws, int[] exitDays, ulong[] people)
    {
        DrawStaying(draws);
        LookUp(draws);
        var rest = Vector512.Create((1u << ExitTimes.RestBits) - 1);
        var shares = Lanes.Of(staying);
        var between = Lanes.Of(points);
        var served = Lanes.Of(leaders.Served);
        var free = Lanes.Of(leaders.FreeFrom);
        var days = Lanes.Of(exitDays);
        var available = Lanes.Of(people);
        for (var at = 0; at < shares.Length; at++)
        {
            var (share, shareOfThose) = Vector512.Widen((shares[at] & rest).AsInt32());
            var (here, step) = Split(between[2 * at]);
            var (hereOfThose, stepOfThose) = Split(between[(2 * at) + 1]);
            var parts = Vector512.Narrow(
                here + ((step * share) >> ExitTimes.RestBits), hereOfThose + ((stepOfThose * shareOfThose) >> ExitTimes.RestBits));
            var day = Vector512.Min(
                Vector512.Max(DayTables.DayAfter(parts - served[at]), Vector512<int>.One), Vector512.Create(dayAfterLast));
            days[at] = day;
            var (leave, leaveOfThose) = Vector512.Widen((-day).AsUInt32());
            var (from, fromOfThose) = Vector512.Widen(free[at].AsUInt32());
            available[2 * at] = from | (leave << 32);
            available[(2 * at) + 1] = fromOfThose | (leaveOfThose << 32);
        }

        foreach (var (person, hazard) in leaders.WithoutStart)
        {
            // Where the start is not recorded, the years in post are what a holder has on an average day.
            var number = draws.Next(leaders.Streams[person], 0);
            var years = hazard.StationaryYears(Draws.Share(Draws.Lower(number)));
            var left = hazard.YearsUntil(hazard.Cumulated(years) - Math.Log(Draws.Share(Draws.Upper(number)))) - years;
            Set(person, (int)Math.Clamp(Math.Ceiling(left * TenureHazard.DaysPerYear), 1, dayAfterLast));
        }

        foreach (var (person, first, last) in leaders.Intentions)
        {
            // The more of all holders stay longer, the earlier the day, as for everybody else.
            var number = Draws.Upper(draws.Next(leaders.Streams[person], 0));
            Set(person, Math.Min(last - (int)((number * (ulong)(last - first + 1)) >> 32), dayAfterLast));
        }

        foreach (var (person, day) in leaders.Departures) Set(person, day);

        void Set(int person, int day)
        {
            exitDays[person] = day;
            people[person] = Availability.Of(leaders.FreeFrom[person], day);
        }
    }

    private void DrawStaying(in Draws draws)
    {
        var streams = Lanes.Of(leaders.Streams);
        var stayed = Lanes.Of(leaders.Stayed);
        var shares = Lanes.Of(staying);
        for (var at = 0; at < shares.Length; at++)
        {
            var (all, allOfThose) = Vector512.Widen(stayed[at]);
            var these = (draws.First(streams[2 * at]) >>> 32) * all;
            var those = (draws.First(streams[(2 * at) + 1]) >>> 32) * allOfThose;
            shares[at] = Vector512.Narrow(these >>> 32, those >>> 32);
        }
    }

    private void LookUp(in Draws draws)
    {
        var shares = staying.AsSpan(0, leaders.Count);
        var found = points.AsSpan(0, shares.Length);
        var tables = leaders.Exits.AsSpan(0, shares.Length);
        for (var person = 0; person < shares.Length; person++)
        {
            found[person] = ExitTimes.IsFar(shares[person])
                ? DayTables.Point(FarParts(draws, person), FarParts(draws, person))
                : exits.Before(tables[person], shares[person]);
        }
    }

    private static (Vector512<long> Here, Vector512<long> Step) Split(Vector512<ulong> points) =>
        (points.AsInt64() & Vector512.Create((long)uint.MaxValue), points.AsInt64() >> 32);

    private int FarParts(in Draws draws, int person) => exits.FarParts(
        leaders.Exits[person], leaders.Survivals[person] * Draws.Share(Draws.Upper(draws.Next(leaders.Streams[person], 0))),
        leaders.Served[person]);
}
