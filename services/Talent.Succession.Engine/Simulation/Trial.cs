using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Plays one future after another: people leave, posts fall vacant, successors move up and leave posts behind, newcomers come and go. All
/// its arrays are made once, so that a trial allocates nothing.
/// </summary>
internal sealed class Trial
{
    private const int Nobody = -1;
    private const int Newcomer = -2;
    private const int Gone = -2;
    private const int NotDrawn = int.MinValue;
    private const int EntryBits = 26;
    private const int PlaceMask = (1 << EntryBits) - 1;

    private readonly SimulationModel model;
    private readonly Tally tally;
    private readonly DaysByTrial? kept;
    private readonly StepRecorder? recorder;
    private readonly Agenda agenda;
    private readonly Seat[] posts;
    private readonly SeatState[] seats;
    private readonly SeatState[] seatsAtFirst;
    private readonly LeaderState[] people;
    private readonly LeaderState[] peopleAtFirst;
    private readonly bool[] holds;
    private int[] moves = new int[256];
    private int chains;
    private int open;
    private int mostOpen;
    private Draws draws;

    /// <param name="model">The group.</param>
    /// <param name="tally">What the trials of this object come to.</param>
    /// <param name="kept">Keeps the days of each post, trial by trial, or null.</param>
    /// <param name="recorder">Writes down the steps, or null when nobody watches.</param>
    public Trial(SimulationModel model, Tally tally, DaysByTrial? kept = null, StepRecorder? recorder = null)
    {
        (this.model, this.tally, this.kept, this.recorder) = (model, tally, kept, recorder);
        agenda = new Agenda(model.Days);
        posts = model.Seats.All;
        seatsAtFirst = new SeatState[posts.Length];
        Array.Fill(seatsAtFirst, new SeatState { Holder = Nobody, VacantFrom = Nobody });
        peopleAtFirst = [.. model.Leaders.LastMove.Select(day => new LeaderState { ExitDay = NotDrawn, LastMove = day, MovedTo = Nobody })];
        foreach (var person in model.Leaders.Holders)
        {
            foreach (var post in HeldBy(person))
            {
                seatsAtFirst[post].Heads++;
                seatsAtFirst[post].Holder = person;
            }
        }

        seats = new SeatState[posts.Length];
        people = new LeaderState[peopleAtFirst.Length];
        holds = new bool[model.Leaders.HeldPost.Length];
    }

    /// <summary>What may happen on a day; the place is that of a person, a post or a term.</summary>
    private enum Kind
    {
        Exit = 0,
        NewcomerExit = 1 << EntryBits,
        TermEnd = 2 << EntryBits,
        Fill = 3 << EntryBits,
    }

    /// <summary>Plays a trial to its end.</summary>
    /// <returns>Weighted uncovered days of the whole group.</returns>
    public long Play(ulong seed, int number)
    {
        draws = new Draws(seed, number);
        Begin();
        while (agenda.TryTake(out var day, out var entry))
        {
            var place = entry & PlaceMask;
            switch ((Kind)(entry & ~PlaceMask))
            {
                case Kind.Exit:
                    if (people[place].ExitDay == day) Leave(place, day);
                    break;
                case Kind.NewcomerExit:
                    seats[place].Heads = 0;
                    recorder?.At(day, StepKind.NewcomerLeaves, place);
                    Open(place, day, NewChain(), model.Notice);
                    break;
                case Kind.TermEnd:
                    EndTerm(place, day);
                    break;
                default:
                    Fill(place, day);
                    break;
            }
        }

        var loss = tally.EndOfTrial(seats, model.Days, moves.AsSpan(0, chains), mostOpen);
        kept?.Keep(number, seats);
        return loss;
    }

    private ReadOnlySpan<int> HeldBy(int person)
    {
        var leader = model.Leaders.All[person];
        return model.Leaders.HeldPost.AsSpan(leader.FirstHeld, leader.EndOfHeld - leader.FirstHeld);
    }

