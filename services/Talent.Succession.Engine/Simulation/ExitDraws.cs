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
        for (var at = 0; at < staying.Length; at += Vector512<int>.Count)
        {
            var (stayed, stayedOfThose) = Vector512.Widen(Vector512.Create(leaders.Stayed, at));
            var these = (draws.First(Vector512.Create(leaders.Streams, at)) >>> 32) * stayed;
            var those = (draws.First(Vector512.Create(leaders.Streams, at + Vector512<ulong>.Count)) >>> 32) * stayedOfThose;
            Vector512.Narrow(these >>> 32, those >>> 32).CopyTo(staying, at);
        }

        for (var person = 0; person < leaders.Count; person++)
        {
            var share = staying[person];
            points[person] = ExitTimes.IsFar(share)
                ? DayTables.Point(FarParts(draws, person), FarParts(draws, person))
                : exits.Before(leaders.Exits[person], share);
        }

        var rest = Vector512.Create((1u << ExitTimes.RestBits) - 1);
        for (var at = 0; at < staying.Length; at += Vector512<int>.Count)
        {
            var (share, shareOfThose) = Vector512.Widen((Vector512.Create(staying, at) & rest).AsInt32());
            var (here, step) = Split(points, at);
            var (hereOfThose, stepOfThose) = Split(points, at + Vector512<long>.Count);
            var parts = Vector512.Narrow(
                    here + ((step * share) >> ExitTimes.RestBits), hereOfThose + ((stepOfThose * shareOfThose) >> ExitTimes.RestBits))
                - Vector512.Create(leaders.Served, at);
            var days = Vector512.Min(Vector512.Max(DayTables.DayAfter(parts), Vector512<int>.One), Vector512.Create(dayAfterLast));
            days.CopyTo(exitDays, at);
            var (leave, leaveOfThose) = Vector512.Widen((-days).AsUInt32());
            var (free, freeOfThose) = Vector512.Widen(Vector512.Create(leaders.FreeFrom, at).AsUInt32());
            (free | (leave << 32)).CopyTo(people, at);
            (freeOfThose | (leaveOfThose << 32)).CopyTo(people, at + Vector512<ulong>.Count);
        }

        foreach (var (person, hazard) in leaders.WithoutStart)
        {
            // Where the start is not recorded, the years in post are what a holder has on an average day.
            var number = draws.Next(leaders.Streams[person], 0);
            var years = hazard.StationaryYears(Draws.Share(Draws.Lower(number)));
            var left = hazard.YearsUntil(hazard.Cumulated(years) - Math.Log(Draws.Share(Draws.Upper(number)))) - years;
            Set(person, (int)Math.Clamp(Math.Ceiling(left * TenureHazard.DaysPerYear), 1, dayAfterLast));
        }

        foreach (var (person, day) in leaders.Departures) Set(person, day);

        void Set(int person, int day)
        {
            exitDays[person] = day;
            people[person] = Availability.Of(leaders.FreeFrom[person], day);
        }
    }

    private static (Vector512<long> Here, Vector512<long> Step) Split(ulong[] points, int at)
    {
        var these = Vector512.Create(points, at).AsInt64();
        return (these & Vector512.Create((long)uint.MaxValue), these >> 32);
    }

    private int FarParts(in Draws draws, int person) => exits.FarParts(
        leaders.Exits[person], leaders.Survivals[person] * Draws.Share(Draws.Upper(draws.Next(leaders.Streams[person], 0))),
        leaders.Served[person]);
}
