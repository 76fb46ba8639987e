using System.Runtime.InteropServices;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>One person, as the trials need them.</summary>
/// <param name="Hazard">How long holders stay in the weightiest post held.</param>
/// <param name="Exits">The same, tabulated.</param>
/// <param name="YearsInPost">Years in that post on the first day; negative when they are not recorded and matter.</param>
/// <param name="Staying">The part of all holders who stay that long.</param>
/// <param name="LeavesOn">The day of a departure that is given, or <see cref="Leaders.None"/>.</param>
/// <param name="FirstHeld">Where the posts held begin.</param>
/// <param name="EndOfHeld">Where they end.</param>
/// <param name="Exit">Stream of the exits.</param>
internal sealed record Leader(
    TenureHazard Hazard, ExitTimes Exits, double YearsInPost, double Staying, int LeavesOn, int FirstHeld, int EndOfHeld, ulong Exit);

/// <summary>A term that ends.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Held">Which of the posts held.</param>
/// <param name="Day">When.</param>
/// <param name="Probability">How likely it ends then.</param>
/// <param name="Stream">Its stream.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TermEnd(int Person, int Held, int Day, double Probability, ulong Stream);

/// <summary>Everybody who holds a post of the group or is named for one, in the order of identifiers.</summary>
internal sealed class Leaders
{
    public const int None = -1;

    public Leaders(GroupSnapshot snapshot, Seats seats, ReferenceData data, MoveRules rules, Changes changes)
    {
        PersonId[] people =
        [
            .. snapshot.Holders().Concat(snapshot.Nominations.Select(name => name.Nominee)).Distinct()
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
        Place = people.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var unknown = TenureHazard.Constant(rules.ExitsAYearWhenUnknown.Value);
        var unknownExits = new ExitTimes(unknown);
        All = new Leader[people.Length];
        LastMove = new int[people.Length];
        var held = new List<int>();
        for (var person = 0; person < people.Length; person++)
        {
            Appointment[] appointments = [.. snapshot.PostsHeldBy(people[person]).OrderBy(seat => seats.Place[seat.Post])];
            // One person has one time to the exit: that of the weightiest post held, the first of equals.
            var main = appointments.MaxBy(seat => seats.All[seats.Place[seat.Post]].Weight);
            var (hazard, exits) = main is null ? (unknown, unknownExits) : seats.Hazards[seats.Place[main.Post]];
            var years = Years(main, hazard, snapshot.AsOf);
            var leaves = changes.Departures.TryGetValue(people[person], out var day)
                ? Math.Max(0, day.DayNumber - snapshot.AsOf.DayNumber) : None;
            All[person] = new Leader(
                hazard, exits, years, years < 0 ? 1 : hazard.Survival(years), leaves, held.Count, held.Count + appointments.Length,
                Draws.Stream("exit", people[person].Value));
            LastMove[person] = appointments.Max(seat => seat.Start) is { } start
                ? start.DayNumber - snapshot.AsOf.DayNumber : int.MinValue / 2;
            held.AddRange(appointments.Select(seat => seats.Place[seat.Post]));
        }

        HeldPost = [.. held];
        Holders = [.. Enumerable.Range(0, people.Length).Where(person => All[person].FirstHeld < All[person].EndOfHeld)];
        Terms = [.. TermEnds(snapshot, data, seats)];
    }

    public Dictionary<PersonId, int> Place { get; }

    public Leader[] All { get; }

    /// <summary>The day of the last move, counted from the first day.</summary>
    public int[] LastMove { get; }

    /// <summary>Posts held substantively on the first day, person after person.</summary>
    public int[] HeldPost { get; }

    /// <summary>Those who hold any.</summary>
    public int[] Holders { get; }

    /// <summary>Terms that end.</summary>
    public TermEnd[] Terms { get; }

    public int Count => All.Length;

    private static double Years(Appointment? main, TenureHazard hazard, DateOnly asOf)
    {
        if (main?.Start is { } start) return (asOf.DayNumber - start.DayNumber) / TenureHazard.DaysPerYear;
        // A constant rate has no memory of the years, and where some never leave there is no average day on which to meet a holder.
        return hazard.IsConstant || !double.IsFinite(hazard.MeanYears()) ? 0 : -1;
    }

    private IEnumerable<TermEnd> TermEnds(GroupSnapshot snapshot, ReferenceData data, Seats seats)
    {
        foreach (var seat in snapshot.Appointments.Where(seat => seat.Kind == AppointmentKind.Substantive))
        {
            if (seat.PlannedEnd is not { } end || end <= snapshot.AsOf) continue;
            var person = Place[seat.Person];
            yield return new TermEnd(
                person, Array.IndexOf(HeldPost, seats.Place[seat.Post], All[person].FirstHeld), end.DayNumber - snapshot.AsOf.DayNumber,
                data.Turnover.EndsAtPlannedEnd.Value, Draws.Stream("term", seat.Post.Value, seat.Person.Value));
        }
    }
}