    private void Begin()
    {
        agenda.Clear();
        (chains, open, mostOpen) = (0, 0, 0);
        seatsAtFirst.CopyTo(seats, 0);
        peopleAtFirst.CopyTo(people, 0);
        Array.Fill(holds, true);
        foreach (var person in model.Leaders.Holders) agenda.Enter(ExitDay(person), person);
        var terms = model.Leaders.Terms;
        for (var term = 0; term < terms.Length; term++)
        {
            if (draws.Next(terms[term].Stream, 0) < terms[term].Probability) agenda.Enter(terms[term].Day, (int)Kind.TermEnd | term);
        }

        for (var post = 0; post < seats.Length; post++)
        {
            if (seats[post].Heads == 0) Open(post, 0, NewChain(), 0);
        }
    }

    /// <summary>The day somebody leaves the group, drawn when it is first asked for.</summary>
    private int ExitDay(int person)
    {
        ref var state = ref people[person];
        if (state.ExitDay != NotDrawn) return state.ExitDay;
        var leader = model.Leaders.All[person];
        if (leader.LeavesOn != Leaders.None) return state.ExitDay = leader.LeavesOn;
        var (years, staying) = (leader.YearsInPost, leader.Staying);
        if (years < 0)
        {
            // Where the start is not recorded, the years in post are what a holder has on an average day.
            years = leader.Hazard.StationaryYears(draws.Next(leader.Exit, 1));
            staying = leader.Hazard.Survival(years);
        }

        var days = leader.Exits.At(staying * draws.Next(leader.Exit, 0)) - (years * TenureHazard.DaysPerYear);
        return state.ExitDay = WholeDays(days);
    }

    private void Leave(int person, int day)
    {
        // A day entered before a move may come round again after it.
        ref var state = ref people[person];
        if (state.MovedTo == Gone) return;
        recorder?.Leaves(day, person);
        // A departure that a scenario supposes comes without notice.
        var notice = state.Stays == 0 && model.Leaders.All[person].LeavesOn != Leaders.None ? 0 : model.Notice;
        GiveUp(person, day, Nobody, notice);
        state.MovedTo = Gone;
    }

    /// <summary>Takes a person out of all posts. Each opens a chain of its own, unless the person moves on.</summary>
    private void GiveUp(int person, int day, int partOf, int notice)
    {
        if (people[person].MovedTo != Nobody)
        {
            GiveUpSeat(people[person].MovedTo, day, partOf, notice);
            return;
        }

        var leader = model.Leaders.All[person];
        for (var at = leader.FirstHeld; at < leader.EndOfHeld; at++)
        {
            if (!holds[at]) continue;
            holds[at] = false;
            GiveUpSeat(model.Leaders.HeldPost[at], day, partOf, notice);
        }
    }

    private void GiveUpSeat(int post, int day, int partOf, int notice)
    {
        // In a shared job the others go on.
        if (--seats[post].Heads == 0) Open(post, day, partOf == Nobody ? NewChain() : partOf, notice);
    }

    private void EndTerm(int term, int day)
    {
        ref readonly var end = ref model.Leaders.Terms[term];
        if (!holds[end.Held] || people[end.Person].MovedTo != Nobody) return;
        holds[end.Held] = false;
        var post = model.Leaders.HeldPost[end.Held];
        recorder?.TermEnds(day, post, end.Person);
        GiveUpSeat(post, day, Nobody, model.EndNotice[post]);
    }

    private void Open(int post, int day, int partOf, int notice)
    {
        ref var seat = ref seats[post];
        var left = seat.Holder;
        (seat.VacantFrom, seat.Chain, seat.Holder) = (day, partOf, Nobody);
        if (seat.Vacancies++ == 0) seat.FirstVacancy = day;
        seat.Searches++;
        moves[partOf]++;
        if (++open > mostOpen) mostOpen = open;
        seat.Interim = false;
        foreach (var deputy in posts[post].Deputies) seat.Interim |= seats[deputy].Heads > 0 && seats[deputy].Holder != left;
        recorder?.FallsVacant(day, post, seat.Interim);
        Search(post, day, notice);
    }

