using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Who may take over a post, row after row: those named for it who may meet its hard requirements, first choice first, then somebody from
/// outside, who is always ready and always accepts; the rows of a post are filled up to whole vectors with rows that nobody accepts, so
/// that a search works on several at once. Of each nomination one number a search decides the answer (its upper half); the one of the first
/// search also the day of readiness (its lower half), which is drawn for all nominations at the beginning of a trial.
/// </summary>
internal sealed class Candidates
{
    /// <summary>A day that does not come.</summary>
    public const int Never = 1 << 28;

    /// <summary>Rows that a search works on at once.</summary>
    public const int RowsAtOnce = 4;

    private readonly DayTables waits;
    private readonly int unknownReadiness;
    private readonly ulong[] streams;
    private readonly uint[] accepts;
    private readonly int[] earliest;
    private readonly uint[] lengths;
    private readonly SpecialReadiness[] specials;

    public Candidates(
        GroupSnapshot snapshot, Seats seats, IReadOnlyDictionary<PersonId, int> people, MoveRules rules, Changes changes)
    {
        var programmes = changes.Programmes.ToDictionary(place => (place.Person, place.Family));
        waits = seats.Waits;
        unknownReadiness = WaitingTime.Of(rules.DaysToReadinessWhenUnknown.Estimate).AddTo(waits);
        var rows = Lanes.Padded(seats.Rows);
        (streams, accepts, earliest, lengths) = (new ulong[rows], new uint[rows], new int[rows], new uint[rows]);
        (People, Nominations) = (new int[rows], new Nomination?[rows]);
        var special = new List<SpecialReadiness>();
        for (var post = 0; post < seats.Count; post++)
        {
            var row = seats.All[post].FirstCandidate;
            foreach (var name in snapshot.PossibleFor(seats.Ids[post]))
            {
                Nominations[row] = name;
                People[row] = people[name.Nominee];
                streams[row] = Draws.Stream("candidate", name.Post.Value, name.Nominee.Value);
                accepts[row] = Draws.Limit((name.IsExternal ? rules.AcceptsFromOutside : rules.Accepts).Value);
                var first = Days(name.Readiness.Earliest ?? name.Readiness.Latest ?? snapshot.AsOf, snapshot.AsOf);
                lengths[row] = name.Readiness.Latest is { } latest ? (uint)Math.Max(0, Days(latest, snapshot.AsOf) - first) : 0;
                // Of an interval every day but the first is as likely as the next; without one it is the day itself.
                earliest[row] = lengths[row] > 0 ? first + 1 : first;
                var family = snapshot.Get(name.Post).Family;
                var place = programmes.GetValueOrDefault((name.Nominee, family));
                if (name.Readiness.Latest is null || place is not null)
                {
                    special.Add(new SpecialReadiness(
                        row, name.Readiness.Latest is null, Draws.Stream("programme", family.Value, name.Nominee.Value),
                        Draws.Limit(place?.Completes ?? 0), place is null ? Never : Days(place.ReadyBy, snapshot.AsOf)));
                }

                row++;
            }

            // Somebody from outside has the place after the last person.
            (People[row], accepts[row]) = (people.Count, Draws.Limit(1));
        }

        specials = [.. special];
    }

    /// <summary>By row: the nomination; null for somebody from outside.</summary>
    public Nomination?[] Nominations { get; }

    /// <summary>By row: who is named; the number of all people for somebody from outside.</summary>
    public int[] People { get; }

