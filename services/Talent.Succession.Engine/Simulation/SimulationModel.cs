using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// A group made ready for simulation: who leaves, who moves up and what stays empty over some years. It holds no random state, so any
/// number of threads may run trials of it.
/// </summary>
public sealed class SimulationModel
{
    /// <summary>Takes a group.</summary>
    /// <param name="snapshot">The group on the first day.</param>
    /// <param name="data">How often posts change hands and how long they stand empty.</param>
    /// <param name="rules">How people move.</param>
    /// <param name="changes">What a scenario supposes, or null.</param>
    /// <param name="years">How far to look ahead, 1 to 20.</param>
    /// <exception cref="ArgumentException">A probability lies outside 0 to 1, or people may move again within a day, or somebody leaves
    /// whom the group does not know, or somebody has two places in programmes for the same posts.</exception>
    public SimulationModel(GroupSnapshot snapshot, ReferenceData data, MoveRules rules, Changes? changes = null, int years = 5)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(rules);
        changes ??= Changes.None;
        Years = (int)Require.Between(years, 1, 20, "the years to look ahead");
        Require.Between(rules.Accepts.Value, 0, 1, "the probability that a successor accepts");
        Require.Between(rules.AcceptsFromOutside.Value, 0, 1, "the probability that somebody outside the group accepts");
        Require.Between(rules.InterimCoverQuality.Value, 0, 1, "the quality of interim cover");
        (Snapshot, Rules) = (snapshot, rules);
        Days = (int)Math.Round(years * TenureHazard.DaysPerYear);
        MinimumStay = (int)Math.Round(rules.YearsBeforeMovingAgain.Value * TenureHazard.DaysPerYear);
        if (MinimumStay < 1)
        {
            throw new ArgumentException(
                "Give at least a day before somebody moves again: without it two people could change places for ever.", nameof(rules));
        }

        Played = PlayedGroup.Of(snapshot, data.Thresholds, changes, snapshot.AsOf.AddDays(Days));
        Seats = new Seats(Played, data, rules, Days);
        Leaders = new Leaders(Played, Seats, data, rules, changes, MinimumStay);
        if (changes.Departures.Keys.FirstOrDefault(person => !Leaders.Place.ContainsKey(person)) is { } stranger)
        {
            throw new ArgumentException(
                $"Let only people leave who hold a post of the group or are named for one; {stranger} does neither.", nameof(changes));
        }

        Candidates = new Candidates(Played.Snapshot, Seats, Leaders.Place, rules, changes);
        Notice = (int)Math.Round(data.FillTimes.Notice.Value);
        LongVacancy = (int)Math.Round(rules.LongVacancyDays.Value);
        Pauses =
        [
            .. changes.Pauses.Select(pause =>
                    (pause.From.DayNumber - snapshot.AsOf.DayNumber, pause.Until.DayNumber - snapshot.AsOf.DayNumber)).Order(),
        ];
        EndNotice = [.. Played.Seats.Select(seat => Math.Max(Notice, changes.EarlySearches.GetValueOrDefault(seat.Post.Id)))];
        BoardLeaders = Simulation.BoardLeaders.Of(Played, data.Thresholds);
        TakingUp = WaitingTime.Of(data.FillTimes.AppointSuccessor.Estimate).AddTo(Seats.Waits);
    }

    /// <summary>The group.</summary>
    public GroupSnapshot Snapshot { get; }

    /// <summary>How people move.</summary>
    public MoveRules Rules { get; }

    /// <summary>How many years are looked ahead.</summary>
    public int Years { get; }

    /// <summary>The group as it is played: what falls vacant in one piece.</summary>
    internal PlayedGroup Played { get; }

    internal Seats Seats { get; }

    internal Leaders Leaders { get; }

    internal Candidates Candidates { get; }

    /// <summary>Who leads each organisation as chair and as chief executive.</summary>
    internal IReadOnlyList<BoardLeaders> BoardLeaders { get; }

    internal int Days { get; }

    internal int MinimumStay { get; }

    internal int Notice { get; }

    internal int LongVacancy { get; }

    /// <summary>When no recruitment from outside begins, in the order of the first days.</summary>
    internal (int From, int Until)[] Pauses { get; }

    /// <summary>By post: how many days before the end of an agreed term the search begins.</summary>
    internal int[] EndNotice { get; }

    /// <summary>Table of the times until a successor takes up a post.</summary>
    internal int TakingUp { get; }
}
