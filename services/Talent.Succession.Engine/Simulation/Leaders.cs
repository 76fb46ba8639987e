using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>Everybody who holds a post of the group or is named for one, as arrays, in the order of identifiers.</summary>
internal sealed class Leaders
{
    public Leaders(GroupSnapshot snapshot, Seats seats, ReferenceData data, MoveRules rules, Changes changes)
    {
        Ids =
        [
            .. snapshot.Holders().Concat(snapshot.Nominations.Select(name => name.Nominee)).Distinct()
                .OrderBy(person => person.Value, StringComparer.Ordinal),
        ];
        Place = Ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        var posts = seats.Ids.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        int[][] held = [.. Ids.Select(id => snapshot.PostsHeldBy(id).Select(seat => posts[seat.Post]).Order().ToArray())];
        HeldPost = [.. held.SelectMany(each => each)];
        HeldStart = new int[Ids.Length + 1];
        for (var person = 0; person < Ids.Length; person++) HeldStart[person + 1] = HeldStart[person] + held[person].Length;
        var unknown = TenureHazard.Constant(rules.ExitsAYearWhenUnknown.Value);
        // One person has one time to the exit: that of the weightiest post held, the first of equals.
        int[] main = [.. held.Select(each => each.Length == 0 ? None : each.MaxBy(post => seats.Weight[post]))];
        Hazard = [.. main.Select(post => post == None ? unknown : seats.Hazard[post])];
        YearsInPost = [.. Ids.Select((id, place) => Years(snapshot, id, main[place] == None ? null : seats.Ids[main[place]]))];
        for (var person = 0; person < Ids.Length; person++)
        {
            // A constant rate has no memory of the years, and where some never leave there is no average day on which to meet a holder.
            if (YearsInPost[person] < 0 && (Hazard[person].IsConstant || !double.IsFinite(Hazard[person].MeanYears())))
                YearsInPost[person] = 0;
        }

        Cumulated = [.. Ids.Select((_, place) => YearsInPost[place] < 0 ? 0 : Hazard[place].Cumulated(YearsInPost[place]))];
        LastMove = [.. Ids.Select(id => snapshot.PostsHeldBy(id).Max(held => held.Start) is { } start
            ? start.DayNumber - snapshot.AsOf.DayNumber : int.MinValue / 2)];
        LeavesOn = [.. Ids.Select(id => changes.Departures.TryGetValue(id, out var day) ? day.DayNumber - snapshot.AsOf.DayNumber : None)];
        Exit = [.. Ids.Select(id => Draws.Stream("exit", id.Value))];
        Terms = [.. TermEnds(snapshot, data, posts)];
    }

    public const int None = -1;

    public PersonId[] Ids { get; }

    public Dictionary<PersonId, int> Place { get; }

    /// <summary>Posts held substantively on the first day, person after person.</summary>
    public int[] HeldPost { get; }

    /// <summary>Where the posts of each person begin, and after the last person their number.</summary>
    public int[] HeldStart { get; }

    public TenureHazard[] Hazard { get; }

    /// <summary>Years in the weightiest post on the first day; negative when not recorded.</summary>
    public double[] YearsInPost { get; }

    /// <summary>The cumulated rate after those years; 0 when they are not recorded.</summary>
    public double[] Cumulated { get; }

    /// <summary>The day of the last move, counted from the first day.</summary>
    public int[] LastMove { get; }

    /// <summary>The day of a departure that is given, or none.</summary>
    public int[] LeavesOn { get; }

    public ulong[] Exit { get; }

    /// <summary>Terms that end: whose, which of the posts held, the day, the probability and its stream.</summary>
    public (int Person, int Held, int Day, double Probability, ulong Stream)[] Terms { get; }

    public int Count => Ids.Length;

    private static double Years(GroupSnapshot snapshot, PersonId person, PostId? post)
    {
        if (post is null) return -1;
        var start = snapshot.PostsHeldBy(person).First(held => held.Post == post).Start;
        return start is { } day ? (snapshot.AsOf.DayNumber - day.DayNumber) / TenureHazard.DaysPerYear : -1;
    }

    private IEnumerable<(int Person, int Held, int Day, double Probability, ulong Stream)> TermEnds(
        GroupSnapshot snapshot, ReferenceData data, Dictionary<PostId, int> posts)
    {
        foreach (var seat in snapshot.Appointments.Where(seat => seat.Kind == AppointmentKind.Substantive))
        {
            if (seat.PlannedEnd is not { } end || end <= snapshot.AsOf) continue;
            var person = Place[seat.Person];
            yield return (
                person, Array.IndexOf(HeldPost, posts[seat.Post], HeldStart[person]), end.DayNumber - snapshot.AsOf.DayNumber,
                data.Turnover.EndsAtPlannedEnd.Value, Draws.Stream("term", seat.Post.Value, seat.Person.Value));
        }
    }
}