    /// <summary>
    /// Draws the day from which each nominee is ready. It is evenly spread over the interval; where no latest day is known it follows the
    /// prior, and never comes before the earliest. Who completes a programme is ready when it ends at the latest.
    /// </summary>
    /// <param name="draws">The random numbers of the trial.</param>
    /// <param name="ready">Takes the day for each row.</param>
    /// <param name="offers">Takes the same for those who would accept in the first search; for the others a day that does not come.</param>
    public void DrawReadiness(in Draws draws, int[] ready, int[] offers)
    {
        var lowerHalf = Vector512.Create((ulong)uint.MaxValue);
        var stream = Lanes.Of(streams);
        var interval = Lanes.Of(lengths);
        var first = Lanes.Of(earliest);
        var limit = Lanes.Of(accepts);
        var readyFrom = Lanes.Of(ready);
        var offered = Lanes.Of(offers);
        for (var at = 0; at < readyFrom.Length; at++)
        {
            var (these, those) = (draws.First(stream[2 * at]), draws.First(stream[(2 * at) + 1]));
            var (length, lengthOfThose) = Vector512.Widen(interval[at]);
            var later = Vector512.Narrow(((these & lowerHalf) * length) >>> 32, ((those & lowerHalf) * lengthOfThose) >>> 32);
            var days = later.AsInt32() + first[at];
            var answers = Vector512.Narrow(these >>> Draws.AnswerShift, those >>> Draws.AnswerShift);
            var accepted = Vector512.LessThan(answers, limit[at]).AsInt32();
            readyFrom[at] = days;
            offered[at] = Vector512.ConditionalSelect(accepted, days, Vector512.Create(Never));
        }

        foreach (ref readonly var special in specials.AsSpan())
        {
            var row = special.Row;
            var number = draws.Next(streams[row], 0);
            if (special.IsUnknown)
                ready[row] = Math.Max(earliest[row], 0) + DayTables.DayAfter(waits.At(unknownReadiness, Draws.Lower(number)));
            if (Draws.Happens(draws.Next(special.Programme, 0), special.Completes)) ready[row] = Math.Min(ready[row], special.Completed);
            offers[row] = Draws.Happens(number, accepts[row]) ? ready[row] : Never;
        }
    }

    /// <summary>Draws who would accept in the next search for a post.</summary>
    /// <param name="seat">The post.</param>
    /// <param name="search">Which search, from 0.</param>
    /// <param name="draws">The random numbers of the trial.</param>
    /// <param name="ready">By row: the day from which each is ready.</param>
    /// <param name="offers">Takes the same for those who would accept; for the others a day that does not come.</param>
    public void DrawAnswers(in Seat seat, int search, in Draws draws, int[] ready, int[] offers)
    {
        for (var row = seat.FirstCandidate; row <= seat.Outside; row += RowsAtOnce)
        {
            var answers = draws.Next(Vector256.Create(streams, row), search) >>> Draws.AnswerShift;
            var accepted = Vector128.LessThan(
                Vector128.Narrow(answers.GetLower(), answers.GetUpper()), Vector128.Create(accepts, row)).AsInt32();
            Vector128.ConditionalSelect(accepted, Vector128.Create(ready, row), Vector128.Create(Never))
                .CopyTo(offers, row);
        }
    }

    /// <summary>The first row of a post whose nominee is ready, still there, may move and accepts; the last of a post always
    /// does.</summary>
    /// <param name="row">Where the rows of the post begin.</param>
    /// <param name="day">Today.</param>
    /// <param name="offers">By row: the day from which those who would accept are ready.</param>
    /// <param name="people">By person: their <see cref="Availability"/>.</param>
    public int Successor(int row, int day, int[] offers, ulong[] people)
    {
        var today = Vector128.Create(day);
        var beyond = Vector256.Create(Availability.Beyond(day)).AsInt32();
        while (true)
        {
            // Nothing here can be foretold, so all is worked out for all.
            var when = Vector256.Create(
                people[People[row]], people[People[row + 1]],
                people[People[row + 2]], people[People[row + 3]]);
            var free = Vector256.Equals(
                Vector256.LessThan(when.AsInt32(), beyond).AsInt64(), Vector256<long>.AllBitsSet).ExtractMostSignificantBits();
            var offered = Vector128.LessThanOrEqual(Vector128.Create(offers, row), today).ExtractMostSignificantBits();
            if ((free & offered) != 0) return row + BitOperations.TrailingZeroCount(free & offered);
            row += RowsAtOnce;
        }
    }

    private static int Days(DateOnly day, DateOnly asOf) => day.DayNumber - asOf.DayNumber;

    /// <summary>What the interval alone does not say.</summary>
    /// <param name="Row">Whose readiness it is.</param>
    /// <param name="IsUnknown">No latest day is known.</param>
    /// <param name="Programme">Stream of the outcome of a programme.</param>
    /// <param name="Completes">The probability of completing it, as a limit.</param>
    /// <param name="Completed">The day from which those who complete it are ready.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct SpecialReadiness(int Row, bool IsUnknown, ulong Programme, uint Completes, int Completed);
}
