using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>The nominations of a group as arrays: for each post from one place to the next, first choice first.</summary>
internal sealed class Candidates
{
    public Candidates(GroupSnapshot snapshot, Seats seats, IReadOnlyDictionary<PersonId, int> people, MoveRules rules)
    {
        All = [.. seats.Ids.SelectMany(snapshot.NamedFor)];
        Start = new int[seats.Count + 1];
        for (var post = 0; post < seats.Count; post++) Start[post + 1] = Start[post] + snapshot.NamedFor(seats.Ids[post]).Count();
        Person = [.. All.Select(name => people[name.Nominee])];
        Accepts = [.. All.Select(name => (name.IsExternal ? rules.AcceptsFromOutside : rules.Accepts).Value)];
        Earliest = [.. All.Select(name => Days(name.Readiness.Earliest ?? name.Readiness.Latest, snapshot.AsOf))];
        Latest = [.. All.Select(name => Days(name.Readiness.Latest, snapshot.AsOf))];
        IsUnknown = [.. All.Select(name => name.Readiness.IsUnknown)];
        UnknownReadiness = WaitingTime.Of(rules.DaysToReadinessWhenUnknown.Estimate);
        Readiness = [.. All.Select(name => Draws.Stream("readiness", name.Post.Value, name.Nominee.Value))];
        Answer = [.. All.Select(name => Draws.Stream("answer", name.Post.Value, name.Nominee.Value))];
    }

    public Nomination[] All { get; }

    /// <summary>The first nomination of each post, and after the last post their number.</summary>
    public int[] Start { get; }

    public int[] Person { get; }

    public double[] Accepts { get; }

    public int[] Earliest { get; }

    public int[] Latest { get; }

    public bool[] IsUnknown { get; }

    public WaitingTime UnknownReadiness { get; }

    public ulong[] Readiness { get; }

    public ulong[] Answer { get; }

    /// <summary>
    /// Whether the nominee is ready on a day of a trial. The day it begins is evenly spread over the interval; where no latest day is known
    /// it follows the prior, and never comes before the earliest.
    /// </summary>
    public bool IsReady(int name, int day, Draws draws)
    {
        if (IsUnknown[name]) return Math.Max(Earliest[name], 0) + UnknownReadiness.At(draws.Next(Readiness[name], 0)) <= day;
        if (Latest[name] <= day) return true;
        return Earliest[name] <= day && draws.Next(Readiness[name], 0) * (Latest[name] - Earliest[name]) <= day - Earliest[name];
    }

    private static int Days(DateOnly? day, DateOnly asOf) => day is { } known ? known.DayNumber - asOf.DayNumber : 0;
}
