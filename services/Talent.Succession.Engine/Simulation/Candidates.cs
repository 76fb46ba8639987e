using System.Runtime.InteropServices;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>One nomination, as the trials need it.</summary>
/// <param name="Person">Who is named.</param>
/// <param name="Earliest">First day of the readiness interval, counted from the first day of the trial.</param>
/// <param name="Latest">Its last day; <see cref="Unknown"/> when there is none.</param>
/// <param name="Accepts">Probability of accepting.</param>
/// <param name="Readiness">Stream of the day of readiness.</param>
/// <param name="Answer">Stream of the answers.</param>
/// <param name="Completes">Probability of completing a programme.</param>
/// <param name="Completed">The day from which those who complete it are ready; <see cref="Unknown"/> when there is none.</param>
/// <param name="Programme">Stream of its outcome.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Candidate(
    int Person, int Earliest, int Latest, double Accepts, ulong Readiness, ulong Answer, double Completes, int Completed, ulong Programme)
{
    /// <summary>No latest day is known.</summary>
    public const int Unknown = int.MaxValue;
}

/// <summary>The nominations of a group: post after post, first choice first.</summary>
internal sealed class Candidates
{
    private readonly WaitingTime unknownReadiness;

    public Candidates(
        GroupSnapshot snapshot, Seats seats, IReadOnlyDictionary<PersonId, int> people, MoveRules rules, Changes changes)
    {
        var programmes = changes.Programmes.ToDictionary(place => (place.Person, place.Family));
        Nominations = [.. seats.Ids.SelectMany(snapshot.NamedFor)];
        unknownReadiness = WaitingTime.Of(rules.DaysToReadinessWhenUnknown.Estimate);
        All =
        [
            .. Nominations.Select(name =>
            {
                var family = snapshot.Get(name.Post).Family;
                var place = programmes.GetValueOrDefault((name.Nominee, family));
                return new Candidate(
                    people[name.Nominee],
                    Days(name.Readiness.Earliest ?? name.Readiness.Latest ?? snapshot.AsOf, snapshot.AsOf),
                    name.Readiness.Latest is { } latest ? Days(latest, snapshot.AsOf) : Candidate.Unknown,
                    (name.IsExternal ? rules.AcceptsFromOutside : rules.Accepts).Value,
                    Draws.Stream("readiness", name.Post.Value, name.Nominee.Value),
                    Draws.Stream("answer", name.Post.Value, name.Nominee.Value),
                    place?.Completes ?? 0,
                    place is null ? Candidate.Unknown : Days(place.ReadyBy, snapshot.AsOf),
                    Draws.Stream("programme", family.Value, name.Nominee.Value));
            }),
        ];
    }

    public Nomination[] Nominations { get; }

    public Candidate[] All { get; }

    /// <summary>
    /// Whether the nominee is ready on a day of a trial. The day it begins is evenly spread over the interval; where no latest day is known
    /// it follows the prior, and never comes before the earliest. Who completes a programme is ready when it ends at the latest.
    /// </summary>
    public bool IsReady(in Candidate name, int day, Draws draws)
    {
        if (name.Latest <= day) return true;
        if (name.Completed <= day && draws.Next(name.Programme, 0) < name.Completes) return true;
        if (name.Earliest > day) return false;
        var share = draws.Next(name.Readiness, 0);
        return name.Latest == Candidate.Unknown
            ? Math.Max(name.Earliest, 0) + unknownReadiness.At(share) <= day
            : share * (name.Latest - name.Earliest) <= day - name.Earliest;
    }

    private static int Days(DateOnly day, DateOnly asOf) => day.DayNumber - asOf.DayNumber;
}