    /// <summary>The first successor by rank who is ready, still there, may move again and accepts; else recruitment outside.</summary>
    private void Search(int post, int day, int notice)
    {
        var candidates = model.Candidates;
        var seat = posts[post];
        ref var state = ref seats[post];
        for (var name = seat.FirstCandidate; name < seat.EndOfCandidates; name++)
        {
            ref readonly var candidate = ref candidates.All[name];
            ref var person = ref people[candidate.Person];
            if (person.Committed || person.LastMove + model.MinimumStay > day || !candidates.IsReady(candidate, day, draws)) continue;
            if (draws.Next(candidate.Answer, state.Searches) >= candidate.Accepts || ExitDay(candidate.Person) <= day) continue;
            person.Committed = true;
            state.Pending = name;
            recorder?.At(day, StepKind.SuccessorAccepts, post, candidate.Person);
            Await(post, day, day - Math.Min(notice, day), model.TakingUp);
            return;
        }

        state.Pending = Newcomer;
        recorder?.At(day, StepKind.RecruitmentBegins, post);
        Await(post, day, AfterPauses(day - Math.Min(notice, day)), seat.Recruitment);
    }

    private int AfterPauses(int day)
    {
        foreach (var (from, until) in model.Pauses)
        {
            if (day >= from && day < until) day = until;
        }

        return day;
    }

    // Whoever gives notice is replaced from the day of the notice on; nobody had given it before the first day.
    private void Await(int post, int day, int begins, WaitingTime wait)
    {
        var days = (int)(wait.At(draws.Next(posts[post].Fill, seats[post].Searches)) + 0.5);
        agenda.Enter(Math.Max(day, begins + days), (int)Kind.Fill | post);
    }

    private void Fill(int post, int day)
    {
        ref var seat = ref seats[post];
        if (seat.Pending == Newcomer)
        {
            Close(ref seat, day);
            tally.FilledFromOutside(post);
            recorder?.At(day, StepKind.FilledFromOutside, post);
            (seat.Heads, seat.Holder) = (1, NewcomerOf(post));
            agenda.Enter(day + Stay(post, posts[post].Newcomer, seat.Searches), (int)Kind.NewcomerExit | post);
            return;
        }

        var who = model.Candidates.All[seat.Pending].Person;
        ref var person = ref people[who];
        person.Committed = false;
        if (ExitDay(who) <= day)
        {
            // Left before taking up: the search begins again.
            seat.Searches++;
            recorder?.At(day, StepKind.SuccessorLost, post, who);
            Search(post, day, 0);
            return;
        }

        Close(ref seat, day);
        tally.FilledBy(seat.Pending);
        (seat.Heads, seat.Holder) = (1, who);
        recorder?.At(day, StepKind.FilledBySuccessor, post, who);
        // Before the posts are given up, so that nobody is chosen for a post they are just leaving.
        person.LastMove = day;
        recorder?.MoveBegins(post);
        GiveUp(who, day, seat.Chain, model.Notice);
        recorder?.MoveEnds();
        person.MovedTo = post;
        person.Stays++;
        person.ExitDay = day + Stay(post, model.Leaders.All[who].Exit, 1 + person.Stays);
        agenda.Enter(person.ExitDay, who);
    }

    private int Stay(int post, ulong stream, int occurrence) => WholeDays(posts[post].Exits.At(draws.Next(stream, occurrence)));

    private int WholeDays(double days) => days > model.Days ? model.Days + 1 : Math.Max(1, (int)Math.Ceiling(days));

    private void Close(ref SeatState seat, int day)
    {
        seat.Close(day, model.LongVacancy);
        open--;
    }

    // Somebody else for each post, so that a newcomer who leaves is told from a newcomer who stands in.
    private static int NewcomerOf(int post) => Newcomer - post;

    private int NewChain()
    {
        if (chains == moves.Length) Array.Resize(ref moves, 2 * chains);
        moves[chains] = 0;
        return chains++;
    }

    /// <summary>Where a person stands in a trial.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct LeaderState
    {
        /// <summary>When the person leaves the group.</summary>
        public int ExitDay;

        /// <summary>The last move.</summary>
        public int LastMove;

        /// <summary>The one post held since the first move, nobody's before it, or gone.</summary>
        public int MovedTo;

        /// <summary>How often a stay has begun in the trial.</summary>
        public int Stays;

        /// <summary>Has accepted a post that is not taken up yet.</summary>
        public bool Committed;
    }
}
