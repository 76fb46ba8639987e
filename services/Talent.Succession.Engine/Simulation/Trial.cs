using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Talent.Succession.Engine.Simulation;

/// <summary>
/// Plays one future after another: people leave, posts fall vacant, successors move up and leave posts behind, newcomers come and go. All
/// its arrays are made once, so that a trial allocates nothing.
/// <para>
/// Once a post falls vacant, nothing that happens later can change who takes over and when: whoever accepts moves nowhere else, and the day
/// on which they leave the group is known. So a vacancy is played to its end when it begins, and the agenda holds only what begins one.
/// </para>
/// </summary>
/// <typeparam name="TWatcher">Who is told of the steps. Of a structure that does nothing no trace is left in the code.</typeparam>
internal sealed class Trial<TWatcher>
    where TWatcher : ITrialWatcher
{
    private const int Nobody = -1;
    private const int OwnChain = -1;
    private const int ChainsOfPost = 4;

    private readonly Tally tally;
    private readonly DaysByTrial? kept;
    private readonly TWatcher watcher;
    private readonly Agenda agenda;
    private readonly VacanciesAtOnce vacanciesAtOnce;
    private readonly BothMissing? bothMissing;
    private readonly Leaders leaders;
    private readonly ExitDraws exitDraws;
    private readonly Candidates candidates;
    private readonly ExitTimes exits;
    private readonly DayTables waits;
    private readonly SeatState[] seats;
    private readonly SeatState[] seatsAtFirst;
    private readonly int[] deputies;
    private readonly int[] vacantAtFirst;
    private readonly bool[]? hasIntention;
    private readonly int[] exitDays;
    private readonly ulong[] people;
    private readonly int[] postOf;
    private readonly int[] postOfAtFirst;
    private readonly HoldersState[] others;
    private readonly bool[] holds;
    private readonly int[] heads;
    private readonly int[] headsAtFirst;
    private readonly int[] wholes;
    private readonly (int Part, int Whole)[] parts;
    private readonly SeatsOfOnePost? seatsOfOnePost;
    private readonly int[] ready;
    private readonly int[] offers;
    private readonly ulong[] streams;
    private readonly ulong[] numbers;
    private readonly ulong[] sums;
    private readonly int[] interimDays;
    private readonly int[] yearEnds;
    private readonly int posts;
    private readonly int firstTerm;
    private readonly (int From, int Until)[] pauses;
    private readonly int[] endNotice;
    private readonly long[] fills;
    private readonly long[] firstVacancies;
    private readonly int lastDay;
    private readonly int end;
    private readonly int minimumStay;
    private readonly int notice;
    private readonly int longVacancy;
    private readonly int takingUp;
    private int[] chainLengths;
    private int chains;
    private int year;
    private int endOfYear;
    private int firstOfYear;
    private Draws draws;

    /// <param name="model">The group.</param>
    /// <param name="tally">What the trials of this object come to.</param>
    /// <param name="kept">Keeps the days of each post, trial by trial, or null.</param>
    /// <param name="watcher">Is told of the steps.</param>
    public Trial(SimulationModel model, Tally tally, DaysByTrial? kept, TWatcher watcher)
    {
        (this.tally, this.kept, this.watcher) = (tally, kept, watcher);
        (lastDay, minimumStay, notice, longVacancy) = (model.Days, model.MinimumStay, model.Notice, model.LongVacancy);
        (takingUp, pauses, endNotice) = (model.TakingUp, model.Pauses, model.EndNotice);
        (leaders, candidates, posts, deputies) = (model.Leaders, model.Candidates, model.Seats.Count, model.Seats.Deputies);
        (wholes, parts, seatsOfOnePost) = (model.Seats.Wholes, model.Seats.Parts, SeatsOfOnePost.Of(model));
        (fills, firstVacancies, end) = (tally.Fills, tally.FirstVacancies, lastDay + 1);
        (exits, waits) = (model.Seats.Exits, model.Seats.Waits);
        // Several times what a trial has on average; if that is too little for one, they grow.
        chainLengths = new int[ChainsOfPost * posts];
        // What may happen: a post is left, by the place of the post; those who do not simply hold one leave; a term ends.
        firstTerm = posts + 1 + leaders.Others.Length;
        agenda = new Agenda(lastDay, firstTerm + leaders.Terms.Length);
        vacanciesAtOnce = new VacanciesAtOnce(lastDay);
        bothMissing = tally.BothMissing;
        exitDraws = new ExitDraws(model);
        hasIntention = leaders.Intentions.Length > 0 ? leaders.HasIntention : null;
        // The one after the last post stands for that of somebody who holds none.
        seats = new SeatState[posts + 1];
        seatsAtFirst =
        [
            .. model.Seats.All.Append(default)
                .Select(seat => new SeatState { Post = seat, Chain = OwnChain, FilledFrom = Candidates.Never, Holder = Nobody }),
        ];
        // The one after the last person stands for everybody from outside, and stays as it is; the next takes what becomes of them.
        exitDays = new int[leaders.Streams.Length];
        people = new ulong[leaders.Streams.Length + 2];
        postOfAtFirst = new int[leaders.Count + 2];
        Array.Fill(postOfAtFirst, posts);
        foreach (var (person, post) in leaders.OfOnePost)
        {
            postOfAtFirst[person] = post;
            (seatsAtFirst[post].FilledFrom, seatsAtFirst[post].Holder) = (0, person);
        }

        others = new HoldersState[leaders.Others.Length];
        headsAtFirst = new int[posts];
        for (var other = 0; other < others.Length; other++)
        {
            var person = leaders.Others[other];
            postOfAtFirst[person] = -1 - other;
            foreach (var post in leaders.HeldPosts[leaders.HeldBy[person]])
            {
                headsAtFirst[post]++;
                (seatsAtFirst[post].FilledFrom, seatsAtFirst[post].Holder) = (0, person);
            }
        }

        vacantAtFirst = [.. Enumerable.Range(0, posts).Where(post => seatsAtFirst[post].Holder == Nobody)];
        postOf = new int[postOfAtFirst.Length];
        heads = new int[posts];
        holds = new bool[leaders.HeldPosts.Length];
        (ready, offers) = (new int[candidates.People.Length], new int[candidates.People.Length]);
        streams = model.Seats.Streams;
        numbers = new ulong[streams.Length];
        var padded = model.Seats.Weights.Length;
        (sums, interimDays) = (new ulong[padded], new int[padded]);
        yearEnds = [.. Enumerable.Range(1, model.Years).Select(years => (int)Math.Round(years * TenureHazard.DaysPerYear))];
    }

    /// <summary>Plays a trial to its end.</summary>
    /// <returns>Weighted uncovered days of the whole group.</returns>
    // On its own: inlined into the loop of trials it would be compiled with that while it runs, and come out slower.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public long Play(ulong seed, int number)
    {
        draws = new Draws(seed, number);
        Begin();
        for (var what = agenda.Take(out var day); day <= lastDay; what = agenda.Take(out day))
        {
            while (day > endOfYear) NextYear();
            if (what < posts) LeavePost(what, day);
            else if (what < firstTerm) LeavePosts(what - posts - 1, day);
            else EndTerm(what - firstTerm, day);
        }

        foreach (var (part, whole) in parts)
        {
            // A board that nobody left alone is without a holder when the post is.
            if (seats[part].Searches == 0) (sums[part], interimDays[part]) = (sums[whole], interimDays[whole]);
        }

        bothMissing?.EndOfTrial();
        var most = vacanciesAtOnce.TakeMost();
        var loss = tally.EndOfTrial(sums, interimDays, chainLengths.AsSpan(0, chains), most);
        kept?.Keep(number, sums, interimDays);
        return loss;
    }

    private void Begin()
    {
        agenda.Clear();
        chainLengths.AsSpan(0, chains).Clear();
        (chains, year, endOfYear, firstOfYear) = (0, 0, yearEnds[0], 0);
        Array.Clear(sums);
        Array.Clear(interimDays);
        seatsAtFirst.CopyTo(seats, 0);
        postOfAtFirst.CopyTo(postOf, 0);
        exitDraws.Draw(draws, exitDays, people);
        people[leaders.Count] = Availability.Of(int.MinValue, int.MaxValue);
        candidates.DrawReadiness(draws, ready, offers);
        draws.First(streams, numbers);
        agenda.Add(posts, end);
        foreach (var (person, post) in leaders.OfOnePost) agenda.Add(post, exitDays[person]);
        if (others.Length > 0) BeginOthers();
        foreach (var post in vacantAtFirst) Open(post, 0, OwnChain, 0);
    }

    private void BeginOthers()
    {
        headsAtFirst.CopyTo(heads, 0);
        Array.Fill(holds, true);
        for (var other = 0; other < others.Length; other++)
        {
            others[other].Chain = OwnChain;
            agenda.Add(posts + 1 + other, exitDays[leaders.Others[other]]);
        }

        var terms = leaders.Terms;
        for (var term = 0; term < terms.Length; term++)
        {
            if (Draws.Happens(draws.Next(terms[term].Stream, 0), terms[term].Probability))
                agenda.Add(firstTerm + term, terms[term].Day);
        }
    }

    private void LeavePost(int post, int day)
    {
        ref var seat = ref seats[post];
        var chain = seat.Chain;
        seat.Chain = OwnChain;
        if (seat.FilledFrom == Candidates.Never)
        {
            SearchAgain(post, day, chain, ref seat);
            return;
        }

        watcher.LeavesPost(day, post, seat.Holder, isMove: chain != OwnChain);
        Open(post, day, chain, Earlier(day, notice));
        watcher.MoveEnds();
    }

    /// <summary>Takes a person out of all posts. Each opens a chain of its own, unless the person moves on.</summary>
    private void LeavePosts(int other, int day)
    {
        var person = leaders.Others[other];
        var chain = others[other].Chain;
        // A departure that a scenario supposes comes without notice.
        var ahead = chain == OwnChain && leaders.IsDepartureGiven[person] ? 0 : notice;
        if (chain == OwnChain) watcher.Leaves(day, person);
        else watcher.MoveBegins(others[other].MovesTo);
        var range = leaders.HeldBy[person];
        for (var held = range.Start.Value; held < range.End.Value; held++)
        {
            if (!holds[held]) continue;
            holds[held] = false;
            GiveUp(leaders.HeldPosts[held], day, chain, ahead);
        }

        watcher.MoveEnds();
    }

    private void EndTerm(int term, int day)
    {
        ref readonly var ending = ref leaders.Terms[term];
        // Who has given up a post has given up its boards.
        if (!holds[ending.Held] || !holds[ending.Whole]) return;
        holds[ending.Held] = false;
        var post = leaders.HeldPosts[ending.Held];
        watcher.TermEnds(day, post, ending.Person);
        GiveUp(post, day, OwnChain, endNotice[post]);
    }

    private void GiveUp(int post, int day, int chain, int ahead)
    {
        // In a shared job the others go on, and a board's part that goes with its post is no vacancy of its own.
        if (--heads[post] > 0 || (wholes[post] is >= 0 and var whole && heads[whole] == 0)) return;
        Open(post, day, chain, Earlier(day, ahead));
    }

    // Whoever gives notice is replaced from the day of the notice on; nobody had given it before the first day.
    private static int Earlier(int day, int ahead) => Branchless.Max(0, day - ahead);

    /// <summary>Plays a vacancy.</summary>
    /// <param name="post">The post.</param>
    /// <param name="day">The day it falls vacant.</param>
    /// <param name="partOf">The chain it is part of, or less than 0 when it begins one.</param>
    /// <param name="begins">The day from which its filling counts.</param>
    private void Open(int post, int day, int partOf, int begins)
    {
        ref var seat = ref seats[post];
        var chain = ChainOf(partOf);
        chainLengths[chain]++;
        firstVacancies[firstOfYear + post] += seat.Searches == 0 ? 1 : 0;
        var interim = false;
        for (var at = seat.Post.FirstDeputy; at < seat.Post.EndOfDeputies; at++)
        {
            // A deputy who takes up on this day stands in.
            ref readonly var deputy = ref seats[deputies[at]];
            interim |= deputy.FilledFrom <= day && deputy.Holder != seat.Holder;
        }

        watcher.FallsVacant(day, post, interim);
        Search(post, day, begins, day, chain, interim, ref seat);
    }

    private void SearchAgain(int post, int day, int chain, ref SeatState seat)
    {
        watcher.At(day, StepKind.SuccessorLost, post, seat.Holder);
        Search(post, day, day, seat.VacantFrom, chain, seat.Interim, ref seat);
    }

    /// <summary>
    /// Finds who takes over: the first successor by rank who is ready, still there, may move again and accepts; else somebody from outside.
    /// Hardly anything here can be foretold, so there is hardly a branch: masks that are all ones or zero choose.
    /// </summary>
    private void Search(int post, int day, int begins, int from, int chain, bool interim, ref SeatState seat)
    {
        ref var number = ref numbers[post];
        ref readonly var plan = ref seat.Post;
        var row = candidates.Successor(plan.FirstCandidate, day, offers, people);
        var who = candidates.People[row];
        var outside = Branchless.IsLess(plan.Outside - 1, row);
        if (pauses.Length > 0 && outside != 0) begins = AfterPauses(begins);
        var wait = waits.At(takingUp ^ ((takingUp ^ plan.Recruitment) & outside), Draws.Upper(number));
        var stay = exits.After(plan.Exits, Draws.Lower(number));
        // The next search for the post is drawn already: nothing waits for it, whereas that one will not have to wait.
        var search = ++seat.Searches;
        number = draws.Next(plan.Search, search);
        candidates.DrawAnswers(plan, search, draws, ready, offers);
        var filled = Branchless.Max(day, begins + DayTables.NearestDay(wait));
        seat.Holder = who ^ ((who ^ Newcomer(post)) & outside);
        if (Availability.ExitDay(people[who]) <= filled)
        {
            Lose(post, who, day, filled, from, chain, interim, ref seat);
            return;
        }

        var exitDay = filled + stay;
        // Whoever stated when they leave does so from the new post as well.
        if (hasIntention is not null && hasIntention[who]) exitDay = exitDays[who];
        seat.FilledFrom = filled;
        agenda.Add(post, exitDay);
        fills[row] -= Branchless.IsLess(filled, end);
        Close(post, filled, from, interim);
        seatsOfOnePost?.TakeUp(row, ready, offers);
        var left = postOf[who];
        // What becomes of somebody from outside is written where nobody reads it.
        people[who - outside] = Availability.Of(filled + minimumStay, exitDay);
        postOf[who - outside] = post;
        watcher.Fills(day, filled, post, outside == 0 ? who : Nobody, left);
        if (left >= 0)
        {
            seats[left].Chain = chain;
            agenda.Move(left, filled | (Branchless.IsLess(posts - 1, left) & Candidates.Never));
            return;
        }

        (others[-1 - left].Chain, others[-1 - left].MovesTo) = (chain, post);
        agenda.Move(posts - left, filled);
    }

    // Whoever accepted leaves the group before taking up: the search begins again on that day.
    private void Lose(int post, int who, int today, int day, int from, int chain, bool interim, ref SeatState seat)
    {
        seat.FilledFrom = Candidates.Never;
        (seat.VacantFrom, seat.Chain, seat.Interim) = (from, chain, interim);
        people[who] = Availability.Of(Candidates.Never, day);
        if (day > lastDay) Close(post, day, from, interim);
        else agenda.Add(post, day);
        watcher.At(today, StepKind.SuccessorAccepts, post, who);
    }

    private int AfterPauses(int day)
    {
        foreach (var (from, until) in pauses)
        {
            if (day >= from && day < until) day = until;
        }

        return day;
    }

    /// <summary>Counts a vacancy, at most to the end of the trial.</summary>
    private void Close(int post, int until, int from, bool interim)
    {
        var within = Branchless.IsLess(until, end);
        until = Branchless.Min(until, end);
        vacanciesAtOnce.Add(from, until);
        bothMissing?.Note(post, from, until);
        // The day after the last is no day of the trial.
        var days = until - from + ~within;
        sums[post] += VacancySums.Of(days, Branchless.IsLess(longVacancy, days));
        if (interim) interimDays[post] += days;
    }

    private void NextYear()
    {
        endOfYear = yearEnds[++year];
        firstOfYear += posts;
    }

    private int ChainOf(int partOf)
    {
        if (chains == chainLengths.Length) Array.Resize(ref chainLengths, 2 * chains);
        var isOwn = partOf >> 31;
        var chain = partOf ^ ((partOf ^ chains) & isOwn);
        chains -= isOwn;
        return chain;
    }

    private static int Newcomer(int post) => -2 - post;

    /// <summary>Where one of those stands who do not simply hold one post, until all of them are given up.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct HoldersState
    {
        /// <summary>The chain the vacancies belong to, or less than 0 when each begins its own.</summary>
        public int Chain;

        /// <summary>The post that the person moves to, where it is a move.</summary>
        public int MovesTo;
    }
}
