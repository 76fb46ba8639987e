using System.Runtime.InteropServices;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>A term that ends.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Held">Which of the posts held.</param>
/// <param name="Whole">Which of the posts held that is part of, where it is a board's part; else the same.</param>
/// <param name="Day">When.</param>
/// <param name="Probability">How likely it ends then, as a limit.</param>
/// <param name="Stream">Its stream.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermEnd(int Person, int Held, int Whole, int Day, uint Probability, ulong Stream);

/// <summary>Everybody who holds a post of the group or is named for one, in the order of identifiers.</summary>
internal sealed class Leaders
{
    public Leaders(PlayedGroup group, Seats seats, ReferenceData data, MoveRules rules, Changes changes, int minimumStay)
    {
        var snapshot = group.Snapshot;
        PersonId[] people =
        [
            .. snapshot.Holders().Concat(snapshot.Nominations.Select(name => name.Nominee)).Distinct()
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
        Place = people.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var unknown = TenureHazard.Constant(rules.ExitsAYearWhenUnknown.Value);
        var unknownExits = seats.Exits.Add(unknown);
        var padded = Lanes.Padded(people.Length);
        (Exits, Stayed, Served, FreeFrom) = (new int[padded], new uint[padded], new int[padded], new int[padded]);
        Survivals = new double[people.Length];
        Streams = new ulong[padded];
        HeldBy = new Range[people.Length];
        IsDepartureGiven = new bool[people.Length];
        var held = new List<int>();
        var starts = new List<(int, TenureHazard)>();
        var given = new List<(int, int)>();
        var intended = new List<(int, int, int)>();
        HasIntention = new bool[people.Length + 1];
        for (var person = 0; person < people.Length; person++)
        {
            Appointment[] appointments = [.. snapshot.PostsHeldBy(people[person]).OrderBy(seat => seats.Place[seat.Post])];
            // One person has one time to the exit: that of the weightiest post held, the first of equals.
            var main = appointments.MaxBy(seat => snapshot.Get(seat.Post).Criticality.PrudentWeight);
            var (hazard, table) = main is null ? (unknown, unknownExits) : seats.Hazards[seats.Place[main.Post]];
            var years = Years(main, hazard, snapshot.AsOf);
            if (years < 0) starts.Add((person, hazard));
            years = Math.Max(0, years);
            Survivals[person] = hazard.Survival(years);
            (Exits[person], Served[person]) = (table, DayTables.Parts(years * TenureHazard.DaysPerYear));
            Stayed[person] = (uint)Math.Min(Survivals[person] * (1UL << 32), uint.MaxValue);
            HeldBy[person] = held.Count..(held.Count + appointments.Length);
            Streams[person] = Draws.Stream("exit", people[person].Value);
            IsDepartureGiven[person] = changes.Departures.TryGetValue(people[person], out var day);
            if (IsDepartureGiven[person]) given.Add((person, Math.Max(0, day.DayNumber - snapshot.AsOf.DayNumber)));
            if (snapshot.IntentionOf(people[person]) is { } intention && !IsDepartureGiven[person])
            {
                var (first, last) = intention.DaysFrom(snapshot.AsOf);
                intended.Add((person, first, last));
                HasIntention[person] = true;
            }

            FreeFrom[person] = appointments.Max(seat => seat.Start) is { } start
                ? start.DayNumber - snapshot.AsOf.DayNumber + minimumStay : int.MinValue;
            held.AddRange(appointments.Select(seat => seats.Place[seat.Post]));
        }

        HeldPosts = [.. held];
        (WithoutStart, Departures, Intentions) = ([.. starts], [.. given], [.. intended]);
        // Of two on one day the last is played first: where a whole post is given up, no board is left alone on that day.
        Terms = [.. LimitEnds(group, data, seats), .. PlannedEnds(snapshot, data, seats)];
        var holders = HeldPosts.CountBy(post => post).ToDictionary();
        var withTerm = Terms.Select(term => term.Person).ToHashSet();
        var simple = Enumerable.Range(0, people.Length)
            .ToLookup(person => HeldPosts[HeldBy[person]] is [var post] && holders[post] == 1
                && !IsDepartureGiven[person] && !withTerm.Contains(person));
        OfOnePost = [.. simple[true].Select(person => (person, HeldPosts[HeldBy[person]][0]))];
        Others = [.. simple[false].Where(person => HeldPosts[HeldBy[person]].Length > 0)];
    }

    public Dictionary<PersonId, int> Place { get; }

    /// <summary>The stream of the exit of each; filled up to what vectors work on.</summary>
    public ulong[] Streams { get; }

    /// <summary>Table of the exits of those who hold the weightiest post held; filled up as well.</summary>
    public int[] Exits { get; }

    /// <summary>The part of all its holders who stay as long as the person has been there, times 2^32, at most 2^32 - 1.</summary>
    public uint[] Stayed { get; }

    /// <summary>The same as it is.</summary>
    public double[] Survivals { get; }

    /// <summary>How long that is, in parts of a day.</summary>
    public int[] Served { get; }

    /// <summary>The day from which each may move, counted from the first day.</summary>
    public int[] FreeFrom { get; }

    /// <summary>Those of whom it is not recorded since when they hold their post, and how long its holders stay.</summary>
    public (int Person, TenureHazard Hazard)[] WithoutStart { get; }

    /// <summary>Those whose departure a scenario gives.</summary>
    public (int Person, int Day)[] Departures { get; }

    /// <summary>Those who stated when they leave, unless a scenario says so: the first and the last day.</summary>
    public (int Person, int First, int Last)[] Intentions { get; }

    /// <summary>By person, and for everybody from outside after the last: whether they are among those.</summary>
    public bool[] HasIntention { get; }

    /// <summary>By person: whether a scenario says when they leave.</summary>
    public bool[] IsDepartureGiven { get; }

    /// <summary>Posts held substantively on the first day, person after person.</summary>
    public int[] HeldPosts { get; }

    /// <summary>Those who hold one post, alone and without a term, and whose departure is not given: what becomes of it is theirs alone.
    /// </summary>
    public (int Person, int Post)[] OfOnePost { get; }

    /// <summary>The others who hold any.</summary>
    public int[] Others { get; }

    /// <summary>Terms that end.</summary>
    public TermEnd[] Terms { get; }

    public int Count => HeldBy.Length;

    /// <summary>By person: where their posts lie among those held.</summary>
    public Range[] HeldBy { get; }

    // Negative when the start is not recorded and matters.
    private static double Years(Appointment? main, TenureHazard hazard, DateOnly asOf)
    {
        if (main?.Start is { } start) return (asOf.DayNumber - start.DayNumber) / TenureHazard.DaysPerYear;
        // A constant rate has no memory of the years, and where some never leave there is no average day on which to meet a holder.
        return hazard.IsConstant || !double.IsFinite(hazard.MeanYears()) ? 0 : -1;
    }

    // Whether the limit is kept is decided once for an appointment, whatever the number of its boards.
    private IEnumerable<TermEnd> LimitEnds(PlayedGroup group, ReferenceData data, Seats seats) =>
        group.Limits.OrderBy(limit => limit.Seat == limit.Post).Select(limit => new TermEnd(
            Place[limit.Person], IndexOfHeld(limit.Person, limit.Seat, seats), IndexOfHeld(limit.Person, limit.Post, seats),
            limit.On.DayNumber - group.Snapshot.AsOf.DayNumber, Draws.Limit(data.Turnover.EndsAtTermLimit.Value),
            Draws.Stream("term limit", limit.Post.Value, limit.Person.Value)));

    private IEnumerable<TermEnd> PlannedEnds(GroupSnapshot snapshot, ReferenceData data, Seats seats)
    {
        foreach (var seat in snapshot.Appointments.Where(seat => seat.Kind == AppointmentKind.Substantive))
        {
            if (seat.PlannedEnd is not { } end || end <= snapshot.AsOf) continue;
            var held = IndexOfHeld(seat.Person, seat.Post, seats);
            yield return new TermEnd(
                Place[seat.Person], held, held, end.DayNumber - snapshot.AsOf.DayNumber,
                Draws.Limit(data.Turnover.EndsAtPlannedEnd.Value), Draws.Stream("term", seat.Post.Value, seat.Person.Value));
        }
    }

    private int IndexOfHeld(PersonId person, PostId post, Seats seats) =>
        Array.IndexOf(HeldPosts, seats.Place[post], HeldBy[Place[person]].Start.Value);
}
