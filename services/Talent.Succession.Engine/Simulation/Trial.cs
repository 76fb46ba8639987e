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
    private readonly long[] losses;
    private readonly Agenda agenda;
    private readonly int[] heads;
    private readonly int[] holder;
    private readonly int[] vacantFrom;
    private readonly int[] pending;
    private readonly bool[] interim;
    private readonly int[] vacancies;
    private readonly int[] chain;
    private readonly int[] uncovered;
    private readonly bool[] holds;
    private readonly int[] movedTo;
    private readonly int[] lastMove;
    private readonly int[] exitDay;
    private readonly int[] exits;
    private readonly bool[] committed;
    private int[] moves = new int[256];
    private int chains;
    private int open;
    private int mostOpen;
    private Draws draws;

    /// <param name="model">The group.</param>
    /// <param name="tally">What the trials of this object come to.</param>
    /// <param name="losses">By trial: weighted uncovered days of the whole group.</param>
    public Trial(SimulationModel model, Tally tally, long[] losses)
    {
        (this.model, this.tally, this.losses) = (model, tally, losses);
        agenda = new Agenda(model.Days);
        var (posts, people) = (model.Seats.Count, model.Leaders.Count);
        (heads, holder, vacantFrom, pending) = (new int[posts], new int[posts], new int[posts], new int[posts]);
        (interim, vacancies, chain, uncovered) = (new bool[posts], new int[posts], new int[posts], new int[posts]);
        (movedTo, lastMove, exitDay, exits) = (new int[people], new int[people], new int[people], new int[people]);
        (holds, committed) = (new bool[model.Leaders.HeldPost.Length], new bool[people]);
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
    public void Play(ulong seed, int number)
    {
        draws = new Draws(seed, number);
        Begin();
        while (agenda.TryTake(out var day, out var entry))
        {
            var place = entry & PlaceMask;
            switch ((Kind)(entry & ~PlaceMask))
            {
                case Kind.Exit:
                    if (exitDay[place] == day) Leave(place, day);
                    break;
                case Kind.NewcomerExit:
                    heads[place] = 0;
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

        End(number);
    }

    // Weights and days are whole numbers, and so is what they come to.
    private long Loss()
    {
        var loss = 0L;
        for (var post = 0; post < uncovered.Length; post++) loss += (long)uncovered[post] * model.Seats.Weight[post];
        return loss;
    }

    private void Begin()
    {
        var leaders = model.Leaders;
        agenda.Clear();
        (chains, open, mostOpen) = (0, 0, 0);
        model.Seats.Heads.CopyTo(heads, 0);
        leaders.LastMove.CopyTo(lastMove, 0);
        Array.Fill(holder, Nobody);
        Array.Fill(vacantFrom, Nobody);
        Array.Fill(movedTo, Nobody);
        Array.Fill(holds, true);
        Array.Fill(exitDay, NotDrawn);
        Array.Clear(exits);
        Array.Clear(committed);
        Array.Clear(vacancies);
        Array.Clear(uncovered);
        for (var person = 0; person < leaders.Count; person++)
        {
            if (leaders.HeldStart[person] == leaders.HeldStart[person + 1]) continue;
            for (var at = leaders.HeldStart[person]; at < leaders.HeldStart[person + 1]; at++) holder[leaders.HeldPost[at]] = person;
            agenda.Enter(ExitDay(person), person);
        }

        for (var term = 0; term < leaders.Terms.Length; term++)
        {
            ref readonly var end = ref leaders.Terms[term];
            if (draws.Next(end.Stream, 0) < end.Probability) agenda.Enter(end.Day, (int)Kind.TermEnd | term);
        }

        for (var post = 0; post < heads.Length; post++)
        {
            if (heads[post] == 0) Open(post, 0, NewChain(), 0);
        }
    }

    /// <summary>The day somebody leaves the group, drawn when it is first asked for.</summary>
    private int ExitDay(int person)
    {
        if (exitDay[person] != NotDrawn) return exitDay[person];
        var leaders = model.Leaders;
        if (leaders.LeavesOn[person] != Leaders.None) return exitDay[person] = Math.Max(0, leaders.LeavesOn[person]);
        var share = draws.Next(leaders.Exit[person], 0);
        var hazard = leaders.Hazard[person];
        var (years, cumulated) = (leaders.YearsInPost[person], leaders.Cumulated[person]);
        if (years < 0)
        {
            // Where the start is not recorded, the years in post are what a holder has on an average day.
            years = hazard.StationaryYears(draws.Next(leaders.Exit[person], 1));
            cumulated = hazard.Cumulated(years);
        }

        return exitDay[person] = DaysUntil(hazard.YearsUntil(cumulated - Math.Log(share)) - years);
    }

    private void Leave(int person, int day)
    {
        // A day entered before a move may come round again after it.
        if (movedTo[person] == Gone) return;
        // A departure that a scenario supposes comes without notice.
        var notice = exits[person] == 0 && model.Leaders.LeavesOn[person] != Leaders.None ? 0 : model.Notice;
        GiveUp(person, day, Nobody, notice);
        movedTo[person] = Gone;
    }

    /// <summary>Takes a person out of all posts. Each opens a chain of its own, unless the person moves on.</summary>
    private void GiveUp(int person, int day, int partOf, int notice)
    {
        if (movedTo[person] != Nobody)
        {
            GiveUpSeat(movedTo[person], day, partOf, notice);
            return;
        }

        var leaders = model.Leaders;
        for (var at = leaders.HeldStart[person]; at < leaders.HeldStart[person + 1]; at++)
        {
            if (!holds[at]) continue;
            holds[at] = false;
            GiveUpSeat(leaders.HeldPost[at], day, partOf, notice);
        }
    }

    private void GiveUpSeat(int post, int day, int partOf, int notice)
    {
        // In a shared job the others go on.
        if (--heads[post] == 0) Open(post, day, partOf == Nobody ? NewChain() : partOf, notice);
    }

    private void EndTerm(int term, int day)
    {
        ref readonly var end = ref model.Leaders.Terms[term];
        if (!holds[end.Held] || movedTo[end.Person] != Nobody) return;
        holds[end.Held] = false;
        GiveUpSeat(model.Leaders.HeldPost[end.Held], day, Nobody, model.Notice);
    }

    private void Open(int post, int day, int partOf, int notice)
    {
        var left = holder[post];
        (vacantFrom[post], chain[post], holder[post]) = (day, partOf, Nobody);
        if (vacancies[post]++ == 0) tally.FirstVacancy(post, day);
        moves[partOf]++;
        if (++open > mostOpen) mostOpen = open;
        interim[post] = false;
        foreach (var deputy in model.Seats.Deputies[post]) interim[post] |= heads[deputy] > 0 && holder[deputy] != left;
        Search(post, day, notice);
    }

    /// <summary>The first successor by rank who is ready, still there, may move again and accepts; else recruitment outside.</summary>
    private void Search(int post, int day, int notice)
    {
        var candidates = model.Candidates;
        for (var name = candidates.Start[post]; name < candidates.Start[post + 1]; name++)
        {
            var person = candidates.Person[name];
            if (committed[person] || lastMove[person] + model.MinimumStay > day || !candidates.IsReady(name, day, draws)) continue;
            if (draws.Next(candidates.Answer[name], vacancies[post]) >= candidates.Accepts[name] || ExitDay(person) <= day) continue;
            committed[person] = true;
            pending[post] = name;
            Await(post, day, model.TakingUp, notice);
            return;
        }

        pending[post] = Newcomer;
        Await(post, day, model.Seats.Recruitment[post], notice);
    }

    // Whoever gives notice is replaced from the day of the notice on; nobody had given it before the first day.
    private void Await(int post, int day, WaitingTime wait, int notice)
    {
        var days = (int)Math.Round(wait.At(draws.Next(model.Seats.Fill[post], vacancies[post])));
        agenda.Enter(day + Math.Max(0, days - Math.Min(notice, day)), (int)Kind.Fill | post);
    }

    private void Fill(int post, int day)
    {
        var name = pending[post];
        if (name == Newcomer)
        {
            Close(post, day);
            tally.FilledFromOutside(post);
            (heads[post], holder[post]) = (1, Newcomer);
            agenda.Enter(day + Stay(post, model.Seats.Newcomer[post], vacancies[post]), (int)Kind.NewcomerExit | post);
            return;
        }

        var person = model.Candidates.Person[name];
        committed[person] = false;
        if (ExitDay(person) <= day)
        {
            // Left before taking up: the search begins again.
            vacancies[post]++;
            Search(post, day, 0);
            return;
        }

        Close(post, day);
        tally.FilledBy(name);
        (heads[post], holder[post]) = (1, person);
        GiveUp(person, day, chain[post], model.Notice);
        (movedTo[person], lastMove[person]) = (post, day);
        exits[person]++;
        exitDay[person] = day + Stay(post, model.Leaders.Exit[person], 1 + exits[person]);
        agenda.Enter(exitDay[person], person);
    }

    private int Stay(int post, ulong stream, int occurrence) =>
        DaysUntil(model.Seats.Hazard[post].YearsUntil(-Math.Log(draws.Next(stream, occurrence))));

    private int DaysUntil(double years) => years * TenureHazard.DaysPerYear > model.Days ? model.Days + 1
        : Math.Max(1, (int)Math.Ceiling(years * TenureHazard.DaysPerYear));

    private void Close(int post, int day)
    {
        var days = day - vacantFrom[post];
        uncovered[post] += days;
        open--;
        tally.Vacancy(post, days, interim[post], days > model.LongVacancy);
        vacantFrom[post] = Nobody;
    }

    private int NewChain()
    {
        if (chains == moves.Length) Array.Resize(ref moves, 2 * chains);
        moves[chains] = 0;
        return chains++;
    }

    private void End(int number)
    {
        for (var post = 0; post < vacantFrom.Length; post++)
        {
            if (vacantFrom[post] != Nobody) Close(post, model.Days);
        }

        losses[number] = Loss();
        tally.EndOfTrial(uncovered, moves.AsSpan(0, chains), mostOpen);
    }
}
